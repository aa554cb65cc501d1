package io.holdfast.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.kernel.access.Role;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A drill that was held gets its report, somebody else approves it, and what was tested stands in a register. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@SuppressWarnings("NullAway.Init") // set before the first test
class DrillReportsOverHttpTest {

    private Guarded service;
    private Http leader;
    private Http approver;
    private long plan;
    private String report = "";

    @BeforeAll
    void start(@TempDir Path data) throws Exception {
        service = new Guarded(data, false);
        leader = service.person("leads", Role.PLANNER, null);
        approver = service.person("approves", Role.APPROVER, null);
        String sample = Files.readString(Path.of("src/main/resources/sample/operator.yaml"));
        ok(leader.send("PUT", "api/model", sample, "Content-Type", "application/yaml", "If-Match", "*"));
        plan = approvedPlan();
        report = "api/drill-plans/" + plan + "/report";
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

    private long approvedPlan() throws Exception {
        ObjectNode said = (ObjectNode) Http.JSON.readTree("""
                {"title": "Restore of self-service", "year": 2026, "types": ["data-recovery"], "announced": true,
                 "category": "technical", "form": "simulation-parallel", "scope": ["selfcare-db"],
                 "purpose": "Show that the database of self-service comes back within its targets.",
                 "scenarioText": "The storage under the database is destroyed.",
                 "steps": [{"id": "restore", "title": "Restore aside from production", "role": "storage", "plannedMinutes": 30,
                            "element": "selfcare-db", "method": "restore", "ends": "selfcare-db"},
                           {"id": "check", "title": "Check integrity", "role": "dba", "plannedMinutes": 10, "ends": "selfcare-api"}],
                 "resources": ["Restore server"],
                 "participants": [{"team": "dba", "person": "Wu Chia-hao", "role": "leader", "contact": "ext. 2210"}],
                 "noSuppliersReason": "Nothing here is a supplier's.",
                 "notifications": [{"id": "crisis", "to": "Crisis team", "channel": "phone", "withinMinutes": 30, "text": "We restore."}],
                 "successCriteria": [{"id": "rpo", "text": "Data no older than allowed", "kind": "within-rpo", "element": "selfcare-db"}],
                 "stopCriteria": [{"id": "load", "text": "Load of storage", "measure": "load", "unit": "%", "limit": 80}]}
                """);
        LocalDate day = LocalDate.ofInstant(service.clock.instant(), ZoneId.of("Asia/Taipei"))
                .plusDays(9);
        said.putObject("timing")
                .put("date", day.toString())
                .put("start", "09:00")
                .put("minutes", 60);
        long id = ok(leader.post("api/drill-plans", said.toString())).path("id").asLong();
        Approving.plan(leader, approver, id);
        return id;
    }

    private ObjectNode began = Http.JSON.createObjectNode();

    private static ObjectNode event(Instant start, int minutes, String kind, String... more) {
        ObjectNode event = Http.JSON.createObjectNode();
        event.put("id", UUID.randomUUID().toString())
                .put("at", start.plus(Duration.ofMinutes(minutes)).toString())
                .put("kind", kind);
        for (int i = 0; i < more.length; i += 2) {
            event.put(more[i], more[i + 1]);
        }
        return event;
    }

    private HttpResponse<String> put(ObjectNode content, String version) throws Exception {
        return leader.send(
                "PUT",
                report,
                content.toString(),
                "Content-Type",
                "application/json",
                "If-Match",
                "\"" + version + "\"");
    }

    @Test
    @Order(1)
    void aDrillThatIsNotOverHasNoReport() throws Exception {
        refused(leader.get(report), 409, "drill-not-over");
        refused(leader.get("api/drill-plans/987654321/report"), 404, "unknown-drill-report");
        Instant start = service.clock.instant();
        service.clock.move(Duration.ofMinutes(60));
        leader = service.session(service.signIn("leads", Guarded.PASSWORD)); // sessions have ended meanwhile
        approver = service.session(service.signIn("approves", Guarded.PASSWORD));
        ObjectNode body = Http.JSON.createObjectNode();
        ArrayNode events = body.putArray("events");
        began = event(start, 0, "started");
        List.of(
                        began,
                        event(start, 1, "arrived", "person", "Wu Chia-hao"),
                        event(start, 2, "step-started", "step", "restore"),
                        event(start, 10, "notified", "notification", "crisis"),
                        event(start, 45, "step-done", "step", "restore"),
                        event(start, 46, "step-started", "step", "check"),
                        event(start, 54, "step-done", "step", "check"),
                        event(start, 55, "ended"))
                .forEach(events::add);
        ok(leader.post("api/drill-plans/" + plan + "/events", body.toString()));
    }

    @Test
    @Order(2)
    @Tag("row:D4")
    void theReportHasFilledItselfAndProposesAResultWithItsReasons() throws Exception {
        JsonNode view = leader.json(report);
        JsonNode filled = view.path("filled");
        assertThat(view.path("version").asInt()).isZero();
        assertThat(filled.path("duration").path("target").asDouble()).isEqualTo(60);
        assertThat(filled.path("duration").path("actual").asDouble()).isEqualTo(55);
        assertThat(filled.path("steps").get(0).path("actualMinutes").asDouble()).isEqualTo(43);
        JsonNode element = filled.path("elements").get(0);
        assertThat(element.path("recovery").path("actual").asDouble()).isEqualTo(0.75);
        assertThat(element.path("recovery").path("p10").isNumber()).isTrue();
        assertThat(filled.path("proposed").asText()).isEqualTo("incomplete");
        assertThat(view.path("text").path("resultWhy").toString()).contains("not checked", "Not judged");
        assertThat(leader.json(report + "?language=zh-Hant")
                        .path("text")
                        .path("result")
                        .asText())
                .isEqualTo("結果不完整");
    }

    @Test
    @Order(3)
    @Tag("row:B12")
    @Tag("row:D16")
    void peopleAddWhatOnlyTheyKnowAndFindingsBecomeActions() throws Exception {
        refused(leader.post(report + "/approval", "{}", "If-Match", "*"), 422, "drill-report-incomplete");
        refused(leader.post("api/learning/drills/" + plan, "{}"), 409, "drill-report-open");
        assertThat(leader.json("api/learning/drills")
                        .path("drills")
                        .get(0)
                        .path("reported")
                        .asBoolean())
                .isFalse();
        JsonNode view = leader.json(report);
        ObjectNode content = (ObjectNode) view.path("content");
        content.put("summary", "The database came back from last night's copy.")
                .put("operations", "None, the copy stood aside from production.")
                .put("integrity", "whole")
                .put("integrityText", "Row counts agree.")
                .put("retestOn", "2027-06-01");
        content.putArray("dataAges").addObject().put("element", "selfcare-db").put("hours", 0.1);
        content.putArray("attendees").addObject().put("person", "Wu Chia-hao").put("assessment", "able");
        content.putArray("findings")
                .addObject()
                .put("id", "f1")
                .put("title", "The password of the vault was unknown")
                .put("severity", "high")
                .put("category", "procedure")
                .put("element", "selfcare-db");
        view = ok(put(content, "0"));
        refused(put(content.put("lessons", "Ask earlier."), "0"), 412, "changed-meanwhile");
        assertThat(view.path("filled").path("proposed").asText()).isEqualTo("passed-with-issues");
        assertThat(view.path("filled").path("people").get(0).path("assessment").asText())
                .isEqualTo("able");
        assertThat(view.path("filled").path("people").get(0).path("signedAt").isTextual())
                .isTrue();
        long action = ok(leader.post(report + "/findings/f1/action", "{}", "If-Match", "\"1\""))
                .path("action")
                .asLong();
        refused(leader.post(report + "/findings/f1/action", "{}", "If-Match", "*"), 404, "unknown-finding");
        JsonNode raised = leader.json("api/actions/" + action);
        assertThat(raised.path("source").path("type").asText()).isEqualTo("drill");
        assertThat(raised.path("content").path("severity").asText()).isEqualTo("high");
        ObjectNode twice = content.deepCopy();
        twice.withArray("attendees").addObject().put("person", "Wu Chia-hao").put("present", false);
        assertThat(refused(put(twice, "2"), 422, "invalid").path("violations").findValuesAsText("code"))
                .containsExactly("twice");
        content.putArray("findings");
        refused(put(content, "2"), 422, "invalid");
    }

    @Test
    @Order(4)
    @Tag("row:D12")
    void somebodyElseApprovesTheReportWhichClosesTheDrillAndIsKept() throws Exception {
        JsonNode version = ok(leader.post(report + "/approval", "{\"note\":\"please\"}", "If-Match", "\"2\""));
        refused(put((ObjectNode) leader.json(report).path("content"), "3"), 409, "drill-report-locked");
        Approving.approve(approver, version);
        JsonNode view = leader.json(report);
        assertThat(view.path("stage").asText()).isEqualTo("closed");
        assertThat(view.path("locked").asBoolean()).isTrue();
        assertThat(leader.json(report + "/approval").path("differs").asBoolean())
                .isFalse();
        assertThat(leader.json("api/drill-plans/" + plan).path("stage").asText())
                .isEqualTo("closed");
        refused(
                service.administrator()
                        .post(
                                "api/retention/deletions",
                                "{\"recordType\":\"drill-report\",\"record\":\"" + plan
                                        + "\",\"reason\":\"no longer needed\"}"),
                409,
                "kept-until");
    }

    @Test
    @Order(5)
    void nothingIsAddedToADrillWhoseReportIsApprovedAndEachMarkIsToldSo() throws Exception {
        Instant late = service.clock.instant().minus(Duration.ofMinutes(1));
        ObjectNode note = event(late, 0, "note", "text", "found on a phone");
        ObjectNode body = Http.JSON.createObjectNode();
        body.putArray("events").add(began).add(note);
        JsonNode taken = ok(leader.post("api/drill-plans/" + plan + "/events", body.toString()));
        assertThat(taken.path("accepted")).isEmpty();
        assertThat(taken.path("known").get(0).asText())
                .isEqualTo(began.path("id").asText());
        assertThat(taken.path("refused")).hasSize(1);
        assertThat(taken.path("refused").get(0).path("id").asText())
                .isEqualTo(note.path("id").asText());
        assertThat(taken.path("refused").get(0).path("code").asText()).isEqualTo("drill-closed");
        assertThat(leader.json("api/drill-plans/" + plan + "/events").toString())
                .doesNotContain("found on a phone");
    }

    @Test
    @Order(5)
    void theDocumentsOfTheFrozenVersionAreThereInBothLanguages() throws Exception {
        for (String language : List.of("en", "zh-Hant")) {
            HttpResponse<byte[]> pdf = leader.bytes(report + "/versions/1/document?format=pdf&language=" + language);
            assertThat(new String(pdf.body(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
            HttpResponse<byte[]> docx = leader.bytes(report + "/versions/1/document?format=docx&language=" + language);
            assertThat(docx.body()).startsWith('P', 'K');
        }
        refused(leader.get(report + "/document?format=odt"), 400, "bad-format");
        refused(leader.get(report + "/versions/9"), 404, "unknown-version");
    }

    @Test
    @Order(6)
    @Tag("row:B12")
    @Tag("row:B21")
    @Tag("row:D14")
    void theRegisterOfTestsSaysWhatWasTestedLastAndHowRestoringWent() throws Exception {
        JsonNode page = leader.json("api/drill-tests?element=selfcare-db");
        JsonNode test = page.path("items").get(0);
        assertThat(test.path("result").asText()).isEqualTo("passed-with-issues");
        assertThat(test.path("weaknesses").get(0).asText()).isEqualTo("The password of the vault was unknown");
        assertThat(test.path("operations").asText()).startsWith("None");
        assertThat(test.path("approvedBy").asText()).isEqualTo("approves");
        assertThat(test.path("keptUntil").isTextual()).isTrue();
        assertThat(page.path("restores").asInt()).isEqualTo(1);
        assertThat(page.path("restored").asInt()).isEqualTo(1);
        assertThat(leader.json("api/drill-tests?element=no-such-one")
                        .path("total")
                        .asInt())
                .isZero();
        assertThat(leader.get("api/drill-tests/export").body()).contains("D-" + plan + ",Restore of self-service");
    }

    @Test
    @Order(8)
    @Tag("row:B18")
    void theDayOfTheNextDrillIsARetestOfTheScheduleUntilItIsHeld() throws Exception {
        JsonNode open = leader.json("api/drills/retests").path("open");
        assertThat(open.findValuesAsText("cause")).contains("report-" + plan);
        JsonNode retest = StreamSupport.stream(open.spliterator(), false)
                .filter(each -> each.path("cause").asText().equals("report-" + plan))
                .findFirst()
                .orElseThrow();
        assertThat(retest.path("by").asText()).isEqualTo("2027-06-01");
        assertThat(retest.toString()).contains("Restore of self-service");
    }

    /** What was approved stays, whatever the register says later. */
    @Test
    @Order(9)
    void theFiguresOfAClosedReportAreThoseThatWereApproved() throws Exception {
        JsonNode before = leader.json(report).path("filled");
        assertThat(before.path("elements").findValuesAsText("element")).contains("selfcare-api");
        ObjectNode element =
                (ObjectNode) leader.json("api/elements/selfcare-api").path("element");
        ok(leader.send(
                "PUT",
                "api/elements/selfcare-api",
                element.put("rto", 77).toString(),
                "Content-Type",
                "application/json",
                "If-Match",
                "*"));
        assertThat(leader.json(report).path("filled")).isEqualTo(before);
    }

    @Test
    @Order(10)
    @Tag("row:D14")
    void whatTheDrillMeasuredIsTakenOnceAndItsBandIsHeldAgainstIt() throws Exception {
        String path = "api/learning/drills/" + plan;
        refused(leader.get("api/learning/drills/987654321"), 404, "unknown-drill-plan");
        JsonNode lesson = leader.json(path);
        assertThat(lesson.path("figures").findValuesAsText("input"))
                .containsExactly(
                        "selfcare-db:restore DURATION", "selfcare-db:restore SUCCESS", "selfcare-db:restore USABLE");
        assertThat(lesson.path("figures").get(0).path("hours").asDouble()).isCloseTo(43 / 60.0, within(1e-9));
        refused(leader.post(path, "{\"unusable\": {\"selfcare-db:restore\": -1}}"), 422, "invalid");
        refused(leader.post(path, "{\"unusable\": {\"elsewhere:restore\": 1}}"), 422, "invalid");
        refused(
                leader.post(
                        path,
                        "{\"leave\": [\"selfcare-db:restore DURATION\", \"selfcare-db:restore SUCCESS\", \"selfcare-db:restore USABLE\"]}"),
                409,
                "drill-without-figures");
        refused(approver.post(path, "{}"), 403, "not-allowed");
        JsonNode taken = ok(leader.post(
                path, "{\"unusable\": {\"selfcare-db:restore\": 1}, \"leave\": [\"selfcare-db:restore SUCCESS\"]}"));
        assertThat(taken).hasSize(2);
        assertThat(taken.get(0).path("event").asText()).isEqualTo("D-" + plan + " Restore of self-service");
        assertThat(taken.get(0).path("drillPlan").asLong()).isEqualTo(plan);
        assertThat(taken.get(1).path("failures").asInt()).isEqualTo(1);
        refused(leader.post(path, "{}"), 409, "drill-taken");
        JsonNode all = leader.json("api/learning/drills");
        assertThat(all.path("drills").get(0).path("taken").asBoolean()).isTrue();
        assertThat(all.path("whole").path("total").asInt()).isEqualTo(1);
        JsonNode whole = all.path("forecasts").get(0);
        assertThat(whole.path("hours").asDouble()).isCloseTo(55 / 60.0, within(1e-9));
        assertThat(whole.path("inside").asBoolean())
                .isEqualTo(whole.path("p10").asDouble() <= 55 / 60.0
                        && 55 / 60.0 <= whole.path("p90").asDouble());
        for (JsonNode each : taken) {
            ok(leader.post(
                    "api/learning/actuals/" + each.path("id").asLong() + "/withdrawal",
                    "{\"reason\":\"the clock was wrong\"}"));
        }
        assertThat(ok(leader.post(path, "{}")))
                .as("all was withdrawn, so it can be taken anew")
                .hasSize(3);
    }

    @Test
    @Order(7)
    @Tag("row:D17")
    void aDueDrillOfASupplierIsToldUntilANewerOneWasReviewed() throws Exception {
        ObjectNode said = Http.JSON
                .createObjectNode()
                .put("supplier", "Formosa Hosting")
                .put("title", "Switch-over of the hosting site")
                .put("heldOn", "2024-05-01")
                .put("result", "failed")
                .put("review", "Their report shows four hours; we need two.")
                .put("findings", "Nobody was told.")
                .put("nextDue", "2025-05-01");
        JsonNode drill = ok(leader.post("api/supplier-drills", said.toString()));
        assertThat(drill.path("due").asText()).isEqualTo("overdue");
        assertThat(leader.json("api/supplier-drills").path("overdue").asInt()).isEqualTo(1);
        String path = "api/supplier-drills/" + drill.path("id").asText();
        long action = ok(leader.post(path + "/action", "{}")).path("action").asLong();
        assertThat(leader.json("api/actions/" + action)
                        .path("source")
                        .path("finding")
                        .asText())
                .isEqualTo("Nobody was told.");
        refused(
                leader.post(
                        "api/supplier-drills", said.put("nextDue", "2024-01-01").toString()),
                422,
                "invalid");
        ok(leader.post(
                "api/supplier-drills",
                said.put("element", "isp-a")
                        .put("heldOn", "2025-05-01")
                        .put("nextDue", "2099-05-01")
                        .toString()));
        assertThat(leader.json(path).path("due").asText())
                .as("another of their products says nothing about this one")
                .isEqualTo("overdue");
        said.remove("element");
        ok(leader.post(
                "api/supplier-drills",
                said.put("heldOn", "2025-06-01")
                        .put("nextDue", "2099-06-01")
                        .put("result", "passed")
                        .toString()));
        assertThat(leader.json(path).path("due").asText()).isEqualTo("followed");
        assertThat(leader.json("api/supplier-drills").path("overdue").asInt()).isZero();
    }
}
