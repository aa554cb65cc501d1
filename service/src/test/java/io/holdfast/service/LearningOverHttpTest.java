package io.holdfast.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.kernel.access.Role;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A planner enters what was measured, sees what it would change, somebody else agrees, and the register knows it with its weight. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@SuppressWarnings("NullAway.Init") // set before the first test
class LearningOverHttpTest {

    private static final String MODEL = """
            holdfast: 1
            teams:
              - {id: dba, size: 3}
            assets:
              - id: db
                names: {zh-Hant: 資料庫, en: Database}
                kind: database
                recovery:
                  - {method: failover, success: 0.9, crew: {dba: 1}, duration: {lognormal: {median: 0.5, p90: 1.2}, evidence: expert}}
                  - method: restore
                    success: 0.8
                    crew: {dba: 1}
                    duration: {lognormal: {median: 6, p90: 14}, evidence: contract}
                    data: {every: 24, takes: 1, usable: 0.9}
              - id: mail
                kind: application
                recovery: [{method: rebuild, duration: {lognormal: {median: 3, p90: 6}, evidence: expert}}]
            services:
              - {id: orders, needs: [db, mail], rto: 8}
            scenarios:
              - {id: fire, hits: [{of: [db], state: destroyed}], declare: {lognormal: {median: 1, p90: 2}, evidence: expert}}
            """;

    private static final double Z90 = 1.2815515655446004;

    private Guarded service;
    private Http planner;
    private Http approver;

    @BeforeAll
    void start(@TempDir Path data) throws Exception {
        service = new Guarded(data, false);
        planner = service.person("plans", Role.PLANNER, null);
        approver = service.person("approves", Role.APPROVER, null);
        HttpResponse<String> put =
                planner.send("PUT", "api/model", MODEL, "Content-Type", "application/yaml", "If-Match", "*");
        assertThat(put.statusCode()).as(put.body()).isEqualTo(200);
    }

    @AfterAll
    void stop() {
        service.close();
    }

