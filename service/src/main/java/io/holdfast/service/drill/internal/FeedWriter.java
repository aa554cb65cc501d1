package io.holdfast.service.drill.internal;

import io.holdfast.service.drill.DrillWords;
import io.holdfast.service.drill.Reason;
import io.holdfast.service.drill.ScheduledDrill;
import io.holdfast.service.drill.ScheduledDrill.Practice;
import io.holdfast.service.drill.StoredSchedule;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.TextList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Categories;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableClazz;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.jspecify.annotations.Nullable;

/**
 * Writes a schedule as an iCalendar feed (RFC 5545, RFC 7986): times in UTC, names stable, so that a subscription moves an
 * event instead of doubling it. The same schedule gives the same bytes.
 */
public final class FeedWriter {

    /** How often a subscriber should look again. */
    private static final Duration REFRESH = Duration.ofHours(12);

    private final DrillTexts texts;
    private final ModelNames names;

    /** A writer in the language of the texts. */
    public FeedWriter(DrillTexts texts, ModelNames names) {
        this.texts = texts;
        this.names = names;
    }

    /**
     * The feed as the text of a file.
     *
     * @param years the schedules that it holds
     * @param zone the organisation's time zone, told to the reader
     * @param announcedOnly whether drills whose day the participants must not know are left out
     * @param shown the drills of a schedule as the reader may know them; those without a day are left out
     */
    public String write(
            List<StoredSchedule> years, ZoneId zone, boolean announcedOnly, Function<StoredSchedule, ShownYear> shown) {
        Calendar calendar = new Calendar();
        calendar.add(
                new ProdId("-//Holdfast//Drill schedule//" + texts.language().toUpperCase(Locale.ROOT)));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(ImmutableMethod.PUBLISH);
        calendar.add(new XProperty("X-WR-CALNAME", texts.text("feed.name", names.organisation(texts.language()))));
        calendar.add(new XProperty("X-WR-CALDESC", texts.text("feed.description")));
        calendar.add(new XProperty("X-WR-TIMEZONE", zone.getId()));
        calendar.add(new RefreshInterval(new ParameterList(List.of(Value.DURATION)), REFRESH));
        calendar.add(new XProperty("X-PUBLISHED-TTL", REFRESH.toString()));
        for (StoredSchedule year : years) {
            shown.apply(year).drills().stream()
                    .filter(drill -> (drill.announced() || !announcedOnly) && drill.window() == null)
                    .forEach(drill -> calendar.add(event(drill, year)));
        }
        return folded(calendar);
    }

    private VEvent event(ShownDrill shown, StoredSchedule year) {
        ScheduledDrill drill = shown.drill();
        ZoneId zone = year.schedule().zone();
        VEvent event = new VEvent(false);
        event.add(organizer());
        event.add(new Uid(drill.uid()));
        event.add(new DtStamp(changedAt(shown, year)));
        event.add(new DtStart<>(shown.startsAt(zone)));
        event.add(new DtEnd<>(shown.endsAt(zone)));
        event.add(new Sequence(shown.sequence()));
        event.add(new Summary(texts.text("feed.summary", texts.types(drill.types()), name(drill.service()))));
        event.add(new Description(description(shown)));
        event.add(new Categories(new TextList(DrillWords.words(drill.types()))));
        event.add(ImmutableStatus.VEVENT_TENTATIVE);
        event.add(shown.announced() ? ImmutableClazz.PUBLIC : ImmutableClazz.CONFIDENTIAL);
        return event;
    }

    /** A published calendar names who publishes it (RFC 5546, 3.2.1); nobody reads mail there. */
    private Organizer organizer() {
        return new Organizer(
                new ParameterList(List.of(new Cn(names.organisation(texts.language())))),
                URI.create("mailto:noreply@holdfast.invalid"));
    }

    /** When what is told of it was changed last: with the schedule, or with its plan. */
    private static Instant changedAt(ShownDrill shown, StoredSchedule year) {
        Instant plan = shown.state() == null ? Instant.MIN : shown.state().changedAt();
        return plan.isAfter(year.madeAt()) ? plan.truncatedTo(ChronoUnit.SECONDS) : year.madeAt();
    }

    private String description(ShownDrill shown) {
        ScheduledDrill drill = shown.drill();
        List<String> lines = new ArrayList<>();
        lines.add(texts.text(
                "feed.types", texts.types(drill.types()), texts.text(shown.announced() ? "announced" : "unannounced")));
        lines.add(texts.text("feed.service", name(drill.service()), String.valueOf(drill.tier())));
        Practice practice = drill.practice();
        if (practice != null) {
            lines.add(texts.text("feed.scenario", name(practice.scenario())));
            if (practice.run() != null) {
                lines.add(texts.text(
                        "feed.band",
                        String.valueOf(practice.run()),
                        hours(practice.p50Hours()),
                        hours(practice.p95Hours())));
            }
        }
        if (!drill.teams().isEmpty()) {
            lines.add(texts.text(
                    "feed.teams",
                    drill.teams().stream().map(this::name).collect(Collectors.joining(texts.text("list")))));
        }
        if (drill.writtenDrill() != null) {
            lines.add(texts.text("feed.written", name(drill.writtenDrill())));
        }
        drill.why().forEach(reason -> lines.add(texts.text("feed.why", sentence(reason))));
        drill.flags().forEach(reason -> lines.add(texts.text("feed.flag", sentence(reason))));
        return String.join("\n", lines);
    }

    private String sentence(Reason reason) {
        return texts.sentence(reason, (kind, value) -> name(value));
    }

    private String name(String id) {
        return names.name(id, texts.language());
    }

    private String hours(@Nullable Double hours) {
        return hours == null ? texts.text("never") : String.format(Locale.ROOT, "%.1f", hours);
    }

    /** The library folds by characters; RFC 5545 counts octets, and a Chinese character has three. */
    private static String folded(Calendar calendar) {
        StringWriter unfolded = new StringWriter();
        boolean checks =
                !calendar.getComponents().isEmpty(); // one without events is fine for readers, and no fault to log
        try {
            new CalendarOutputter(checks, Integer.MAX_VALUE).output(calendar, unfolded);
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory cannot fail to be written", e);
        }
        return unfolded.toString().lines().map(FeedWriter::fold).collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static final int MOST_OCTETS = 75;

    private static String fold(String line) {
        StringBuilder folded = new StringBuilder();
        int octets = 0;
        for (int at = 0; at < line.length(); at += Character.charCount(line.codePointAt(at))) {
            int point = line.codePointAt(at);
            int size = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
            if (octets + size > MOST_OCTETS) {
                folded.append("\r\n ");
                octets = 1;
            }
            folded.appendCodePoint(point);
            octets += size;
        }
        return folded.toString();
    }
}
