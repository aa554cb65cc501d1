package io.holdfast.service;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.drill.DrillMoves;
import io.holdfast.service.drill.MoveMeanwhile;
import io.holdfast.service.drill.ScheduleDrafts;
import io.holdfast.service.drillplan.PlanSources;
import io.holdfast.service.kernel.access.Role;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Who may know on which day a drill is, and which day that is: the plan's own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // set before the first test
class DrillDaysOverHttpTest {

    private static final String YEAR = "api/drills/schedules/2027";

    private Guarded service;
    private Http planner;
    private Http ofUnit;
    private Http reader;

    @BeforeAll
    void start(@TempDir Path data) throws Exception {
        service = new Guarded(data, false);
        service.unit("network", null);
        planner = service.person("plans", Role.PLANNER, null);
        ofUnit = service.person("plans-networks", Role.PLANNER, "network");
        reader = service.person("reads", Role.EXECUTIVE, null);
        String sample = Files.readString(Path.of("src/main/resources/sample/operator.yaml"));
        ok(planner.send("PUT", "api/model", sample, "Content-Type", "application/yaml", "If-Match", "*"));
        ok(planner.post("api/drills/schedules", "{\"year\":2027}"));
    }

    @AfterAll
    void stop() {
        service.close();
    }

    private void signIn() throws Exception {
        planner = service.session(service.signIn("plans", Guarded.PASSWORD));
        ofUnit = service.session(service.signIn("plans-networks", Guarded.PASSWORD));
        reader = service.session(service.signIn("reads", Guarded.PASSWORD));
    }

    private static JsonNode ok(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 202);
        return Http.JSON.readTree(answer.body());
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private static JsonNode find(JsonNode drills, Predicate<JsonNode> wanted) {
        return list(drills).stream().filter(wanted).findFirst().orElseThrow();
    }

    private static JsonNode find(JsonNode drills, String uid) {
        return find(drills, drill -> drill.path("uid").asText().equals(uid));
    }

    private static List<String> codes(JsonNode drill) {
        List<String> codes = new ArrayList<>(drill.path("why").findValuesAsText("code"));
        codes.addAll(drill.path("flags").findValuesAsText("code"));
        return codes;
    }

    private static JsonNode unannounced(JsonNode schedule) {
        return find(
                schedule.path("drills"),
                drill -> !drill.path("announced").asBoolean()
                        && drill.path("plan").isNull()
                        && !drill.path("date").asText().endsWith("-01"));
    }

    @Test
    @Tag("row:D7")
    void theDayOfAnUnannouncedDrillIsToldToThoseAloneWhoPlanTheYear() throws Exception {
        JsonNode whole = planner.json(YEAR);
        JsonNode known = unannounced(whole);
        String uid = known.path("uid").asText();
        LocalDate day = LocalDate.parse(known.path("date").asText());
        assertThat(known.path("window").isNull()).isTrue();
        assertThat(codes(known)).anyMatch(code -> code.startsWith("day-"));

        for (Http other : List.of(reader, ofUnit)) {
            JsonNode told = other.json(YEAR);
            JsonNode hidden = find(told.path("drills"), uid);
            assertThat(hidden.path("date").asText())
                    .isEqualTo(day.withDayOfMonth(1).toString());
            assertThat(hidden.path("start").asText()).isEqualTo("00:00");
            assertThat(hidden.path("window").path("from").asText())
                    .isEqualTo(day.withDayOfMonth(1).toString());
            assertThat(hidden.path("window").path("to").asText())
                    .isEqualTo(YearMonth.from(day).atEndOfMonth().toString());
            assertThat(hidden.path("pin").isNull()).isTrue();
            assertThat(codes(hidden)).noneMatch(code -> code.startsWith("day-") || code.startsWith("pin-"));
            // reasons of others name days on which a team or service is taken, by a hidden drill perhaps
            assertThat(list(told.path("drills")))
                    .allSatisfy(drill -> assertThat(codes(drill))
                            .doesNotContain(
                                    "day-team", "day-service", "day-order", "day-site", "day-next", "day-kept"));
            assertThat(told.path("proof").findValuesAsText("code"))
                    .noneMatch(code -> code.startsWith("proof-distance"));
            List<String> places = list(told.path("drills")).stream()
                    .map(drill -> drill.path("date").asText()
                            + drill.path("start").asText()
                            + drill.path("uid").asText())
                    .toList();
            assertThat(places).as("where it stands in the list").isSorted();
            assertThat(other.get("api/drills/feed.ics?year=2027").body()).doesNotContain(uid);
        }
        assertThat(planner.get("api/drills/feed.ics?year=2027").body()).contains(uid);
        assertThat(codes(whole.path("drills").get(0))).isNotEmpty();
        assertThat(list(whole.path("drills")).stream().flatMap(drill -> codes(drill).stream()))
                .contains("day-next");
    }

