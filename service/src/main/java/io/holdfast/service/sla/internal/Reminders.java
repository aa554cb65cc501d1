package io.holdfast.service.sla.internal;

import io.holdfast.service.sla.AgreedThing;
import io.holdfast.service.sla.Agreement;
import io.holdfast.service.sla.Reminder;
import io.holdfast.simulator.model.ServiceLevel.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which days of agreements come soon or have passed. */
final class Reminders {

    /** A review, a notice or a report is told so many days ahead. */
    private static final int SOON = 30;

    /** An end is told so many days ahead, and as long after. */
    private static final int END = 90;

    /** How many days a counterparty has after a period to report it. */
    private static final int TO_REPORT = 30;

    private final LocalDate day;
    private final List<Reminder> found = new ArrayList<>();

    private Reminders(LocalDate day) {
        this.day = day;
    }

    /** Those of the agreements about an element, the earliest first. */
    static List<Reminder> of(AgreedThing thing, List<Agreement> agreements, LocalDate day) {
        Reminders reminders = new Reminders(day);
        agreements.forEach(each -> reminders.add(thing, each));
        reminders.found.sort(Comparator.comparing(Reminder::on));
        return List.copyOf(reminders.found);
    }

    private void add(AgreedThing thing, Agreement agreement) {
        LocalDate end = agreement.end();
        boolean over = end != null && end.isBefore(day);
        if (end == null || !end.isBefore(day.minusDays(END))) {
            add("end", thing, agreement, end, END);
        }
        if (over) {
            return;
        }
        add("review", thing, agreement, agreement.nextReview(), SOON);
        Integer notice = agreement.noticeDays();
        if (end != null && notice != null) {
            add("notice", thing, agreement, end.minusDays(notice), SOON);
        }
        add("report", thing, agreement, nextReport(agreement), 0);
        agreement.reports().stream()
                .filter(each -> each.reviewed() == null)
                .map(Agreement.Report::received)
                .min(Comparator.naturalOrder())
                .ifPresent(received -> add("report-review", thing, agreement, received, 0));
    }

    private static @Nullable LocalDate nextReport(Agreement agreement) {
        Period every = agreement.reportsEvery();
        LocalDate newest = agreement.reports().stream()
                .map(Agreement.Report::received)
                .max(Comparator.naturalOrder())
                .orElse(null);
        LocalDate from = newest != null ? newest : agreement.start();
        if (every == null || from == null) {
            return null;
        }
        LocalDate next = from.plusMonths(
                switch (every) {
                    case MONTH -> 1;
                    case QUARTER -> 3;
                    case YEAR -> 12;
                });
        return newest != null ? next : next.plusDays(TO_REPORT);
    }

    private void add(String kind, AgreedThing thing, Agreement agreement, @Nullable LocalDate on, int ahead) {
        if (on != null && !on.isAfter(day.plusDays(ahead))) {
            found.add(new Reminder(
                    kind, thing, agreement.id(), agreement.name(), agreement.counterparty(), on, on.isBefore(day)));
        }
    }
}
