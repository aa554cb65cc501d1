package io.holdfast.service.drill.internal;

import io.holdfast.service.drill.CalendarDay;
import io.holdfast.service.drill.CalendarReading;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DateProperty;
import net.fortuna.ical4j.validate.ValidationException;

/**
 * A calendar of whole-day events as iCalendar (RFC 5545), read strictly. An event is a holiday, unless its summary says
 * that people make up for one (補行上班, 調整上班, "make-up workday").
 */
final class CalendarIcs {

    private static final List<String> MAKE_UP = List.of("補行上班", "調整上班", "補班", "make-up work");
    private static final int LONGEST_DAYS = 60;

    private final Faults faults = new Faults();
    private final Map<LocalDate, CalendarDay> days = new TreeMap<>();

    private CalendarIcs() {}

    static CalendarReading read(String text) {
        try {
            Calendar calendar = new CalendarBuilder().build(new StringReader(text));
            calendar.validate();
            return new CalendarIcs().read(calendar);
        } catch (ParserException e) {
            return new CalendarReading.Refused(List.of(new CalendarReading.Fault(
                    e.getLineNo(),
                    null,
                    null,
                    "not-icalendar",
                    "Line " + e.getLineNo() + " is not iCalendar: " + e.getMessage() + ". Export the file again.")));
        } catch (ValidationException | IllegalArgumentException | DateTimeException e) {
            return CalendarFiles.refused(
                    "not-icalendar", "The file is not valid iCalendar: " + e.getMessage() + ". Export it again.");
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory cannot fail to be read", e);
        }
    }

    private CalendarReading read(Calendar calendar) {
        List<VEvent> events = calendar.getComponents(Component.VEVENT);
        int row = 0;
        for (VEvent event : events) {
            add(++row, event);
        }
        if (!faults.isEmpty()) {
            return new CalendarReading.Refused(faults.all());
        }
        if (days.isEmpty()) {
            return CalendarFiles.refused("empty-file", "The file has no event. A calendar has at least one day.");
        }
        return CalendarReading.Read.of(List.copyOf(days.values()), EnumSet.of(CalendarDay.Kind.HOLIDAY));
    }

    private void add(int row, VEvent event) {
        String name = value(event, Property.SUMMARY).strip();
        if (name.isEmpty() || name.length() > 200) {
            faults.add(
                    row,
                    Property.SUMMARY,
                    name,
                    "bad-name",
                    "Event " + row + " has no usable SUMMARY: 1 to 200 characters.");
            return;
        }
        if (event.getProperty(Property.RRULE).isPresent()) {
            faults.add(
                    row,
                    Property.RRULE,
                    value(event, Property.RRULE),
                    "repeats",
                    "Event " + row + " repeats; holidays are imported day by day. Export them as single days.");
            return;
        }
        Optional<LocalDate> first = day(row, event, Property.DTSTART);
        if (first.isEmpty()) {
            return;
        }
        LocalDate end = first.get().plusDays(1);
        if (event.getProperty(Property.DTEND).isPresent()) {
            Optional<LocalDate> stated = day(row, event, Property.DTEND);
            if (stated.isEmpty()) {
                return;
            }
            end = stated.get();
        }
        if (!end.isAfter(first.get()) || end.isAfter(first.get().plusDays(LONGEST_DAYS))) {
            faults.add(
                    row,
                    Property.DTEND,
                    end.toString(),
                    "bad-date",
                    "Event " + row + " lasts from " + first.get() + " to " + end + ", but it must last 1 to "
                            + LONGEST_DAYS + " days.");
            return;
        }
        CalendarDay.Kind kind = kind(name);
        first.get().datesUntil(end).forEach(date -> put(row, new CalendarDay(date, kind, name)));
    }

    private static CalendarDay.Kind kind(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return MAKE_UP.stream().anyMatch(lower::contains) ? CalendarDay.Kind.MAKE_UP_WORKDAY : CalendarDay.Kind.HOLIDAY;
    }

    private Optional<LocalDate> day(int row, VEvent event, String property) {
        Optional<Temporal> found = event.getProperty(property)
                .filter(DateProperty.class::isInstance)
                .map(stated -> ((DateProperty<?>) stated).getDate());
        if (found.orElse(null) instanceof LocalDate date && date.getYear() >= 1900 && date.getYear() <= 2200) {
            return Optional.of(date);
        }
        faults.add(
                row,
                property,
                value(event, property),
                "bad-date",
                "Event " + row + ": " + property + " is '" + value(event, property)
                        + "', but it must be a whole day, as DTSTART;VALUE=DATE:20260217.");
        return Optional.empty();
    }

    private void put(int row, CalendarDay day) {
        CalendarDay other = days.putIfAbsent(day.date(), day);
        if (other != null && !other.equals(day)) {
            faults.add(
                    row,
                    Property.DTSTART,
                    day.date().toString(),
                    "duplicate-day",
                    "Event " + row + ": " + day.date() + " is '" + other.name() + "' already. Keep one of the events.");
        }
    }

    private static String value(VEvent event, String property) {
        return event.getProperty(property).map(Property::getValue).orElse("");
    }
}
