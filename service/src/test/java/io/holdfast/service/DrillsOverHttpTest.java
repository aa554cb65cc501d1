package io.holdfast.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.service.kernel.Unpacked;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.util.CompatibilityHints;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // set before the first test
@Tag("row:D1")
class DrillsOverHttpTest {

    private Application application;
    private Http http;

    @BeforeAll
    void start(@TempDir Path data) throws Exception {
        application = Application.start(Arguments.demo(Unpacked.in(data), 0, true, 500));
        http = new Http(application.url());
        for (JsonNode run : http.json("api/runs").path("items")) {
            http.awaitOver(run.path("id").asLong()); // a result that comes meanwhile would change the schedule
        }
    }

    @AfterAll
    void stop() {
        application.close();
    }

    private JsonNode plan(int year) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.post("api/drills/schedules", "{\"year\": " + year + "}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Http.JSON.readTree(answer.body());
    }

    private static Calendar strictly(String feed) throws Exception {
        for (String hint : List.of(
                CompatibilityHints.KEY_RELAXED_PARSING,
                CompatibilityHints.KEY_RELAXED_UNFOLDING,
                CompatibilityHints.KEY_RELAXED_VALIDATION,
                CompatibilityHints.KEY_OUTLOOK_COMPATIBILITY,
                CompatibilityHints.KEY_NOTES_COMPATIBILITY)) {
            CompatibilityHints.setHintEnabled(hint, false);
        }
        return new CalendarBuilder().build(new StringReader(feed));
    }

