package io.holdfast.service.drill.internal;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.holdfast.service.drill.DrillRules;
import io.holdfast.service.drill.StoredSchedule;
import io.holdfast.simulator.calendar.DrillPolicy;
import io.holdfast.simulator.model.ContinuityModel;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.util.CompatibilityHints;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

@Tag("row:D1")
class FeedWriterTest {

    private static final ContinuityModel SAMPLE = Samples.model();
    private static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");
    private static final StoredSchedule YEAR = new StoredSchedule(
            new SchedulePlanner(new YearInputs(
                            2026,
                            SAMPLE,
                            "digest",
                            Samples.calendar(),
                            DrillRules.of(DrillPolicy.STANDARD),
                            Map.of("svc-payment", List.of(new Cell("tpe-lost", 8L, 1, 0.2, 2.2, null))),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of()))
                    .plan(SchedulePlanner.Worths.NONE),
            Instant.parse("2026-01-02T03:04:05Z"));

    @BeforeAll
    static void turnEveryLeniencyOff() {
        List.of(
                        CompatibilityHints.KEY_RELAXED_PARSING,
                        CompatibilityHints.KEY_RELAXED_UNFOLDING,
                        CompatibilityHints.KEY_RELAXED_VALIDATION,
                        CompatibilityHints.KEY_OUTLOOK_COMPATIBILITY,
                        CompatibilityHints.KEY_NOTES_COMPATIBILITY,
                        CompatibilityHints.KEY_VCARD_COMPATIBILITY)
                .forEach(hint -> CompatibilityHints.setHintEnabled(hint, false));
    }

    private static ShownYear shown(StoredSchedule stored) {
        return ShownYear.of(stored.schedule(), Map.of(), true);
    }

    private static String feed(String language, boolean announcedOnly) {
        return new FeedWriter(DrillTexts.find(language).orElseThrow(), ModelNames.of(SAMPLE))
                .write(List.of(YEAR), TAIPEI, announcedOnly, FeedWriterTest::shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-Hant"})
    void parsesStrictlyAndIsValid(String language) throws Exception {
        Calendar calendar = new CalendarBuilder().build(new StringReader(feed(language, false)));
        assertThat(calendar.validate(true).getEntries()).isEmpty();
        List<VEvent> events = calendar.getComponents(Component.VEVENT);
        assertThat(events).hasSameSizeAs(YEAR.schedule().drills());
        assertThat(events).extracting(event -> value(event, Property.UID)).doesNotHaveDuplicates();
        assertThat(events).allSatisfy(event -> {
            assertThat(value(event, Property.STATUS)).isEqualTo("TENTATIVE");
            assertThat(value(event, Property.DTSTAMP)).isEqualTo("20260102T030405Z");
        });
    }

    @Test
    void aFeedWithoutADrillIsACalendarWithoutEventsAndNothingToLog() throws Exception {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.addAppender(log);
        try {
            String feed = new FeedWriter(DrillTexts.find("en").orElseThrow(), ModelNames.of(SAMPLE))
                    .write(List.of(), TAIPEI, false, FeedWriterTest::shown);
            assertThat(new CalendarBuilder().build(new StringReader(feed)).getComponents())
                    .isEmpty();
        } finally {
            root.detachAppender(log);
        }
        assertThat(log.list)
                .filteredOn(line -> line.getLevel().isGreaterOrEqual(Level.WARN))
                .isEmpty();
    }

    private static String value(VEvent event, String property) {
        return event.getProperty(property).map(Property::getValue).orElse("");
    }

    @Test
    void saysInEachLanguageWhatIsDrilledAndGivesItsTimeInUtc() throws Exception {
        assertThat(live("en")).satisfies(event -> {
            assertThat(value(event, Property.SUMMARY)).isEqualTo("live drill: Mobile payment");
            assertThat(value(event, Property.DTSTART)).matches("2026\\d{4}T180000Z");
            assertThat(value(event, Property.DESCRIPTION)).contains("model run 8", "2.2 h", "never");
        });
        assertThat(value(live("zh-Hant"), Property.SUMMARY)).isEqualTo("實況演練：行動支付");
    }

    private static VEvent live(String language) throws Exception {
        Calendar calendar = new CalendarBuilder().build(new StringReader(feed(language, false)));
        return calendar.<VEvent>getComponents(Component.VEVENT).stream()
                .filter(event -> value(event, Property.UID).equals("2026.svc-payment.live-failover.1@holdfast"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void foldsByOctetsAndEndsLinesAsTheStandardSays() {
        String feed = feed("zh-Hant", false);
        assertThat(feed).endsWith("END:VCALENDAR\r\n");
        assertThat(feed.split("\r\n")).allSatisfy(line -> {
            assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75);
            assertThat(line).doesNotContain("\n").doesNotContain("\uFFFD");
        });
    }

    @Test
    void givesTheSameBytesAgain() {
        assertThat(feed("zh-Hant", false)).isEqualTo(feed("zh-Hant", false));
    }

    @Test
    @Tag("row:D7")
    void leavesUnannouncedDrillsOutForParticipants() {
        long announced = YEAR.schedule().drills().stream()
                .filter(drill -> drill.announced())
                .count();
        assertThat(feed("en", true).split("BEGIN:VEVENT", -1)).hasSize((int) announced + 1);
        assertThat(feed("en", true)).doesNotContain("CONFIDENTIAL");
        assertThat(feed("en", false)).contains("CLASS:CONFIDENTIAL");
    }

    @Test
    void hasEveryTextInBothLanguages() {
        assertThat(DrillTexts.find("zh-Hant").orElseThrow().keys())
                .isEqualTo(DrillTexts.find("en").orElseThrow().keys());
    }
}