    @Test
    @Tag("row:D7")
    void tablesAndChecksOfMovesDoNotTellItEither() throws Exception {
        JsonNode known = unannounced(planner.json(YEAR));
        String uid = known.path("uid").asText();
        String day = known.path("date").asText();
        String row = row(reader, uid);
        assertThat(row).doesNotContain(day).startsWith(day.substring(0, 7) + "-01 – ");
        assertThat(row(planner, uid)).startsWith(day);
        JsonNode announced = find(
                planner.json(YEAR).path("drills"),
                drill -> drill.path("announced").asBoolean());
        String wish = Http.JSON
                .createObjectNode()
                .put("uid", announced.path("uid").asText())
                .put("date", day)
                .toString();
        assertThat(reader.post(YEAR + "/check", wish).statusCode()).isEqualTo(403);
        assertThat(ofUnit.post(YEAR + "/check", wish).statusCode()).isEqualTo(403);
        assertThat(planner.post(YEAR + "/check", wish).statusCode()).isEqualTo(200);
    }

    private static String row(Http who, String uid) throws Exception {
        return who.get(YEAR + "/export?format=csv")
                .body()
                .lines()
                .filter(line -> line.contains(uid))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Tag("row:D7")
    void whatIsApprovedIsTheMonthSoThatNoVersionDifferenceOrHashTellsIt() throws Exception {
        JsonNode known = unannounced(planner.json(YEAR));
        String uid = known.path("uid").asText();
        String day = known.path("date").asText();
        JsonNode version = ok(planner.post(YEAR + "/approval", "{\"note\":\"please\"}"));
        String document = "api/approvals/" + version.path("document").asLong() + "/versions/"
                + version.path("number").asInt();
        for (Http each : List.of(reader, planner)) {
            JsonNode entry =
                    find(each.json(YEAR + "/versions/1").path("schedule").path("drills"), uid);
            assertThat(entry.path("date").isNull()).isTrue();
            assertThat(entry.path("start").isNull()).isTrue();
            assertThat(entry.path("window").path("from").asText()).isEqualTo(day.substring(0, 8) + "01");
            assertThat(find(each.json(document).path("content").path("drills"), uid)
                            .path("date")
                            .isNull())
                    .isTrue();
        }
        ok(planner.post(document + "/withdraw", ""));
    }

    @Test
    @Tag("row:D7")
    void whatWasSubmittedWithADayIsToldWithoutIt() throws Exception {
        JsonNode old = Http.JSON.readTree("""
                {"en": {"year": 2027, "drills": [
                  {"uid": "b", "announced": true, "date": "2027-05-03", "start": "09:00"},
                  {"uid": "a", "announced": false, "date": "2027-05-20", "start": "14:00"}]}}""");
        JsonNode told = service.application
                .door(ScheduleDrafts.class)
                .told(old)
                .path("en")
                .path("drills");
        assertThat(told.findValuesAsText("uid"))
                .as("in the order of what is told")
                .containsExactly("a", "b");
        assertThat(told.get(0).path("date").isNull()).isTrue();
        assertThat(told.get(0).path("start").isNull()).isTrue();
        assertThat(told.get(0).path("window").path("to").asText()).isEqualTo("2027-05-31");
        assertThat(told.get(1).path("date").asText()).isEqualTo("2027-05-03");
        assertThat(old.path("en").path("drills").get(1).path("date").asText()).isEqualTo("2027-05-20");
    }

    @Test
    @Tag("row:D7")
    void theAuditOfAMoveNamesItsMonthAlone() throws Exception {
        JsonNode known = unannounced(planner.json(YEAR));
        String uid = known.path("uid").asText();
        LocalDate to = free(uid, LocalDate.parse(known.path("date").asText()));
        JsonNode schedule = ok(planner.post(YEAR + "/pins", wish(uid, to, "nobody is there before " + to)));
        assertThat(find(schedule.path("drills"), uid).path("date").asText()).isEqualTo(to.toString());
        JsonNode hidden = find(reader.json(YEAR).path("drills"), uid);
        assertThat(hidden.path("pin").isNull()).isTrue();
        String audit = service.administrator().get("api/audit?size=200").body();
        assertThat(audit).contains("schedule.pin").doesNotContain(to.toString()).doesNotContain("nobody is there");
        JsonNode released =
                ok(planner.send("DELETE", YEAR + "/pins/" + URLEncoder.encode(uid, StandardCharsets.UTF_8), ""));
        assertThat(codes(find(released.path("drills"), uid))).contains("day-released");
    }

    private static String wish(String uid, LocalDate date, String reason) {
        return Http.JSON
                .createObjectNode()
                .put("uid", uid)
                .put("date", date.toString())
                .put("reason", reason)
                .toString();
    }

    private LocalDate free(String uid, LocalDate from) throws Exception {
        for (LocalDate day = from.plusDays(1); day.getYear() == 2027; day = day.plusDays(1)) {
            if (ok(planner.post(YEAR + "/check", wish(uid, day, "")))
                    .path("allowed")
                    .asBoolean()) {
                return day;
            }
        }
        throw new AssertionError("no free day for " + uid);
    }

    @Test
    @Tag("row:D2")
    void aDrillIsShownWhereItsPlanSaysAndIsOverdueFromThereOn() throws Exception {
        JsonNode scheduled = list(planner.json(YEAR).path("drills")).stream()
                .filter(drill -> drill.path("announced").asBoolean()
                        && drill.path("plan").isNull())
                .min(Comparator.comparing(drill -> drill.path("date").asText()))
                .orElseThrow();
        String uid = scheduled.path("uid").asText();
        assertThat(scheduled.path("settled").booleanValue()).isFalse();
        String feedBefore = event(uid);
        JsonNode begun = ok(planner.post("api/drill-plans/drafts?language=en", "{\"scheduled\":\"" + uid + "\"}"));
        LocalDate own =
                LocalDate.parse(scheduled.path("date").asText()).plusDays(40).withDayOfMonth(17);
        ObjectNode content = begun.path("content").deepCopy();
        content.putObject("timing")
                .put("date", own.toString())
                .put("start", "10:45")
                .put("minutes", 75);
        String plan = "api/drill-plans/" + begun.path("id").asLong();
        ok(planner.send("PUT", plan, content.toString(), "Content-Type", "application/json", "If-Match", "*"));

        for (Http each : List.of(planner, reader)) {
            JsonNode shown = find(each.json(YEAR).path("drills"), uid);
            assertThat(shown.path("date").asText()).isEqualTo(own.toString());
            assertThat(shown.path("start").asText()).isEqualTo("10:45");
            assertThat(shown.path("minutes").asInt()).isEqualTo(75);
            assertThat(shown.path("settled").booleanValue()).isTrue();
            assertThat(codes(shown)).contains("day-settled").doesNotContain("day-best", "day-next");
            assertThat(row(each, uid)).startsWith(own + ",10:45,12:00");
        }
        List<String> days = list(planner.json(YEAR).path("drills")).stream()
                .map(drill -> drill.path("date").asText())
                .toList();
        assertThat(days).isSorted();
        String event = event(uid);
        assertThat(event).contains("DTSTART:" + own.toString().replace("-", "") + "T024500Z");
        assertThat(event).contains("DTEND:" + own.toString().replace("-", "") + "T040000Z");
        assertThat(sequence(event)).isGreaterThan(sequence(feedBefore));

        JsonNode verdict = ok(planner.post(YEAR + "/check", wish(uid, own.plusDays(1), "")));
        assertThat(verdict.path("broken").findValuesAsText("code")).containsExactly("move-settled");
        JsonNode again = ok(planner.post("api/drills/schedules", "{\"year\":2027}"));
        assertThat(find(again.path("drills"), uid).path("date").asText())
                .as("planned again")
                .isEqualTo(own.toString());
        JsonNode third = ok(planner.post("api/drills/schedules", "{\"year\":2027}"));
        assertThat(third.path("drills").findValuesAsText("date"))
                .isEqualTo(again.path("drills").findValuesAsText("date"));

        LocalDate today = LocalDate.parse(planner.json(YEAR).path("today").asText());
        service.clock.move(Duration.ofDays(own.toEpochDay() - today.toEpochDay()));
        Http later = service.session(service.signIn("reads", Guarded.PASSWORD));
        assertThat(find(later.json(YEAR).path("drills"), uid).path("overdue").asBoolean())
                .as("on its own day")
                .isFalse();
        service.clock.move(Duration.ofDays(1));
        later = service.session(service.signIn("reads", Guarded.PASSWORD));
        assertThat(find(later.json(YEAR).path("drills"), uid).path("overdue").asBoolean())
                .as("the day after")
                .isTrue();
        service.clock.move(Duration.ofDays(today.toEpochDay() - own.toEpochDay() - 1));
        signIn(); // at the later moment all sessions had ended
        JsonNode off = ok(planner.post(plan + "/cancellation", "{\"why\":\"Not this year.\"}"));
        assertThat(off.path("stage").asText()).isEqualTo("cancelled");
        assertThat(sequence(requireNonNull(event(uid)))).isGreaterThan(sequence(event));
    }

    @Test
    void aMoveIsNotKeptWhereTheDrillWasPlannedSinceItWasChecked() throws Exception {
        List<JsonNode> open = list(planner.json(YEAR).path("drills")).stream()
                .filter(drill -> drill.path("announced").asBoolean()
                        && drill.path("plan").isNull())
                .toList();
        JsonNode drill = open.getLast();
        String uid = drill.path("uid").asText();
        LocalDate day = LocalDate.parse(drill.path("date").asText());
        DrillMoves.Wish wish = new DrillMoves.Wish(uid, day, null);
        PlanSources sources = service.application.door(PlanSources.class);
        assertThat(MoveMeanwhile.keep(service.application::door, 2027, wish, () -> sources.fromScheduled(uid, "en")))
                .isEmpty();
        assertThat(find(planner.json(YEAR).path("drills"), uid).path("pin").isNull())
                .isTrue();
        String other = open.get(open.size() - 2).path("uid").asText();
        LocalDate stays = LocalDate.parse(open.get(open.size() - 2).path("date").asText());
        assertThat(MoveMeanwhile.keep(
                        service.application::door, 2027, new DrillMoves.Wish(other, stays, null), () -> {}))
                .as("where nothing happened")
                .isPresent();
    }

    /** The event of a drill in the feed, unfolded. */
    private String event(String uid) throws Exception {
        String feed = planner.get("api/drills/feed.ics?year=2027").body().replace("\r\n ", "");
        for (String event : feed.split("BEGIN:VEVENT", -1)) {
            if (event.contains("UID:" + uid)) {
                return event;
            }
        }
        throw new AssertionError("no event " + uid);
    }

    private static int sequence(String event) {
        Matcher sequence = Pattern.compile("SEQUENCE:(\\d+)").matcher(event);
        assertThat(sequence.find()).isTrue();
        return Integer.parseInt(sequence.group(1));
    }
}
