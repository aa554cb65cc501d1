package io.holdfast.service;

import static io.holdfast.service.jooq.Tables.DRILL_PLAY;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.kernel.access.Role;
import io.micronaut.transaction.TransactionOperations;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** One possible day, played by several people who see the same, and nobody what comes. */
@Tag("row:D3")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // set before the first test
class DrillPlaysOverHttpTest {

    private Guarded service;
    private Http leader;
    private Http second;
    private Http approver;
    private Http reader;
    private long plan;

    @BeforeAll
    void start(@TempDir Path data) throws Exception {
        service = new Guarded(data, false);
        leader = service.person("leads", Role.PLANNER, null);
        second = service.person("helps", Role.OPERATOR, null);
        approver = service.person("approves", Role.APPROVER, null);
        reader = service.person("reads", Role.EXECUTIVE, null);
        String sample = Files.readString(Path.of("src/main/resources/sample/operator.yaml"));
        HttpResponse<String> put =
                leader.send("PUT", "api/model", sample, "Content-Type", "application/yaml", "If-Match", "*");
        assertThat(put.statusCode()).as(put.body()).isEqualTo(200);
        plan = approved("Play the loss of Taipei", "[\"desktop\"]", "\"tpe-lost\"");
    }

    @AfterAll
    void stop() {
        service.close();
    }

