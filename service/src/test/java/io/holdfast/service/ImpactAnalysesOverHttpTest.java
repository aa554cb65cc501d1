package io.holdfast.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.kernel.access.Role;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A planner analyses, somebody else approves, and what is approved is locked. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@SuppressWarnings("NullAway.Init") // set before the first test
class ImpactAnalysesOverHttpTest {

    private static final String PAY = "api/impact-analyses/prc-pay";

    private Guarded service;
    private Http planner;
    private Http approver;

    @BeforeAll
    void start(@TempDir Path data) throws Exception {
        service = new Guarded(data, false);
        planner = service.person("plans", Role.PLANNER, null);
        approver = service.person("approves", Role.APPROVER, null);
        String sample = Files.readString(Path.of("src/main/resources/sample/operator.yaml"));
        HttpResponse<String> put =
                planner.send("PUT", "api/model", sample, "Content-Type", "application/yaml", "If-Match", "*");
        assertThat(put.statusCode()).as(put.body()).isEqualTo(200);
    }

    @AfterAll
    void stop() {
        service.close();
    }

    private static JsonNode ok(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
        return Http.JSON.readTree(answer.body());
    }

    private static JsonNode refused(HttpResponse<String> answer, int status, String code) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        JsonNode problem = Http.JSON.readTree(answer.body());
        assertThat(problem.path("code").asText()).isEqualTo(code);
        return problem;
    }

    private HttpResponse<String> put(Http who, String path, JsonNode record, String ifMatch) throws Exception {
        return who.send("PUT", path, record.toString(), "Content-Type", "application/json", "If-Match", ifMatch);
    }

    private ObjectNode record(String path) throws Exception {
        return (ObjectNode) planner.json(path).path("record");
    }

    private static String tag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    @Test
    @Order(1)
    @Tag("row:B1")
    void theListHasEveryProcessTheMostUrgentFirst() throws Exception {
        JsonNode page = planner.json("api/impact-analyses?size=500");
        List<Double> urgency = new ArrayList<>();
        page.path("items")
                .forEach(row -> urgency.add(row.path(row.path("mtpdHours").isNull() ? "proposedMtpdHours" : "mtpdHours")
                        .asDouble(1e9)));
        assertThat(urgency).isSorted().hasSizeGreaterThan(8);
        assertThat(planner.json("api/impact-analyses?type=process&size=500")
                        .path("total")
                        .asInt())
                .isEqualTo(planner.json("api/register/summary")
                        .path("types")
                        .path("process")
                        .asInt());
        assertThat(planner.json("api/impact-analyses?q=%E8%A1%8C%E5%8B%95%E6%94%AF%E4%BB%98")
                        .path("items")
                        .findValuesAsText("id"))
                .containsExactly("prc-pay", "svc-payment");
        assertThat(page.path("approved").asInt()).isZero();
    }

    @Test
    @Order(2)
    @Tag("row:B2")
    @Tag("row:B4")
    @Tag("row:B5")
    void anAnalysisSaysWhatFollowsFromItAndWhy() throws Exception {
        JsonNode view = planner.json(PAY);
        JsonNode proposals = view.path("proposals");
        assertThat(proposals.path("mtpd").path("hours").asDouble()).isEqualTo(12);
        assertThat(proposals.path("mtpd").path("why").path(0).path("kind").asText())
                .isEqualTo("financial");
        assertThat(proposals.path("rto").path("hours").asDouble()).isEqualTo(8);
        assertThat(proposals.path("tier").path("tier").asInt()).isEqualTo(2);
        assertThat(proposals.path("backup").path("everyHours").asDouble()).isEqualTo(0.25);
        assertThat(view.path("missing").toString()).contains("$.x-bia.reasons.rto");
        JsonNode least = view.path("chainMinimum");
        assertThat(least.path("leastHours").asDouble()).isPositive();
        assertThat(least.path("way").path(0).path("id").asText()).isEqualTo("prc-pay");
        assertThat(least.path("way").size()).isGreaterThan(2);
        view.path("backups")
                .path("items")
                .forEach(copy -> assertThat(copy.path("chance").isNumber()).isTrue());
        assertThat(view.path("backups").path("total").asInt()).isPositive();
        assertThat(late(view)).isEqualTo(found());
        JsonNode needed = planner.json("api/impact-analyses/svc-payment");
        assertThat(needed.path("neededBy").path("items").findValuesAsText("id")).contains("prc-pay");
    }

    /** What is shown as coming too late for the process. */
    private static Set<String> late(JsonNode view) {
        Set<String> late = new TreeSet<>();
        view.path("needs").path("items").forEach(need -> {
            if (need.path("late").asBoolean()) {
                late.add(need.path("thing").path("id").asText());
            }
        });
        return late;
    }

    /** What the linter finds to come too late for the process. */
    private Set<String> found() throws Exception {
        Set<String> found = new TreeSet<>();
        planner.json("api/findings?rule=need-recovers-later&element=prc-pay&size=500")
                .path("items")
                .forEach(finding ->
                        found.add(finding.path("elements").path(0).path("id").asText()));
        found.remove("prc-pay");
        return found;
    }

    @Test
    @Order(3)
    @Tag("row:B2")
    @Tag("row:B3")
    void anOverrideNeedsAReasonAndIsToldAtItsField() throws Exception {
        ObjectNode record = record(PAY);
        JsonNode problem = refused(put(planner, PAY, record, "*"), 422, "invalid");
        assertThat(problem.path("violations").findValuesAsText("path"))
                .containsExactly("$.x-bia.reasons.rto", "$.x-bia.reasons.tier");
        JsonNode preview = ok(planner.post(PAY + "/preview", record.toString()));
        assertThat(preview.path("violations").findValuesAsText("code")).containsOnly("reason-missing");
        record.putObject("x-bia")
                .putObject("reasons")
                .put("rto", "Contracts with merchants promise 4 hours.")
                .put("tier", "Core business by decision of the board.");
        HttpResponse<String> seen = planner.get(PAY);
        HttpResponse<String> stored = put(planner, PAY, record, tag(seen));
        JsonNode now = ok(stored);
        assertThat(tag(stored)).isNotEqualTo(tag(seen));
        assertThat(now.path("missing").toString()).isEqualTo("[\"$.x-bia.reasons.rpo\"]");
        JsonNode entry = planner.json("api/elements/prc-pay").path("element");
        assertThat(entry.path("x-bia")).isEqualTo(record.path("x-bia"));
        assertThat(entry.path("needs")).as("what is not of the record stays").isNotEmpty();
        String file = planner.get("api/model").body();
        assertThat(file).contains("Contracts with merchants promise 4 hours.");
        ok(planner.send("PUT", "api/model", file, "Content-Type", "application/yaml", "If-Match", "*"));
        assertThat(planner.get(PAY).headers().firstValue("ETag"))
                .as("out and in again without loss changes nothing")
                .contains(tag(stored));

        JsonNode stale =
                refused(put(planner, PAY, record.deepCopy().put("owner", "ops"), tag(seen)), 412, "changed-meanwhile");
        assertThat(stale.path("changes").findValuesAsText("path")).contains("$.owner");
        refused(
                planner.send("PUT", PAY, record.toString(), "Content-Type", "application/json"),
                428,
                "version-missing");
        record.put("needs", "nothing");
        refused(put(planner, PAY, record, "*"), 422, "invalid");
    }

    @Test
    @Order(4)
    @Tag("row:B2")
    @Tag("row:B3")
    void somebodyElseApprovesAndWhatIsApprovedIsLocked() throws Exception {
        refused(planner.post(PAY + "/approval", "{}"), 428, "version-missing");
        refused(planner.post(PAY + "/approval", "{}", "If-Match", "*"), 422, "analysis-incomplete");
        String seen = planner.get(PAY).headers().firstValue("ETag").orElseThrow();
        ObjectNode record = record(PAY);
        ObjectNode said = (ObjectNode) record.path("x-bia");
        ((ObjectNode) said.path("reasons")).put("rpo", "The ledger may lack a quarter of an hour.");
        String next = LocalDate.ofInstant(service.clock.instant(), ZoneOffset.UTC)
                .plusMonths(6)
                .toString();
        said.putObject("review").put("next", next).put("trigger", "a new clearing house");
        ok(put(planner, PAY, record, "*"));
        refused(planner.post(PAY + "/approval", "{\"note\":\"first\"}", "If-Match", seen), 412, "changed-meanwhile");
        seen = planner.get(PAY).headers().firstValue("ETag").orElseThrow();
        JsonNode version = ok(planner.post(PAY + "/approval", "{\"note\":\"first\"}", "If-Match", seen));
        assertThat(version.path("reviewOn").asText())
                .as("the day that the record names")
                .isEqualTo(next);
        refused(put(planner, PAY, record, "*"), 409, "analysis-locked");
        String address = "api/approvals/" + version.path("document").asLong() + "/versions/1";
        refused(
                planner.post(
                        address + "/approve",
                        "{}",
                        "If-Match",
                        "\"" + version.path("hash").asText() + "\""),
                403,
                "not-allowed");
        ok(approver.post(
                address + "/approve",
                "{}",
                "If-Match",
                "\"" + version.path("hash").asText() + "\""));

        JsonNode standing = planner.json(PAY).path("standing");
        assertThat(standing.path("state").asText()).isEqualTo("approved");
        assertThat(standing.path("approvedBy").asText()).isEqualTo("approves");
        assertThat(standing.path("approved").path("objectives").path("rto").asDouble())
                .isEqualTo(4);
        ObjectNode changed = record(PAY);
        ((ObjectNode) changed.path("objectives")).put("rto", 0.01);
        refused(put(planner, PAY, changed, "*"), 409, "analysis-locked");
        noOtherDoorOpensWhatIsLocked();
        ok(put(planner, PAY + "?reopen=true", changed, "*"));
        assertThat(late(planner.json(PAY)))
                .as("the conflicts are those of the linter")
                .isNotEmpty()
                .isEqualTo(found());
        JsonNode state = planner.json(PAY + "/approval?language=zh-Hant");
        assertThat(state.path("differs").asBoolean()).isTrue();
        assertThat(state.path("lines").toString()).contains("RTO 復原時間目標");
        assertThat(planner.json(PAY).path("standing").path("state").asText()).isEqualTo("changed");
        assertThat(planner.json(PAY + "/versions/1")
                        .path("record")
                        .path("objectives")
                        .path("rto")
                        .asDouble())
                .as("what was approved stays")
                .isEqualTo(4);
        refused(planner.get(PAY + "/versions/7"), 404, "unknown-version");
        List<String> done = service.administrator()
                .json("api/audit?action=process.replace")
                .path("items")
                .findValuesAsText("subject");
        assertThat(done).contains("prc-pay");
    }

    private int version(String address) throws Exception {
        return Integer.parseInt(tag(planner.get(address)).replace("\"", ""));
    }

    /** The entry itself, several at once, and a table: what belongs to the analysis stays, all else can be changed. */
    private void noOtherDoorOpensWhatIsLocked() throws Exception {
        String address = "api/elements/prc-pay";
        ObjectNode entry = (ObjectNode) planner.json(address).path("element");
        ((ObjectNode) entry.path("objectives")).put("rto", 0.01);
        JsonNode problem = refused(put(planner, address, entry, "*"), 409, "analysis-locked");
        assertThat(problem.path("violations").path(0).path("path").asText()).isEqualTo("$");
        String tier = "{\"changes\": [{\"id\": \"prc-pay\", \"version\": %d, \"patch\": {\"tier\": 4}},"
                        .formatted(version(address))
                + " {\"id\": \"prc-calls\", \"version\": %d, \"patch\": {\"x-note\": \"n\"}}]}"
                        .formatted(version("api/elements/prc-calls"));
        problem = refused(planner.post("api/elements/changes", tier), 409, "analysis-locked");
        assertThat(problem.path("violations").path(0).path("value").asText()).isEqualTo("prc-pay");
        assertThat(problem.path("violations").path(0).path("path").asText()).isEqualTo("$.changes[0].patch");
        Multipart table =
                new Multipart().file("file", "id,objectives.rto\r\nprc-pay,0.01\r\n".getBytes(StandardCharsets.UTF_8));
        problem = Http.JSON.readTree(
                planner.post("api/lists/processes/preview", table).body());
        assertThat(problem.path("violations").path(0).path("code").asText())
                .as(problem.toString())
                .isEqualTo("analysis-locked");
        assertThat(problem.path("violations").path(0).path("row").asInt()).isEqualTo(2);
        assertThat(planner.post("api/lists/processes/preview?reopen=true", table)
                        .statusCode())
                .isEqualTo(200);
        Multipart own = new Multipart().file("file", "id,rto\r\nprc-pay,0.01\r\n".getBytes(StandardCharsets.UTF_8));
        JsonNode mapped = ok(planner.post("api/imports/tables/preview?of=processes", own));
        assertThat(mapped.path("violations").findValuesAsText("code")).containsExactly("analysis-locked");
        mapped = ok(planner.post("api/imports/tables/preview?of=processes&reopen=true", own));
        assertThat(mapped.path("report").path("changed").asInt())
                .as(mapped.toString())
                .isEqualTo(1);
        assertThat(planner.json(PAY).path("standing").path("state").asText()).isEqualTo("approved");
        ObjectNode renamed = (ObjectNode) planner.json(address).path("element");
        renamed.put("x-note", "what belongs to nobody else");
        ok(put(planner, address, renamed, "*"));
        ObjectNode shapeless =
                (ObjectNode) planner.json("api/elements/prc-calls").path("element");
        shapeless.put("x-bia", "none");
        problem = refused(put(planner, "api/elements/prc-calls", shapeless, "*"), 422, "invalid");
        assertThat(problem.path("violations").path(0).path("path").asText()).startsWith("$.x-bia");
    }

    @Test
    @Order(5)
    void whatHappensCallsForAReview() throws Exception {
        refused(planner.post(PAY + "/triggers", "{\"kind\":\"weather\",\"about\":\"rain\"}"), 422, "bad-trigger");
        refused(
                planner.post("api/impact-analyses/prc-text/triggers", "{\"kind\":\"incident\",\"about\":\"x\"}"),
                409,
                "nothing-approved");
        assertThat(planner.post(PAY + "/triggers", "{\"kind\":\"major-change\",\"about\":\"new bank\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(planner.json(PAY).path("standing").path("due").toString()).contains("major-change");
    }

    @Test
    @Order(6)
    void theScalesAreTheOrganisationsOwnAndTheirChangeCallsForAReview() throws Exception {
        HttpResponse<String> seen = planner.get("api/impact-scales");
        ObjectNode scales = (ObjectNode) Http.JSON.readTree(seen.body()).path("scales");
        assertThat(tag(seen)).isEqualTo("\"0\"");
        refused(put(planner, "api/impact-scales", scales.deepCopy().put("intolerableFrom", 9), "*"), 422, "invalid");
        scales.put("moneyLimit", 1_600_000);
        JsonNode stored = ok(put(planner, "api/impact-scales", scales, tag(seen)));
        assertThat(stored.path("version").asInt()).isEqualTo(1);
        assertThat(stored.path("changedBy").asText()).isNotEmpty();
        refused(
                put(planner, "api/impact-scales", scales.deepCopy().put("moneyLimit", 5), tag(seen)),
                412,
                "changed-meanwhile");
        JsonNode view = planner.json(PAY);
        assertThat(view.path("proposals").path("mtpd").path("hours").asDouble())
                .as("the loss passes 1.6 million at 4 h")
                .isEqualTo(4);
        assertThat(view.path("standing").path("due").toString()).contains("scales-changed");
        assertThat(service.administrator()
                        .json("api/audit?action=impact-scales.replace")
                        .path("total")
                        .asInt())
                .isEqualTo(1);
        Http other = service.person("reads", Role.EXECUTIVE, null);
        refused(put(other, "api/impact-scales", scales, "*"), 403, "not-allowed");
    }

    @Test
    @Order(7)
    void whatIsStoredInAnotherShapeIsShownWithItsMistakes() throws Exception {
        ObjectNode model = (ObjectNode) planner.json("api/model?format=json");
        for (JsonNode process : model.path("processes")) {
            if (process.path("id").asText().equals("prc-text")) {
                ((ObjectNode) process).putObject("x-bia").put("stopgap", "paper");
            }
        }
        ok(put(planner, "api/model", model, "*"));
        JsonNode view = planner.json("api/impact-analyses/prc-text");
        assertThat(view.path("violations").findValuesAsText("path")).contains("$.x-bia.stopgap");
        assertThat(view.path("proposals").isObject()).isTrue();
        refused(planner.get("api/impact-analyses/nothing-here"), 404, "unknown-element");
    }
}