    private static JsonNode ok(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 202);
        return Http.JSON.readTree(answer.body());
    }

    private static JsonNode refused(HttpResponse<String> answer, int status, String code) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        JsonNode problem = Http.JSON.readTree(answer.body());
        assertThat(problem.path("code").asText()).isEqualTo(code);
        return problem;
    }

    private static ObjectNode drill(String event, String date, String type) {
        ObjectNode said = Http.JSON.createObjectNode();
        said.put("event", event)
                .put("kind", "drill")
                .put("date", date)
                .putArray("types")
                .add(type);
        return said;
    }

    private static ObjectNode restore(String event, String date, double hours) {
        return drill(event, date, "data-recovery")
                .put("owner", "db")
                .put("method", "restore")
                .put("quantity", "duration")
                .put("hours", hours);
    }

    private JsonNode enter(ObjectNode said) throws Exception {
        return ok(planner.post("api/learning/actuals", said.toString()));
    }

    private JsonNode preview() throws Exception {
        HttpResponse<String> answer = planner.get("api/learning/preview");
        while (answer.statusCode() == 202) {
            JsonNode progress = Http.JSON.readTree(answer.body());
            assertThat(progress.path("done").asInt())
                    .isLessThanOrEqualTo(progress.path("of").asInt());
            answer = planner.get("api/learning/preview");
        }
        return ok(answer);
    }

    private static JsonNode lesson(JsonNode preview, String input) {
        return StreamSupport.stream(preview.path("lessons").spliterator(), false)
                .filter(each -> each.path("input").asText().equals(input))
                .findFirst()
                .orElseThrow(() -> new AssertionError(input + " is not in " + preview.path("lessons")));
    }

    private static List<String> inputs(JsonNode preview) {
        return StreamSupport.stream(preview.path("lessons").spliterator(), false)
                .map(each -> each.path("input").asText())
                .toList();
    }

    private JsonNode propose(JsonNode seen) throws Exception {
        ObjectNode wanted =
                Http.JSON.createObjectNode().put("tag", seen.path("tag").asText());
        return ok(planner.post("api/learning/edits", wanted.toString()));
    }

    private void approve(long edit) throws Exception {
        Approving.approve(
                approver,
                ok(approver.get("api/learning/edits/" + edit + "/approval")).path("waiting"));
    }

    private JsonNode restoreInRegister() throws Exception {
        return ok(planner.get("api/elements/db"))
                .path("element")
                .path("recovery")
                .get(1);
    }

    @Test
    @Order(1)
    void withoutActualsNothingChanges() throws Exception {
        JsonNode preview = preview();
        assertThat(preview.path("lessons")).isEmpty();
        assertThat(preview.path("bias").isNull()).isTrue();
        refused(
                planner.post(
                        "api/learning/edits",
                        "{\"tag\":\"" + preview.path("tag").asText() + "\"}"),
                409,
                "nothing-to-learn");
    }

    @Test
    @Order(2)
    void anActualOfNothingThatTheRegisterStatesIsRefusedAndSaysWhatIs() throws Exception {
        JsonNode problem = refused(
                planner.post(
                        "api/learning/actuals",
                        restore("January", "2026-01-10", 5)
                                .put("quantity", "restart")
                                .toString()),
                422,
                "invalid");
        assertThat(problem.path("violations").get(0).path("code").asText()).isEqualTo("unknown-input");
        assertThat(problem.path("violations").get(0).path("message").asText()).contains("restore duration");
        ObjectNode untyped = restore("January", "2026-01-10", 5);
        untyped.remove("types");
        refused(planner.post("api/learning/actuals", untyped.toString()), 422, "invalid");
        refused(
                planner.post(
                        "api/learning/actuals",
                        restore("January", "2026-01-10", 5).put("successes", 1).toString()),
                422,
                "invalid");
        refused(
                approver.post(
                        "api/learning/actuals",
                        restore("January", "2026-01-10", 5).toString()),
                403,
                "not-allowed");
    }

    /** The conjugate update of a normal-inverse-gamma by hand: docs/model/7-learning.md, "Durations"; a contract is worth 4. */
    @Test
    @Order(3)
    @Tag("row:D14")
    void aRestoreThatWasMeasuredMovesByTheClosedFormOfItsBelief() throws Exception {
        double[] hours = {9, 12, 7.5};
        for (int i = 0; i < hours.length; i++) {
            enter(restore("Restore test " + (i + 1), "2026-0" + (i + 1) + "-10", hours[i]));
        }
        enter(drill("Copies", "2026-03-20", "data-recovery")
                .put("owner", "db")
                .put("method", "restore")
                .put("quantity", "usable")
                .put("successes", 7)
                .put("failures", 3));
        JsonNode preview = preview();
        assertThat(inputs(preview)).containsExactly("db:restore DURATION", "db:restore USABLE");
        JsonNode time = lesson(preview, "db:restore DURATION");
        double weight = 4;
        double v = Math.pow(Math.log(14.0 / 6) / Z90, 2);
        double mean = (Math.log(9) + Math.log(12) + Math.log(7.5)) / 3;
        double squares = 0;
        for (double each : hours) {
            squares += Math.pow(Math.log(each) - mean, 2);
        }
        double m = (weight * Math.log(6) + 3 * mean) / (weight + 3);
        double a = (weight + 8) / 2 + 1.5;
        double b =
                (weight + 8) / 2 * v + squares / 2 + weight * 3 * Math.pow(mean - Math.log(6), 2) / (2 * (weight + 3));
        double scale = Math.sqrt(b * (weight + 4) / (a * (weight + 3)));
        double p90 = Math.exp(m + scale * TDistribution.of(2 * a).inverseCumulativeProbability(0.9));
        assertThat(time.path("after").path("middle").asDouble()).isCloseTo(Math.exp(m), within(1e-4));
        assertThat(time.path("after").path("high").asDouble()).isCloseTo(p90, within(1e-3));
        assertThat(time.path("after").path("weight").asDouble()).isEqualTo(7);
        assertThat(time.path("now").path("middle").asDouble()).isCloseTo(6, within(1e-6));
        assertThat(time.path("why").asText()).isEqualTo("measured");
        assertThat(time.path("finished").asInt()).isEqualTo(3);
        JsonNode copies = lesson(preview, "db:restore USABLE");
        assertThat(copies.path("after").path("middle").asDouble()).isCloseTo((4 * 0.9 + 7) / 14, within(1e-9));
        assertThat(preview.path("points")).hasSize(3);
        assertThat(preview.path("stated").path("bands").get(1).path("total").asInt())
                .isEqualTo(3);
    }

    @Test
    @Order(4)
    void aDesktopDrillTeachesNothingOfARestoreAndIsNamed() throws Exception {
        JsonNode entered = enter(restore("At the table", "2026-04-01", 2)
                .set("types", Http.JSON.createArrayNode().add("desktop")));
        JsonNode left = preview().path("leftOut");
        assertThat(left).hasSize(1);
        assertThat(left.get(0).path("reason").asText()).isEqualTo("not-shown");
        assertThat(left.get(0).path("actual").asLong())
                .isEqualTo(entered.path("id").asLong());
        refused(
                planner.post("api/learning/actuals/" + entered.path("id").asLong() + "/withdrawal", "{}"),
                422,
                "invalid");
        JsonNode withdrawn = ok(planner.post(
                "api/learning/actuals/" + entered.path("id").asLong() + "/withdrawal",
                "{\"reason\":\"a table measures no restore\"}"));
        assertThat(withdrawn.path("withdrawnBy").asText()).isEqualTo("plans");
        refused(
                planner.post(
                        "api/learning/actuals/" + entered.path("id").asLong() + "/withdrawal",
                        "{\"reason\":\"once more please\"}"),
                409,
                "actual-withdrawn");
        assertThat(preview().path("leftOut")).isEmpty();
    }

    @Test
    @Order(5)
    @Tag("row:D14")
    void whatSomebodyElseApprovedIsInTheRegisterWithItsWeightAndNotBefore() throws Exception {
        JsonNode seen = preview();
        JsonNode edit = propose(seen);
        long id = edit.path("id").asLong();
        refused(planner.post("api/learning/edits/" + id + "/application", "{}"), 409, "learning-edit-not-approved");
        refused(
                planner.post(
                        "api/learning/edits", "{\"tag\":\"" + seen.path("tag").asText() + "\"}"),
                409,
                "learning-edit-open");
        approve(id);
        assertThat(restoreInRegister().path("duration").has("weight")).isFalse();
        JsonNode applied = ok(planner.post("api/learning/edits/" + id + "/application", "{}"));
        assertThat(applied.path("stage").asText()).isEqualTo("applied");
        JsonNode restore = restoreInRegister();
        assertThat(restore.path("duration").path("weight").asDouble()).isEqualTo(7);
        assertThat(restore.path("duration").path("freedom").asDouble()).isEqualTo(15);
        assertThat(restore.path("duration").path("evidence").asText()).isEqualTo("measured");
        assertThat(restore.path("duration").path("observations").asInt()).isEqualTo(3);
        assertThat(restore.path("duration").path("source").asText()).contains("Restore test 1 2026-01-10");
        assertThat(restore.path("data").path("usable").asDouble()).isCloseTo(10.6 / 14, within(1e-9));
        assertThat(restore.path("data").path("usableWeight").asDouble()).isEqualTo(14);
        assertThat(restore.path("successWeight").asDouble())
                .as("the chance beside it keeps its weight")
                .isEqualTo(4);
        refused(planner.post("api/learning/edits/" + id + "/application", "{}"), 409, "learning-edit-not-approved");
        JsonNode after = preview();
        assertThat(after.path("lessons")).as("nothing comes a second time").isEmpty();
        assertThat(after.path("unchanged").asInt()).isEqualTo(2);
    }

    /** In one step or in two, the belief is the same: learning starts from what was stated. */
    @Test
    @Order(6)
    void learningStartsFromWhatWasStatedAndNotFromWhatWasLearned() throws Exception {
        enter(restore("Restore test 4", "2026-04-10", 10));
        JsonNode time = lesson(preview(), "db:restore DURATION");
        double mean = (Math.log(9) + Math.log(12) + Math.log(7.5) + Math.log(10)) / 4;
        assertThat(time.path("after").path("middle").asDouble())
                .isCloseTo(Math.exp((4 * Math.log(6) + 4 * mean) / 8), within(1e-4));
        assertThat(time.path("after").path("weight").asDouble()).isEqualTo(8);
        assertThat(time.path("stated").path("middle").asDouble()).isCloseTo(6, within(1e-6));
        assertThat(time.path("byHand").asBoolean()).isFalse();
    }

    @Test
    @Order(7)
    void anEditThatTheRegisterHasOvertakenIsRefusedAndNothingIsWritten() throws Exception {
        long id = propose(preview()).path("id").asLong();
        approve(id);
        ObjectNode element = (ObjectNode) ok(planner.get("api/elements/db")).path("element");
        ObjectNode byHand = Http.JSON.createObjectNode();
        byHand.putObject("lognormal").put("median", 20).put("p90", 40);
        byHand.put("evidence", "expert");
        ((ObjectNode) element.path("recovery").get(1)).set("duration", byHand);
        ok(planner.send(
                "PUT", "api/elements/db", element.toString(), "Content-Type", "application/json", "If-Match", "*"));
        JsonNode problem =
                refused(planner.post("api/learning/edits/" + id + "/application", "{}"), 409, "learning-outdated");
        assertThat(problem.path("violations").get(0).path("value").asText()).isEqualTo("db:restore DURATION");
        assertThat(restoreInRegister()
                        .path("duration")
                        .path("lognormal")
                        .path("median")
                        .asDouble())
                .isEqualTo(20);
    }

    @Test
    @Order(8)
    void whatWasChangedByHandStaysUnlessItIsTakenOrStatedAnew() throws Exception {
        JsonNode preview = preview();
        JsonNode time = lesson(preview, "db:restore DURATION");
        assertThat(time.path("byHand").asBoolean()).isTrue();
        assertThat(time.path("now").path("middle").asDouble()).isCloseTo(20, within(1e-6));
        refused(
                planner.post(
                        "api/learning/edits",
                        "{\"tag\":\"" + preview.path("tag").asText() + "\"}"),
                409,
                "nothing-to-learn");
        refused(
                planner.post("api/learning/restatements", "{\"inputs\":[\"db:restore USABLE\"]}"),
                422,
                "unknown-input");
        HttpResponse<String> restated =
                planner.post("api/learning/restatements", "{\"inputs\":[\"db:restore DURATION\"]}");
        assertThat(restated.statusCode()).as(restated.body()).isEqualTo(204);
        JsonNode anew = preview();
        assertThat(anew.path("lessons")).isEmpty();
        assertThat(anew.path("leftOut")).hasSize(4);
        assertThat(anew.path("leftOut").get(0).path("reason").asText()).isEqualTo("stated-anew");
    }

    @Test
    @Order(9)
    void aGuessWithoutADrillIsMovedByTheBiasThatOthersShowed() throws Exception {
        ObjectNode took = drill("Rebuild", "2026-05-02", "scenario")
                .put("owner", "mail")
                .put("method", "rebuild")
                .put("quantity", "duration")
                .put("hours", 9);
        enter(took);
        JsonNode preview = preview();
        assertThat(lesson(preview, "mail:rebuild DURATION").path("why").asText())
                .isEqualTo("measured-and-shared-bias");
        JsonNode shared = lesson(preview, "fire DECLARE");
        assertThat(shared.path("why").asText()).isEqualTo("shared-bias");
        assertThat(shared.path("after").path("middle").asDouble()).isGreaterThan(1);
        assertThat(preview.path("bias").path("place").path("value").asDouble()).isGreaterThan(1);
        ObjectNode wanted =
                Http.JSON.createObjectNode().put("tag", preview.path("tag").asText());
        ArrayNode leave = wanted.putArray("leave");
        inputs(preview).stream().filter(each -> !each.startsWith("mail")).forEach(leave::add);
        JsonNode edit = ok(planner.post("api/learning/edits", wanted.toString()));
        assertThat(edit.path("lessons")).hasSize(1);
        refused(planner.post("api/learning/edits", "{\"tag\":\"other\"}"), 409, "learning-edit-open");
    }

    @Test
    @Order(10)
    void aTableIsTakenWholeOrNotAtAllAndNoRowTwice() throws Exception {
        String header = "event,kind,date,owner,method,quantity,hours,types\n";
        String good = "Outage,incident,2026-06-01,db,failover,duration,0.75,\n";
        String bad = "Outage,incident,2026-06-01,dbb,failover,duration,x,\n";
        JsonNode problem = refused(
                planner.post(
                        "api/learning/actuals/imports?apply=true", header + good + bad, "Content-Type", "text/csv"),
                422,
                "actuals-refused");
        assertThat(problem.path("violations"))
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.path("line").asInt()).isEqualTo(3));
        assertThat(problem.path("violations").get(0).path("column").asInt()).isEqualTo(4);
        JsonNode looked =
                ok(planner.post("api/learning/actuals/imports", header + good + good, "Content-Type", "text/csv"));
        assertThat(looked.path("applied").asBoolean()).isFalse();
        assertThat(looked.path("added")).hasSize(1);
        int before = ok(planner.get("api/learning/actuals")).path("all").asInt();
        ok(planner.post("api/learning/actuals/imports?apply=true", header + good, "Content-Type", "text/csv"));
        JsonNode again =
                ok(planner.post("api/learning/actuals/imports?apply=true", header + good, "Content-Type", "text/csv"));
        assertThat(again.path("known").asInt()).isEqualTo(1);
        JsonNode all = ok(planner.get("api/learning/actuals?size=1"));
        assertThat(all.path("all").asInt()).isEqualTo(before + 1);
        assertThat(all.path("names").path("db").path("zh-Hant").asText()).isEqualTo("資料庫");
        String exported = planner.get("api/learning/actuals/export").body();
        JsonNode round = ok(planner.post("api/learning/actuals/imports", exported, "Content-Type", "text/csv"));
        assertThat(round.path("added")).isEmpty();
        assertThat(round.path("known").asInt()).isEqualTo(before);
    }

    @Test
    @Order(11)
    void aCorrectionStandsInThePlaceOfWhatWasWrong() throws Exception {
        JsonNode wrong = enter(restore("Typo", "2026-06-10", 100));
        JsonNode right = ok(planner.post(
                "api/learning/actuals/" + wrong.path("id").asLong() + "/correction?reason=a%20digit%20too%20many",
                restore("Typo", "2026-06-10", 10).toString()));
        JsonNode rows = ok(planner.get("api/learning/actuals?q=Typo")).path("items");
        assertThat(rows).hasSize(2);
        JsonNode superseded = rows.get(1);
        assertThat(superseded.path("supersededBy").asLong())
                .isEqualTo(right.path("id").asLong());
        assertThat(superseded.path("hours").asDouble()).isEqualTo(100);
        assertThat(superseded.path("reason").asText()).isEqualTo("a digit too many");
    }

    @Test
    @Order(12)
    void theUncertaintyBudgetIsAJobAndSaysWhatADrillOfEachTypeWouldTeach() throws Exception {
        refused(planner.post("api/runs", "{\"kind\":\"budget\",\"scenario\":\"fire\"}"), 400, "missing-element");
        JsonNode run = ok(
                planner.post(
                        "api/runs",
                        "{\"kind\":\"budget\",\"scenario\":\"fire\",\"element\":\"orders\",\"draws\":60,\"trials\":50,\"seed\":3}"));
        String path = "api/runs/" + run.path("id").asLong();
        JsonNode state = ok(planner.get(path));
        while (List.of("queued", "running").contains(state.path("status").asText())) {
            Thread.sleep(100);
            state = ok(planner.get(path));
        }
        assertThat(state.path("status").asText()).as(state.toString()).isEqualTo("finished");
        assertThat(state.path("trialsDone").asLong()).isEqualTo(50);
        JsonNode budget = ok(planner.get(path + "/result"));
        assertThat(budget.path("element").asText()).isEqualTo("orders");
        double sum = 0;
        for (JsonNode each : budget.path("inputs")) {
            double share = each.path("share").path("estimate").asDouble();
            assertThat(each.path("expectedReduction").asDouble())
                    .isCloseTo(Math.max(0, share) / (each.path("weight").asDouble() + 1), within(1e-12));
            if (!each.path("method").isNull() || each.path("quantity").asText().equals("declare")) {
                sum += share / (each.path("weight").asDouble() + 1);
            }
        }
        JsonNode scenario = StreamSupport.stream(budget.path("types").spliterator(), false)
                .filter(each -> each.path("type").asText().equals("scenario")
                        && each.path("announced").asBoolean())
                .findFirst()
                .orElseThrow();
        assertThat(scenario.path("expectedReduction").asDouble()).isCloseTo(Math.clamp(sum, 0, 1), within(1e-12));
    }
}