    private static JsonNode ok(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 202);
        return Http.JSON.readTree(answer.body());
    }

    private static void refused(HttpResponse<String> answer, int status, String code) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(Http.JSON.readTree(answer.body()).path("code").asText()).isEqualTo(code);
    }

    /** What a plan says whose day can be played. */
    static ObjectNode content(String title, String types, String scenario, LocalDate day) throws Exception {
        ObjectNode content = (ObjectNode) Http.JSON.readTree("""
                {"year": 2026, "types": %s, "announced": true, "category": "technical",
                 "form": "tabletop", "scope": ["selfcare-db"], "scenario": %s,
                 "purpose": "Decide together what is recovered how.", "scenarioText": "An earthquake.",
                 "steps": [{"id": "decide", "title": "Decide", "role": "dba", "plannedMinutes": 60}],
                 "resources": ["A room"],
                 "participants": [{"team": "dba", "person": "Wu Chia-hao", "role": "leader", "contact": "ext. 2210"}],
                 "noSuppliersReason": "Nothing here is a supplier's.",
                 "notifications": [{"id": "crisis", "to": "Crisis team", "channel": "phone", "withinMinutes": 30, "text": "We play."}],
                 "successCriteria": [{"id": "talk", "text": "Everybody was heard", "kind": "judged"}],
                 "stopCriteria": [{"id": "real", "text": "A real incident"}],
                 "desktopOnlyReason": "Production cannot be switched this year.",
                 "injects": [{"id": "press", "atMinutes": 7, "title": "Press", "text": "A journalist calls.", "to": "leader", "expected": "Refer."}]}
                """.formatted(types, scenario));
        content.put("title", title)
                .putObject("timing")
                .put("date", day.toString())
                .put("start", "09:00")
                .put("minutes", 90);
        return content;
    }

    private long draft(String title, String types, String scenario) throws Exception {
        LocalDate day = LocalDate.ofInstant(service.clock.instant(), ZoneId.of("Asia/Taipei"))
                .plusDays(9);
        return ok(leader.post(
                        "api/drill-plans", content(title, types, scenario, day).toString()))
                .path("id")
                .asLong();
    }

    private long approved(String title, String types, String scenario) throws Exception {
        long id = draft(title, types, scenario);
        Approving.plan(leader, approver, id);
        return id;
    }

    private String plays() {
        return "api/drill-plans/" + plan + "/plays";
    }

    private JsonNode begin(String wanted) throws Exception {
        return ok(leader.post(plays(), wanted));
    }

    private JsonNode act(Http who, JsonNode play, String what, String body) throws Exception {
        return ok(who.post(
                plays() + "/" + play.path("id").asLong() + "/" + what,
                body,
                "If-Match",
                "\"" + play.path("version").asInt() + "\""));
    }

    private static List<String> told(JsonNode play) {
        List<String> told = new ArrayList<>();
        play.path("happened").forEach(each -> told.add(each.toString()));
        return told;
    }

    /** As far as something can be decided of a kind. */
    private JsonNode until(JsonNode play, String kind) throws Exception {
        JsonNode at = play;
        for (int jumps = 0; jumps < 100; jumps++) {
            for (JsonNode possible : at.path("possible")) {
                if (possible.path("kind").asText().equals(kind)) {
                    return at;
                }
            }
            at = act(leader, at, "clock", "{\"action\":\"next\"}");
        }
        throw new AssertionError("Nothing to " + kind);
    }

    @Test
    void beginsAtTheEventAndTellsNothingOfWhatComes() throws Exception {
        JsonNode play = begin("{\"day\":\"unlucky\"}");
        assertThat(play.path("clock").path("atMillis").asLong()).isZero();
        assertThat(play.path("happened"))
                .isNotEmpty()
                .allMatch(each -> each.path("atMillis").asLong() == 0);
        assertThat(play.path("injects")).isEmpty();
        assertThat(play.toString()).doesNotContain("\"trial\"", "\"seed\"", "unlucky");
        JsonNode stage = reader.json(plays() + "/" + play.path("id").asLong() + "/stage");
        assertThat(stage.path("subject").asText()).isEqualTo("selfcare-db");
        assertThat(stage.path("elements")).isNotEmpty();
        JsonNode list = reader.json(plays());
        assertThat(list.path("items").get(0).path("id")).isEqualTo(play.path("id"));
        assertThat(list.toString()).doesNotContain("unlucky");
    }

    @Test
    void theClockStopsWhereSomethingAsksForPeopleAndAllSeeTheSame() throws Exception {
        JsonNode play = act(leader, begin("{\"day\":\"median\"}"), "clock", "{\"action\":\"run\",\"speed\":60}");
        assertThat(play.path("clock").path("running").asBoolean()).isTrue();
        service.clock.move(Duration.ofMinutes(10));
        JsonNode later = reader.json(plays() + "/" + play.path("id").asLong());
        long at = later.path("clock").path("atMillis").asLong();
        assertThat(later.path("clock").path("running").asBoolean()).isFalse();
        assertThat(at).isPositive().isLessThan(10 * 3_600_000L);
        assertThat(told(second.json(plays() + "/" + play.path("id").asLong()))).isEqualTo(told(later));
        assertThat(told(later).subList(0, told(play).size())).isEqualTo(told(play));
        assertThat(later.path("happened"))
                .allMatch(each -> each.path("atMillis").asLong() <= at);
        JsonNode paused = act(second, later, "clock", "{\"action\":\"pause\"}");
        assertThat(paused.path("clock").path("atMillis").asLong()).isEqualTo(at);
    }

    @Test
    void aDecisionLeavesThePastAndIsKeptWithWhoMadeIt() throws Exception {
        JsonNode before = until(begin("{\"trial\":5}"), "declare");
        JsonNode after = act(second, before, "decisions", "{\"kind\":\"declare\",\"note\":\"Enough is known.\"}");
        assertThat(told(after).subList(0, told(before).size())).isEqualTo(told(before));
        assertThat(after.path("happened"))
                .anyMatch(each -> each.path("kind").asText().equals("decided"))
                .anyMatch(each -> each.path("kind").asText().equals("declared"));
        JsonNode decision = after.path("decisions").get(0);
        assertThat(decision.path("by").asText()).contains("helps");
        assertThat(decision.path("note").asText()).isEqualTo("Enough is known.");
        refused(
                leader.post(
                        plays() + "/" + before.path("id").asLong() + "/decisions",
                        "{\"kind\":\"hold\",\"element\":\"selfcare-db\"}",
                        "If-Match",
                        "\"" + before.path("version").asInt() + "\""),
                412,
                "changed-meanwhile");
        refused(
                leader.post(
                        plays() + "/" + before.path("id").asLong() + "/decisions",
                        "{\"kind\":\"declare\"}",
                        "If-Match",
                        "*"),
                409,
                "decision-not-possible");
    }

    @Test
    void theEndTellsTheDayAndComparesItAndNothingChangesAfterwards() throws Exception {
        JsonNode play = until(begin("{\"day\":\"unlucky\"}"), "hold");
        play = act(leader, play, "decisions", "{\"kind\":\"hold\",\"element\":\"selfcare-db\"}");
        JsonNode ended = act(leader, play, "end", "");
        assertThat(ended.path("ended").path("day").asText()).isEqualTo("unlucky");
        JsonNode row = ended.path("ended").path("outcome").path("rows").get(0);
        assertThat(row.path("element").asText()).isEqualTo("selfcare-db");
        assertThat(row.path("plain").path("recoveryHours").asDouble())
                .as("an unlucky day without decisions is the unlucky day")
                .isEqualTo(row.path("unlucky").path("recoveryHours").asDouble());
        assertThat(row.path("played").path("recoveryHours").isNull())
                .as("what is held for ever is never back")
                .isTrue();
        assertThat(row.path("lucky").path("recoveryHours").asDouble())
                .isLessThan(row.path("unlucky").path("recoveryHours").asDouble());
        assertThat(told(ended).subList(0, told(play).size())).isEqualTo(told(play));
        assertThat(told(ended).size()).isGreaterThan(told(play).size());
        String at = plays() + "/" + play.path("id").asLong();
        refused(leader.post(at + "/clock", "{\"action\":\"next\"}", "If-Match", "*"), 409, "play-ended");
        refused(leader.post(at + "/end", "", "If-Match", "*"), 409, "play-ended");
        assertThat(reader.json(at).path("ended")).isEqualTo(ended.path("ended"));
    }

    private static void event(ArrayNode events, Instant at, String kind) {
        events.addObject()
                .put("id", UUID.randomUUID().toString())
                .put("at", at.toString())
                .put("kind", kind);
    }

    @Test
    @Tag("row:D4")
    void theReportOfTheDrillNamesTheDaysThatWerePlayedForIt() throws Exception {
        long drill = approved("Play twice, then talk", "[\"desktop\"]", "\"tpe-lost\"");
        String all = "api/drill-plans/" + drill + "/plays";
        JsonNode left = ok(leader.post(all, "{\"day\":\"lucky\"}"));
        JsonNode played = ok(leader.post(all, "{\"day\":\"very-unlucky\"}"));
        String at = all + "/" + played.path("id").asLong();
        while (!played.path("possible").findValuesAsText("kind").contains("declare")) {
            played = ok(leader.post(at + "/clock", "{\"action\":\"next\"}", "If-Match", "*"));
        }
        ok(leader.post(at + "/decisions", "{\"kind\":\"declare\"}", "If-Match", "*"));
        JsonNode outcome = ok(leader.post(at + "/end", "", "If-Match", "*"))
                .path("ended")
                .path("outcome")
                .path("rows")
                .get(0);
        Instant begun = service.clock.instant().truncatedTo(ChronoUnit.MILLIS).minus(Duration.ofMinutes(30));
        ObjectNode body = Http.JSON.createObjectNode();
        ArrayNode events = body.putArray("events");
        event(events, begun, "started");
        event(events, begun.plus(Duration.ofMinutes(20)), "ended");
        assertThat(ok(leader.post("api/drill-plans/" + drill + "/events", body.toString()))
                        .path("accepted"))
                .hasSize(2);

        JsonNode report = reader.json("api/drill-plans/" + drill + "/report?language=en");
        JsonNode plays = report.path("filled").path("plays");
        assertThat(plays)
                .as("not the one that nobody ended: " + left.path("id"))
                .hasSize(1);
        assertThat(plays.get(0).path("by").asText()).isEqualTo("leads");
        assertThat(plays.get(0).path("day").asText()).isEqualTo("very-unlucky");
        assertThat(plays.get(0).path("decisions").asInt()).isEqualTo(1);
        JsonNode element = plays.get(0).path("elements").get(0);
        assertThat(element.path("element").asText()).isEqualTo("selfcare-db");
        assertThat(element.path("rtoHours")).isEqualTo(outcome.path("rtoHours"));
        for (String way : List.of("played", "plain", "lucky", "unlucky")) {
            assertThat(element.path(way)).as(way).isEqualTo(outcome.path(way).path("recoveryHours"));
        }
        JsonNode told = report.path("text").path("played").get(0);
        assertThat(told.path("name").asText()).endsWith(", a very unlucky day, 1 decision");
        assertThat(told.path("asDecided").asText()).contains("target ");
        assertThat(reader.json("api/drill-plans/" + drill + "/report?language=zh-Hant")
                        .path("text")
                        .path("played")
                        .get(0)
                        .path("name")
                        .asText())
                .endsWith("，非常不幸的一天，1 項決定");
    }

    /** As after an upgrade of the service to an engine that may say otherwise of the same luck. */
    private void begunUnderAnotherVersion(JsonNode play) {
        TransactionOperations<?> transactions = service.application.door(TransactionOperations.class);
        transactions.executeWrite(status -> service.application
                .door(DSLContext.class)
                .update(DRILL_PLAY)
                .set(DRILL_PLAY.ENGINE, "0.0.1")
                .where(DRILL_PLAY.ID.eq(play.path("id").asLong()))
                .execute());
    }

    @Test
    void anOpenPlayOfAnotherVersionIsOnlyEndedSoThatANewOneIsBegun() throws Exception {
        JsonNode play = act(leader, until(begin("{\"trial\":5}"), "declare"), "decisions", "{\"kind\":\"declare\"}");
        begunUnderAnotherVersion(play);
        String at = plays() + "/" + play.path("id").asLong();
        refused(reader.get(at), 409, "play-other-version");
        refused(leader.post(at + "/clock", "{\"action\":\"next\"}", "If-Match", "*"), 409, "play-other-version");
        refused(leader.post(at + "/decisions", "{\"kind\":\"declare\"}", "If-Match", "*"), 409, "play-other-version");
        JsonNode ended = ok(leader.post(at + "/end", "", "If-Match", "*"));
        assertThat(ended.path("ended").path("outcome").path("rows")).isEmpty();
        assertThat(ended.path("replayed").asBoolean()).isFalse();
        JsonNode now = reader.json(at);
        assertThat(now.path("ended")).isEqualTo(ended.path("ended"));
        assertThat(now.path("decisions")).isEqualTo(play.path("decisions"));
        assertThat(reader.json(at + "/stage").path("subject").asText()).isEqualTo("selfcare-db");
        assertThat(begin("{\"trial\":5}").path("happened")).isNotEmpty();
    }

    @Test
    void aPlayThatHasEndedTellsItsOutcomeUnderAnotherVersion() throws Exception {
        JsonNode play = act(leader, until(begin("{\"day\":\"unlucky\"}"), "hold"), "end", "");
        begunUnderAnotherVersion(play);
        JsonNode later = reader.json(plays() + "/" + play.path("id").asLong());
        assertThat(later.path("ended").path("outcome"))
                .isEqualTo(play.path("ended").path("outcome"));
        assertThat(later.path("ended").path("outcome").path("rows")).isNotEmpty();
        assertThat(later.path("clock")).isEqualTo(play.path("clock"));
        assertThat(play.path("replayed").asBoolean()).isTrue();
        assertThat(later.path("replayed").asBoolean()).isFalse();
        assertThat(later.path("happened")).isEmpty();
    }

    @Test
    void theAuditTellsTheLuckOfAPlayOnlyAfterItsEnd() throws Exception {
        JsonNode play = begin("{\"trial\":41}");
        String of =
                "api/audit?action=drill-play&size=50&subject=" + play.path("id").asLong();
        assertThat(service.administrator().json(of).toString())
                .contains("drill-play.create")
                .doesNotContain("seed", "\"trial\"", "\"day\"");
        JsonNode ended = act(leader, play, "end", "").path("ended");
        assertThat(service.administrator().json(of).toString())
                .contains("drill-play.end", ended.path("seed").asText())
                .contains("\"trial\":41");
    }

    @Test
    void jumpsUntilNothingMoreHappens() throws Exception {
        JsonNode play = begin("{\"day\":\"lucky\"}");
        boolean pressed = false;
        HttpResponse<String> answer;
        long last = -1;
        do {
            answer = leader.post(
                    plays() + "/" + play.path("id").asLong() + "/clock", "{\"action\":\"next\"}", "If-Match", "*");
            if (answer.statusCode() == 200) {
                JsonNode now = Http.JSON.readTree(answer.body());
                long at = now.path("clock").path("atMillis").asLong();
                assertThat(at).isGreaterThan(last);
                last = at;
                pressed |= now.path("injects").size() == 1;
            }
        } while (answer.statusCode() == 200);
        refused(answer, 409, "play-nothing-more");
        assertThat(pressed).as("the plan's inject came").isTrue();
    }

    @Test
    void refusesWhatBreaksARuleAndWhoMayNot() throws Exception {
        for (String bad : List.of(
                "{}",
                "{\"day\":\"sunday\"}",
                "{\"trial\":-1}",
                "{\"trial\":18446744073709551621}",
                "{\"day\":\"lucky\",\"trial\":1}",
                "{\"seed\":1}")) {
            refused(leader.post(plays(), bad), 422, "bad-play");
        }
        JsonNode play = begin("{\"day\":\"median\"}");
        String at = plays() + "/" + play.path("id").asLong();
        for (String bad : List.of(
                "{}",
                "{\"action\":\"run\"}",
                "{\"action\":\"run\",\"speed\":0}",
                "{\"action\":\"run\",\"speed\":18446744073709551676}",
                "{\"action\":\"next\",\"speed\":2}")) {
            refused(leader.post(at + "/clock", bad, "If-Match", "*"), 422, "bad-play");
        }
        for (String bad : List.of(
                "{\"kind\":\"hurry\"}",
                "{\"kind\":\"declare\",\"element\":\"selfcare-db\"}",
                "{\"kind\":\"choose\",\"element\":\"selfcare-db\"}",
                "{\"kind\":\"hold\",\"element\":\"Not An Id\"}",
                "{\"kind\":\"declare\",\"note\":\"" + "x".repeat(501) + "\"}")) {
            refused(leader.post(at + "/decisions", bad, "If-Match", "*"), 422, "bad-play");
        }
        refused(leader.post(at + "/clock", "{\"action\":\"pause\"}"), 428, "version-missing");
        assertThat(reader.post(plays(), "{\"day\":\"lucky\"}").statusCode()).isEqualTo(403);
        refused(leader.get(plays() + "/999999"), 404, "unknown-play");
        refused(leader.get("api/drill-plans/999999/plays"), 404, "unknown-drill-plan");
        refused(
                leader.post(
                        "api/drill-plans/" + draft("Not agreed", "[\"desktop\"]", "\"tpe-lost\"") + "/plays",
                        "{\"day\":\"lucky\"}"),
                409,
                "play-not-possible");
        refused(
                leader.post(
                        "api/drill-plans/" + draft("Not talked", "[\"data-recovery\"]", "\"tpe-lost\"") + "/plays",
                        "{\"day\":\"lucky\"}"),
                409,
                "play-not-possible");
    }
}
