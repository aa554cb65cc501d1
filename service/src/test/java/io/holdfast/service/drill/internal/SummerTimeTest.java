package io.holdfast.service.drill.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.service.drill.DrillKind;
import io.holdfast.service.drill.DrillSchedule;
import io.holdfast.service.drill.DrillScope;
import io.holdfast.service.drill.ScheduledDrill;
import io.holdfast.service.drill.StoredSchedule;
import io.holdfast.simulator.model.Drill;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.util.CompatibilityHints;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A year in a zone that changes its clocks: local times are right on both sides of both changes, for ical4j here and for ical.js in
 * the page's test of the same file.
 */
@Tag("row:D1")
class SummerTimeTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Path FEED = Path.of("../web-ui/src/features/drills/london.ics");
    private static final List<LocalDateTime> TIMES = List.of(
            LocalDateTime.of(2026, 3, 27, 9, 0),
            LocalDateTime.of(2026, 3, 30, 9, 0),
            LocalDateTime.of(2026, 10, 23, 2, 0),
            LocalDateTime.of(2026, 10, 26, 2, 0));

    @SuppressWarnings("NullAway") // it does not see the annotation of a nested type in a class file
    private static ScheduledDrill drill(LocalDateTime time) {
        Drill.Type type = time.getHour() == 2 ? Drill.Type.LIVE_FAILOVER : Drill.Type.DATA_RECOVERY;
        return new ScheduledDrill(
                "2026.svc-payment." + time.toLocalDate() + "@holdfast",
                "svc-payment",
                1,
                List.of(type),
                time.toLocalDate(),
                LocalTime.of(time.getHour(), 0),
                150,
                true,
                null,
                List.of("payops"),
                List.of(),
                List.of(),
                null,
                0,
                new DrillScope(DrillKind.TIER, List.of("svc-payment"), 5, 0, null),
                null,
                null);
    }

    private static String feed() {
        DrillSchedule year = new DrillSchedule(
                2026,
                LONDON,
                "digest",
                "digest",
                TIMES.stream().map(SummerTimeTest::drill).toList(),
                List.of(),
                List.of());
        return new FeedWriter(DrillTexts.find("en").orElseThrow(), ModelNames.of(Samples.model()))
                .write(
                        List.of(new StoredSchedule(year, Instant.parse("2026-01-02T03:04:05Z"))),
                        LONDON,
                        false,
                        stored -> ShownYear.of(stored.schedule(), Map.of(), true));
    }

    @Test
    void aStrictReaderSeesLocalTimesRightAcrossBothChangesOfTheClocks() throws Exception {
        for (String hint : List.of(
                CompatibilityHints.KEY_RELAXED_PARSING,
                CompatibilityHints.KEY_RELAXED_UNFOLDING,
                CompatibilityHints.KEY_RELAXED_VALIDATION,
                CompatibilityHints.KEY_OUTLOOK_COMPATIBILITY,
                CompatibilityHints.KEY_NOTES_COMPATIBILITY)) {
            CompatibilityHints.setHintEnabled(hint, false);
        }
        Calendar calendar = new CalendarBuilder().build(new StringReader(feed()));
        assertThat(calendar.validate(true).getEntries()).isEmpty();
        List<LocalDateTime> seen = new ArrayList<>();
        List<LocalDate> changes = List.of(LocalDate.of(2026, 3, 29), LocalDate.of(2026, 10, 25));
        for (VEvent event : calendar.<VEvent>getComponents(Component.VEVENT)) {
            DtStart<Temporal> start =
                    event.<DtStart<Temporal>>getProperty("DTSTART").orElseThrow();
            seen.add(Instant.from(start.getDate()).atZone(LONDON).toLocalDateTime());
        }
        assertThat(seen).containsExactlyElementsOf(TIMES);
        assertThat(changes)
                .allSatisfy(change -> assertThat(LONDON.getRules().getOffset(change.atTime(12, 0)))
                        .isNotEqualTo(
                                LONDON.getRules().getOffset(change.minusDays(1).atTime(12, 0))));
        assertThat(Map.of("27 March", "20260327T090000Z", "30 March", "20260330T080000Z"))
                .allSatisfy((day, utc) -> assertThat(feed()).contains(utc));
    }

    @Test
    void isTheFileThatThePagesTestReadsWithIcalJs() throws Exception {
        assertThat(Files.readString(FEED, StandardCharsets.UTF_8))
                .as("%s must be:\n%s", FEED, feed())
                .isEqualTo(feed());
    }
}