    @Test
    void givesEveryServiceADrillOnNoListedHolidayAndNoTeamTwoADay() throws Exception {
        JsonNode schedule = plan(2026);
        Set<String> holidays = new HashSet<>();
        http.json("api/calendar?year=2026").path("days").forEach(day -> {
            if (day.path("kind").asText().equals("holiday")) {
                holidays.add(day.path("date").asText());
            }
        });
        assertThat(holidays).hasSize(22);
        assertThat(schedule.path("services"))
                .hasSize(13)
                .allSatisfy(
                        service -> assertThat(service.path("drills").asInt()).isPositive());
        Map<String, Set<String>> taken = new HashMap<>();
        for (JsonNode drill : schedule.path("drills")) {
            String date = drill.path("date").asText();
            assertThat(holidays).doesNotContain(date);
            assertThat(LocalDate.parse(date).getDayOfWeek().getValue()).isLessThan(6);
            for (JsonNode team : drill.path("teams")) {
                assertThat(taken.computeIfAbsent(date, day -> new HashSet<>()).add(team.asText()))
                        .as("%s on %s", team, date)
                        .isTrue();
            }
        }
        assertThat(schedule.path("unplaced")).isEmpty();
        assertThat(schedule.path("modelChanged").asBoolean()).isFalse();
        assertThat(http.json("api/drills/schedules/2026")).isEqualTo(plan(2026));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-Hant"})
    void publishesAFeedThatParsesStrictlyWithOneEventADrill(String language) throws Exception {
        JsonNode schedule = plan(2026);
        HttpResponse<String> answer = http.get("api/drills/feed.ics?year=2026&language=" + language);
        assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("text/calendar");
        Calendar feed = strictly(answer.body());
        assertThat(feed.validate(true).getEntries()).isEmpty();
        List<VEvent> events = feed.getComponents(Component.VEVENT);
        assertThat(events).hasSize(schedule.path("drills").size());
        plan(2026);
        assertThat(http.get("api/drills/feed.ics?year=2026&language=" + language)
                        .body())
                .as("planned again without a change")
                .isEqualTo(answer.body());
    }

    @Test
    void marksEveryMonthOfAYearThatNoCalendarCovers() throws Exception {
        JsonNode schedule = plan(2027);
        assertThat(schedule.path("months"))
                .hasSize(12)
                .allSatisfy(
                        month -> assertThat(month.path("covered").asBoolean()).isFalse());
        assertThat(schedule.path("drills")).isNotEmpty().allSatisfy(drill -> {
            assertThat(drill.path("flags").toString()).contains("month-not-covered");
            assertThat(LocalDate.parse(drill.path("date").asText())
                            .getDayOfWeek()
                            .getValue())
                    .isLessThan(6);
        });
    }

    @Test
    void previewsThenImportsAFileOnceAndTellsThatTheScheduleIsOfAnOlderCalendar() throws Exception {
        plan(2029);
        String file = "date,kind,name\n2029-01-01,holiday,New Year\n2029-12-31,holiday,Last day\n";
        String path = "api/calendar/imports?fileName=2029.csv";
        JsonNode preview = Http.JSON.readTree(
                http.post(path, file, "Content-Type", "text/csv").body());
        assertThat(preview.path("applied").asBoolean()).isFalse();
        assertThat(preview.path("added")).hasSize(2);
        assertThat(preview.path("removed").isArray())
                .as("an empty list is still a list")
                .isTrue();
        assertThat(http.json("api/calendar?year=2029").path("days").isArray()).isTrue();
        assertThat(http.json("api/calendar?year=2029").path("days")).isEmpty();

        http.post(path + "&apply=true", file);
        JsonNode again =
                Http.JSON.readTree(http.post(path + "&apply=true", file).body());
        assertThat(again.path("unchanged").asInt()).isEqualTo(2);
        assertThat(again.path("added")).isEmpty();
        JsonNode calendar = http.json("api/calendar?year=2029");
        assertThat(calendar.path("days")).hasSize(2);
        assertThat(calendar.path("coveredMonths")).hasSize(12);
        assertThat(calendar.path("imports").findValuesAsText("fileName"))
                .filteredOn("2029.csv"::equals)
                .hasSize(1);
        assertThat(http.json("api/drills/schedules/2029")
                        .path("calendarChanged")
                        .asBoolean())
                .isTrue();
        assertThat(plan(2029).path("calendarChanged").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "date,kind,name\n2030-01-01,holiday,a\n2030-02-30,holiday,b\n",
                "date,kind,name\n2030-01-01,holiday,a\n2030-01-02,hollyday,b\n",
                "date,kind,name\n2030-01-01,holiday,a\n2030-01-01,holiday,b\n",
                "date,kind,name\n2030-01-01,holiday,a\n2030-01-02,holiday\n",
                "datum,kind,name\n2030-01-01,holiday,a\n",
                "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTAMP:20260101T000000Z\r\nDTSTART;VALUE=DATE:20300101\r\nSUMMARY:a\r\n",
                "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTAMP:20260101T000000Z\r\nDTSTART;VALUE=DATE:20300132\r\nSUMMARY:a\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
                "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTAMP:20260101T000000Z\r\nDTSTART:20300101T080000Z\r\nSUMMARY:a\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
                "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTAMP:20260101T000000Z\r\nDTSTART;VALUE=DATE:20300101\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
                "BEGIN:VCARD\r\nVERSION:3.0\r\nEND:VCARD\r\n"
            })
    void keepsNothingOfABrokenFile(String file) throws Exception {
        HttpResponse<String> answer = http.post("api/calendar/imports?apply=true&language=zh-Hant", file);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        JsonNode problem = Http.JSON.readTree(answer.body());
        assertThat(problem.path("code").asText()).isEqualTo("calendar-refused");
        assertThat(problem.path("violations")).isNotEmpty();
        assertThat(http.json("api/calendar?year=2030").path("days")).isEmpty();
        assertThat(http.json("api/calendar?year=2030").path("coveredMonths")).isEmpty();
    }

    @Test
    void keepsMakeUpDaysThatAnICalendarFileCannotName() throws Exception {
        String folder = System.getenv("HOLDFAST_DATA");
        assumeTrue(folder != null, "HOLDFAST_DATA is not set");
        String file = Files.readString(Path.of(folder, "calendar", "taiwan_2025_2026.ics"));
        JsonNode change = Http.JSON.readTree(
                http.post("api/calendar/imports?apply=true", file).body());
        assertThat(change.path("added")).isEmpty();
        assertThat(change.path("removed")).isEmpty();
        assertThat(change.path("unchanged").asInt()).isEqualTo(35);
    }

    @Test
    void twoWhoPlanAYearAtOnceAreBothAnswered() throws Exception {
        Callable<Integer> plan =
                () -> http.post("api/drills/schedules", "{\"year\": 2029}").statusCode();
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            for (Future<Integer> answer : both.invokeAll(List.of(plan, plan))) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }
        assertThat(http.json("api/drills/schedules/2029").path("drills")).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "api/drills/schedules/2031, 404, no-schedule",
        "api/drills/schedules/1, 400, bad-year",
        "api/drills/schedules/2026?language=fr, 400, unknown-language",
        "api/drills/feed.ics?year=2031, 404, no-schedule",
        "api/drills/feed.ics?language=xx, 400, unknown-language",
        "api/calendar?year=99999, 400, bad-year"
    })
    void refusesABrokenRequestWithACode(String path, int status, String code) throws Exception {
        HttpResponse<String> answer = http.get(path);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(Http.JSON.readTree(answer.body()).path("code").asText()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"year\": 1}", "{\"year\": \"soon\"}", "[]", "{"})
    void refusesToPlanNoYear(String body) throws Exception {
        assertThat(http.post("api/drills/schedules", body).statusCode()).isEqualTo(400);
    }
}
