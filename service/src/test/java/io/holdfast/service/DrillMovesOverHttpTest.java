package io.holdfast.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.kernel.Unpacked;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Drills that people move, and the rules that hold for them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // set before the first test
@Tag("row:D1")
class DrillMovesOverHttpTest {

    private static final String YEAR = "api/drills/schedules/2026";

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

    private HttpResponse<String> put(String path, String body, String ifMatch) throws Exception {
        return http.send("PUT", path, body, "Content-Type", "application/json", "If-Match", ifMatch);
    }

    private JsonNode plan() throws IOException, InterruptedException {
        HttpResponse<String> answer = http.post("api/drills/schedules", "{\"year\": 2026}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Http.JSON.readTree(answer.body());
    }

    private static JsonNode drill(JsonNode schedule, String uid) {
        for (JsonNode each : schedule.path("drills")) {
            if (each.path("uid").asText().equals(uid)) {
                return each;
            }
        }
        throw new AssertionError("no drill " + uid);
    }

    private static String wish(String uid, LocalDate date, String reason) {
        return Http.JSON
                .createObjectNode()
                .put("uid", uid)
                .put("date", date.toString())
                .put("reason", reason)
                .toString();
    }

    @Test
    void aDrillIsMovedToADayThatKeepsTheRulesStaysThereAndIsLetGoAgain() throws Exception {
        JsonNode schedule = plan();
        assertThat(schedule.path("proof").get(0).path("code").asText()).isEqualTo("proof-missing-none");
        String uid = schedule.path("drills").get(20).path("uid").asText();
        LocalDate from = LocalDate.parse(drill(schedule, uid).path("date").asText());
        LocalDate saturday = from.with(java.time.DayOfWeek.SATURDAY);
        JsonNode verdict = Http.JSON.readTree(
                http.post(YEAR + "/check", wish(uid, saturday, "")).body());
        assertThat(verdict.path("allowed").asBoolean()).isFalse();
        assertThat(verdict.path("broken").findValuesAsText("code")).contains("move-day-off");
        assertThat(verdict.path("broken").findValuesAsText("text")).contains("Nobody works on this day.");
        HttpResponse<String> refused = http.post(YEAR + "/pins", wish(uid, saturday, "for a visit"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Http.JSON.readTree(refused.body()).path("code").asText()).isEqualTo("move-refused");
        assertThat(drill(http.json(YEAR), uid).path("date").asText()).isEqualTo(from.toString());

        LocalDate to = free(uid, from);
        HttpResponse<String> moved = http.post(YEAR + "/pins", wish(uid, to, "for a visit"));
        assertThat(moved.statusCode()).as(moved.body()).isEqualTo(200);
        JsonNode pinned = drill(Http.JSON.readTree(moved.body()), uid);
        assertThat(pinned.path("date").asText()).isEqualTo(to.toString());
        assertThat(pinned.path("pin").path("by").asText()).isEqualTo("demo");
        assertThat(pinned.path("pin").path("reason").asText()).isEqualTo("for a visit");
        assertThat(pinned.path("pin").path("at").asText()).isNotEmpty();
        assertThat(drill(plan(), uid).path("date").asText()).as("planned again").isEqualTo(to.toString());

        String path = YEAR + "/pins/" + URLEncoder.encode(uid, StandardCharsets.UTF_8);
        HttpResponse<String> free = http.send("DELETE", path, "");
        assertThat(free.statusCode()).as(free.body()).isEqualTo(200);
        assertThat(drill(http.json(YEAR), uid).path("pin").isNull()).isTrue();
        assertThat(http.send("DELETE", path, "").statusCode()).isEqualTo(409);
    }

    /** The first later day that the check allows. */
    private LocalDate free(String uid, LocalDate from) throws Exception {
        for (LocalDate day = from.plusDays(1); day.getYear() == 2026; day = day.plusDays(1)) {
            JsonNode verdict = Http.JSON.readTree(
                    http.post(YEAR + "/check", wish(uid, day, "")).body());
            if (verdict.path("allowed").asBoolean()) {
                return day;
            }
        }
        throw new AssertionError("no free day for " + uid);
    }

    @Test
    void whatIsNoDrillOrNoDayIsRefusedWithACode() throws Exception {
        plan();
        assertThat(http.post(YEAR + "/check", wish("nobody", LocalDate.of(2026, 5, 5), ""))
                        .statusCode())
                .isEqualTo(404);
        assertThat(http.post(YEAR + "/check", "{\"uid\": \"a\", \"date\": \"soon\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(http.post(YEAR + "/check", "{}").statusCode()).isEqualTo(400);
        assertThat(http.post("api/drills/schedules/2033/check", wish("a", LocalDate.of(2033, 5, 5), ""))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void rulesAreChosenByPresetChangedByVersionAndRefusedWhereTheyAreNone() throws Exception {
        JsonNode presets = http.json("api/drills/rules/presets");
        assertThat(presets.findValuesAsText("preset")).containsExactly("standard", "taiwan", "dora");
        HttpResponse<String> before = http.get("api/drills/rules");
        String tag = before.headers().firstValue("etag").orElseThrow();
        ObjectNode rules = presets.get(1).deepCopy();
        rules.put("teamPerWeek", 3);
        HttpResponse<String> stored = put("api/drills/rules", rules.toString(), tag);
        assertThat(stored.statusCode()).as(stored.body()).isEqualTo(200);
        JsonNode now = http.json("api/drills/rules");
        assertThat(now.path("rules")).isEqualTo(rules);
        assertThat(now.path("changedBy").asText()).isEqualTo("demo");
        assertThat(put("api/drills/rules", rules.toString(), tag).statusCode()).isEqualTo(412);
        rules.put("teamPerWeek", 30);
        HttpResponse<String> refused = put("api/drills/rules", rules.toString(), "*");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("teamPerWeek");
        put("api/drills/rules", presets.get(0).toString(), "*");
    }

    @Test
    @Tag("row:D12")
    void redundantDevicesAreListedWithWhenTheyWereDrilledLast() throws Exception {
        JsonNode groups = http.json("api/drills/redundant");
        assertThat(groups).hasSize(9).allSatisfy(group -> {
            assertThat(group.path("devices").size()).isGreaterThan(1);
            assertThat(group.path("lastHeld").isNull()).isTrue();
        });
    }

    @Test
    @Tag("row:B18")
    void whatTheGraphLostSinceABaselineMustBeTestedAgainUntilSomebodySetsItAside() throws Exception {
        http.post("api/baselines", "{\"name\": \"before\", \"note\": \"\"}");
        assertThat(http.json("api/drills/retests").path("open")).isEmpty();
        ObjectNode element = (ObjectNode) http.json("api/elements/tpe-edge").path("element");
        element.putArray("needs").add("tpe-lan");
        HttpResponse<String> changed = put("api/elements/tpe-edge", element.toString(), "*");
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        JsonNode open = http.json("api/drills/retests").path("open");
        assertThat(open).isNotEmpty();
        JsonNode first = open.get(0);
        assertThat(first.path("why").path("text").asText()).contains("test again");
        ObjectNode dismissal = Http.JSON
                .createObjectNode()
                .put("cause", first.path("cause").asText())
                .put("service", first.path("service").path("id").asText());
        assertThat(http.post("api/drills/retests/dismissals", dismissal.toString())
                        .statusCode())
                .isEqualTo(422);
        dismissal.put("reason", "tried on the day of the change");
        assertThat(http.post("api/drills/retests/dismissals", dismissal.toString())
                        .statusCode())
                .isEqualTo(204);
        JsonNode after = http.json("api/drills/retests");
        assertThat(after.path("open")).hasSize(open.size() - 1);
        assertThat(after.path("dismissed").get(0).path("reason").asText()).contains("tried");
        assertThat(http.post("api/drills/retests/dismissals", dismissal.toString())
                        .statusCode())
                .isEqualTo(404);
    }
}
