package io.holdfast.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.kernel.access.Role;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A planner writes changes down, somebody else agrees, they are carried out, and what is learnt from them can be seen. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@SuppressWarnings("NullAway.Init") // set before the first test
class ChangesOverHttpTest {

    private static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");
    private static final String TOUCHED = "voice-as";

    private Guarded service;
    private Http planner;
    private Http approver;

    @BeforeAll
    void start(@TempDir Path data) throws Exception {
        service = new Guarded(data, false);
        service.unit("network", null);
        planner = service.person("plans", Role.PLANNER, null);
        approver = service.person("approves", Role.APPROVER, null);
        HttpResponse<String> put =
                planner.send("PUT", "api/model", sample(), "Content-Type", "application/yaml", "If-Match", "*");
        assertThat(put.statusCode()).as(put.body()).isEqualTo(200);
    }

    private static String sample() throws Exception {
        return Files.readString(Path.of("src/main/resources/sample/operator.yaml"));
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

    /** Time goes by, and sessions end. */
    private void wait(Duration time) throws Exception {
        service.clock.move(time);
        planner = service.session(service.signIn("plans", Guarded.PASSWORD));
        approver = service.session(service.signIn("approves", Guarded.PASSWORD));
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(service.clock.instant(), TAIPEI).withNano(0);
    }

    private ObjectNode proposal(String title) {
        ObjectNode said = Http.JSON.createObjectNode();
        said.put("title", title)
                .put("description", "Replace the blades under the application servers.")
                .put("kind", "hardware")
                .put("reason", "The vendor ends support in June.")
                .put("benefit", "Calls go on after a failed blade.")
                .put("risk", "low")
                .put("riskReason", "The other site carries the load meanwhile.")
                .put("windowStart", now().plusDays(2).toString())
                .put("windowEnd", now().plusDays(2).plusHours(6).toString())
                .put("implementer", "Lin Yi-chun")
                .put("backOut", "Put the old blades back; they stay in the rack for a week.")
                .put("testAfter", "A test call through each server.");
        said.putArray("elements").add(TOUCHED);
        return said;
    }

    private JsonNode create(ObjectNode said) throws Exception {
        return ok(planner.post("api/changes", said.toString()));
    }

    private HttpResponse<String> put(long id, ObjectNode said, String ifMatch) throws Exception {
        return planner.send(
                "PUT", "api/changes/" + id, said.toString(), "Content-Type", "application/json", "If-Match", ifMatch);
    }

    private HttpResponse<String> post(long id, String what, ObjectNode said) throws Exception {
        return planner.post("api/changes/" + id + "/" + what, said.toString(), "If-Match", "*");
    }

    private JsonNode submit(long id) throws Exception {
        return ok(submitOn(id, Integer.toString(get(id).path("version").asInt()), "{\"note\":\"please\"}"));
    }

    private HttpResponse<String> submitOn(long id, String version, String wish) throws Exception {
        String tag = version.equals("*") ? version : "\"" + version + "\"";
        return planner.post("api/changes/" + id + "/approval", wish, "If-Match", tag);
    }

    private HttpResponse<String> decide(Http who, JsonNode version, String how, String words) throws Exception {
        ObjectNode said = Http.JSON.createObjectNode();
        said.put(how.equals("reject") ? "reason" : "note", words);
        return who.post(
                "api/approvals/" + version.path("document").asLong() + "/versions/"
                        + version.path("number").asInt() + "/" + how,
                said.toString(),
                "If-Match",
                "\"" + version.path("hash").asText() + "\"");
    }

    private ObjectNode done(String outcome) {
        ObjectNode said = Http.JSON.createObjectNode();
        said.put("startedAt", now().truncatedTo(ChronoUnit.MINUTES).toString())
                .put("endedAt", now().toString())
                .put("outcome", outcome)
                .put("tested", "A call went through each server.");
        if (!outcome.equals("success")) {
            said.put("notes", "The firmware did not start, so the old blades went back.");
        }
        return said;
    }

    private JsonNode get(long id) throws Exception {
        return planner.json("api/changes/" + id);
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    /** One that is approved, carried out and closed. */
    private long carriedOut(ObjectNode said, String outcome) throws Exception {
        long id = create(said).path("id").asLong();
        ok(decide(approver, submit(id), "approve", "good"));
        ok(post(id, "execution", done(outcome)));
        ok(post(id, "closing", Http.JSON.createObjectNode().put("conclusion", "Nothing else to do.")));
        return id;
    }

    @Test
    @Order(1)
    @Tag("row:G2")
    void whatIsSubmittedIsWhatWasSeen() throws Exception {
        ObjectNode said = proposal("New fans");
        said.putArray("elements").add("payment-db");
        JsonNode seen = create(said);
        long id = seen.path("id").asLong();
        refused(planner.post("api/changes/" + id + "/approval", "{}"), 428, "version-missing");
        ok(put(id, said.put("backOut", "None is needed."), "*"));
        String before = seen.path("version").asText();
        JsonNode problem = refused(submitOn(id, before, "{}"), 412, "changed-meanwhile");
        assertThat(problem.path("currentVersion").asInt())
                .isEqualTo(get(id).path("version").asInt())
                .isGreaterThan(seen.path("version").asInt());
        assertThat(get(id).path("state").asText()).isEqualTo("draft");
        submit(id);
        assertThat(get(id).path("state").asText()).isEqualTo("submitted");
    }

    @Test
    @Order(1)
    @Tag("row:G2")
    void nothingIsSubmittedOrCarriedOutWithoutABackOutPlan() throws Exception {
        ObjectNode said = proposal("New blades");
        said.put("backOut", "  ");
        long id = create(said).path("id").asLong();
        assertThat(texts(get(id).path("missing"))).containsExactly("backOut");
        JsonNode problem = refused(submitOn(id, "*", "{}"), 422, "change-incomplete");
        assertThat(problem.path("violations").path(0).path("path").asText()).isEqualTo("$.backOut");
        said.put("route", "emergency").put("authorisedBy", "Chen, head of operations");
        ok(put(id, said, "*"));
        refused(post(id, "execution", done("success")), 422, "change-incomplete");
        said.put("authorisedBy", "Lin Yi-chun");
        refused(put(id, said, "*"), 422, "invalid");
        ok(post(id, "closing", Http.JSON.createObjectNode().put("conclusion", "Called off by the supplier.")));
        assertThat(get(id).path("state").asText()).isEqualTo("cancelled");
        said.put("authorisedBy", "Chen, head of operations").put("title", "Blades after all");
        refused(put(id, said, "*"), 409, "change-stage");
    }

    @Test
    @Order(2)
    @Tag("row:G3")
    @Tag("row:G1")
    void anOrdinaryChangeIsApprovedBySomebodyElseBeforeItIsCarriedOut() throws Exception {
        long id = create(proposal("Blades of the voice servers")).path("id").asLong();
        refused(post(id, "execution", done("success")), 409, "change-stage");
        JsonNode version = submit(id);
        assertThat(get(id).path("state").asText()).isEqualTo("submitted");
        refused(put(id, proposal("Another title"), "*"), 409, "change-stage");
        assertThat(decide(planner, version, "approve", "").statusCode()).isEqualTo(403);
        ok(decide(approver, version, "reject", "The window is too short."));
        assertThat(get(id).path("state").asText()).isEqualTo("rejected");
        ObjectNode longer = proposal("Blades of the voice servers");
        longer.put("windowEnd", now().plusDays(2).plusHours(8).toString());
        ok(put(id, longer, "*"));
        ok(decide(approver, submit(id), "approve", "good"));
        assertThat(texts(get(id).path("steps"))).contains("carry-out", "reopen").doesNotContain("edit");
        refused(put(id, proposal("Another title"), "*"), 409, "change-locked");
        ObjectNode early = done("success");
        early.put("startedAt", now().minusHours(2).toString());
        assertThat(refused(post(id, "execution", early), 422, "not-yet-approved")
                        .path("detail")
                        .asText())
                .contains(early.path("startedAt").asText(), "approved at");
        ok(post(id, "execution", done("success")));
        JsonNode carried = get(id);
        assertThat(carried.path("agreement").asText()).isEqualTo("given");
        assertThat(carried.path("approvalDue").isNull()).isTrue();
        ok(post(id, "closing", Http.JSON.createObjectNode().put("conclusion", "As planned.")));
        assertThat(get(id).path("state").asText()).isEqualTo("closed");
        JsonNode read = planner.json("api/changes/" + id + "/versions/2?language=zh-Hant")
                .path("change");
        assertThat(read.path("kind").asText()).isEqualTo("硬體");
        assertThat(read.path("backOut").asText()).startsWith("Put the old blades back");
        wait(Duration.ofDays(400));
        planner.json("api/approvals")
                .path("items")
                .forEach(line -> assertThat(line.path("due"))
                        .as("what is over is not reviewed")
                        .isEmpty());
    }

    @Test
    @Order(3)
    @Tag("row:G3")
    void anEmergencyIsCarriedOutFirstAndApprovedWithinTheDeadline() throws Exception {
        JsonNode settings = planner.json("api/change-settings");
        assertThat(settings.path("approveWithinHours").asInt()).isEqualTo(72);
        String wish = "{\"approveWithinHours\":24}";
        ok(planner.send("PUT", "api/change-settings", wish, "Content-Type", "application/json", "If-Match", "\"0\""));
        refused(
                planner.send(
                        "PUT", "api/change-settings", wish, "Content-Type", "application/json", "If-Match", "\"0\""),
                412,
                "changed-meanwhile");
        ObjectNode said = proposal("Restart of the voice servers");
        said.put("route", "emergency")
                .put("authorisedBy", "Chen, head of operations")
                .put("kind", "software");
        said.remove(List.of("reason", "benefit"));
        long id = create(said).path("id").asLong();
        ok(post(id, "execution", done("backed-out")));
        JsonNode carried = get(id);
        assertThat(carried.path("agreement").asText()).isEqualTo("not-asked");
        assertThat(carried.path("overdue").asBoolean()).isFalse();
        wait(Duration.ofHours(25));
        assertThat(get(id).path("overdue").asBoolean()).isTrue();
        JsonNode list = planner.json("api/changes?state=overdue");
        assertThat(list.path("overdue").asInt()).isEqualTo(1);
        assertThat(list.path("items").path(0).path("id").asLong()).isEqualTo(id);
        refused(post(id, "closing", Http.JSON.createObjectNode().put("conclusion", "Over.")), 409, "change-stage");
        said.put("reason", "Calls failed.").put("benefit", "Calls work.");
        ok(put(id, said, "*"));
        JsonNode version = submit(id);
        JsonNode content = planner.json("api/changes/" + id + "/versions/1").path("change");
        assertThat(content.path("carriedOut").path("outcome").asText()).isEqualTo("failed and backed out");
        ok(decide(approver, version, "approve", "It could not wait."));
        assertThat(get(id).path("overdue").asBoolean()).isFalse();
        ok(post(id, "closing", Http.JSON.createObjectNode().put("conclusion", "The patch needs another test.")));
    }

    @Test
    @Order(4)
    @Tag("row:M4")
    void theImpactIsThatOfTheNeedsAndIsFrozenWithTheSubmission() throws Exception {
        long id = create(proposal("Voice servers once more")).path("id").asLong();
        JsonNode impact = planner.json("api/changes/" + id + "/impact");
        List<String> lost = impact.path("lost").findValuesAsText("id");
        JsonNode radius = planner.json("api/elements/" + TOUCHED + "/blast-radius");
        List<String> served = new ArrayList<>();
        radius.path("dependants").forEach(each -> {
            if (!each.path("type").asText().equals("asset")) {
                served.add(each.path("id").asText());
            }
        });
        assertThat(lost).containsExactlyInAnyOrderElementsOf(served).contains("svc-voice");
        assertThat(impact.path("lostAssets").asInt())
                .isEqualTo(radius.path("count").asInt() - served.size());
        JsonNode voice = impact.path("lost").path(lost.indexOf("svc-voice"));
        assertThat(voice.path("tier").asInt()).isEqualTo(1);
        assertThat(voice.path("rtoHours").asDouble()).isEqualTo(1);
        assertThat(voice.path("windowTooLong").asBoolean())
                .as("6 h of work, 1 h of RTO")
                .isTrue();
        assertThat(impact.path("singlePoints").findValuesAsText("id")).containsExactly(TOUCHED);
        submit(id);
        JsonNode spared = planner.json("api/elements/svc-voice");
        ObjectNode entry = (ObjectNode) spared.path("element");
        entry.put("tier", 2);
        ok(planner.send(
                "PUT",
                "api/elements/svc-voice",
                entry.toString(),
                "Content-Type",
                "application/json",
                "If-Match",
                "*"));
        JsonNode frozen = get(id).path("impact");
        assertThat(frozen.path("lost")
                        .path(lost.indexOf("svc-voice"))
                        .path("tier")
                        .asInt())
                .isEqualTo(1);
        assertThat(frozen.path("digest").asText())
                .isNotEqualTo(planner.json("api/baselines").path("digest").asText());
    }

    @Test
    @Order(5)
    @Tag("row:M4")
    @Tag("row:M2")
    void anElementSaysWhoChangedWhatAndWhichChangesTouchIt() throws Exception {
        JsonNode line =
                planner.json("api/elements/svc-voice/history").path("items").path(0);
        assertThat(line.path("by").asText()).isEqualTo("plans");
        assertThat(line.path("did").asText()).isEqualTo("replace");
        assertThat(line.path("lines").toString())
                .contains("\"tier\"")
                .contains("\"before\":1")
                .contains("\"after\":2");
        assertThat(line.toString()).doesNotContain("address");
        JsonNode related = planner.json("api/changes?element=" + TOUCHED);
        assertThat(related.path("total").asInt()).isEqualTo(4);
        assertThat(planner.json("api/changes?element=no-such-one").path("total").asInt())
                .isZero();
        assertThat(planner.json("api/elements/no-such-one/history?page=2147483647&size=1")
                        .path("items"))
                .as("far behind the last one")
                .isEmpty();
        assertThat(planner.json("api/elements/no-such-one/history")
                        .path("total")
                        .asInt())
                .isZero();
    }

    @Test
    @Order(6)
    @Tag("row:M5")
    @Tag("row:M8")
    void aChangeOfHighRiskHasABaselineBeforeItAndOneAfterIt() throws Exception {
        ObjectNode said = proposal("Switch-over of the core");
        said.put("risk", "high");
        long id = create(said).path("id").asLong();
        ok(decide(approver, submit(id), "approve", "good"));
        JsonNode before = get(id).path("before");
        assertThat(before.path("name").asText()).contains("Switch-over of the core");
        ok(post(id, "execution", done("success")));
        ObjectNode end = Http.JSON.createObjectNode();
        end.put("conclusion", "The core runs on the new blades.").put("registerUpdated", true);
        refused(post(id, "closing", end), 422, "register-unchanged");
        ObjectNode entry = (ObjectNode) planner.json("api/elements/" + TOUCHED).path("element");
        entry.put("note", "on the new blades");
        ok(planner.send(
                "PUT",
                "api/elements/" + TOUCHED,
                entry.toString(),
                "Content-Type",
                "application/json",
                "If-Match",
                "*"));
        ok(planner.post("api/elements?type=asset", "{\"id\":\"blade-9\",\"kind\":\"host\"}"));
        ok(post(id, "closing", end));
        JsonNode after = get(id).path("after");
        JsonNode difference = planner.json("api/baselines/" + before.path("id").asLong() + "/difference?against="
                + after.path("id").asLong());
        assertThat(difference.path("added").asInt()).isEqualTo(1);
        assertThat(difference.path("changed").asInt()).isEqualTo(1);
        JsonNode changed = difference.path("items").path(0);
        assertThat(changed.path("id").asText()).isEqualTo(TOUCHED);
        assertThat(changed.path("lines").path(0).path("after").asText()).isEqualTo("on the new blades");
        String csv = planner.get("api/baselines/" + before.path("id").asLong() + "/difference/export?language=zh-Hant")
                .body();
        assertThat(csv).contains("assets,blade-9,blade-9,added").contains("on the new blades");
        refused(planner.send("DELETE", "api/baselines/" + before.path("id").asLong(), ""), 409, "baseline-kept");
    }

    @Test
    @Order(7)
    @Tag("row:M8")
    void aBaselineIsAModelFileAndTwoAtLeastAreKept() throws Exception {
        JsonNode taken = ok(planner.post("api/baselines", "{\"name\":\"Before the audit\"}"));
        long id = taken.path("id").asLong();
        assertThat(planner.get("api/baselines/" + id + "/model").body())
                .isEqualTo(planner.get("api/model").body());
        assertThat(planner.json("api/baselines/" + id + "/difference")
                        .path("total")
                        .asInt())
                .isZero();
        assertThat(planner.send("DELETE", "api/baselines/" + id, "").statusCode())
                .isEqualTo(204);
        refused(planner.get("api/baselines/" + id), 404, "unknown-baseline");
        JsonNode left = planner.json("api/baselines");
        assertThat(left.path("items")).hasSize(left.path("fewestKept").asInt());
        refused(planner.post("api/baselines", "{\"name\":\" \"}"), 422, "invalid");
    }

    @Test
    @Order(8)
    @Tag("row:G6")
    @Tag("row:G4")
    void theReleasePlanIsKeptAndTheCalendarFindsTheWindow() throws Exception {
        ObjectNode said = proposal("Release of the voice servers");
        said.putObject("release")
                .put("date", now().plusDays(3).toLocalDate().toString())
                .put("knownErrors", "Voicemail shows the wrong hour.")
                .put("remedy", "Called off where more than 1 % of test calls fail.")
                .putArray("relatedChanges")
                .add(2);
        ((ObjectNode) said.path("release"))
                .putArray("deliverables")
                .add("Runbook")
                .add("Licences");
        long id = create(said).path("id").asLong();
        JsonNode release = get(id).path("proposal").path("release");
        assertThat(texts(release.path("deliverables"))).containsExactly("Runbook", "Licences");
        String day = now().plusDays(2).toLocalDate().toString();
        JsonNode found = planner.json("api/changes?from=" + day + "&to=" + day + "&q=release");
        assertThat(found.path("total").asInt()).isEqualTo(1);
        assertThat(found.path("zone").asText()).isEqualTo("Asia/Taipei");
        assertThat(planner.json("api/changes?q=release&to=" + now().toLocalDate())
                        .path("total")
                        .asInt())
                .isZero();
    }

    @Test
    @Order(9)
    void ofTwoWhoChangeTheSameTheSecondIsToldWhatDiffers() throws Exception {
        JsonNode first = create(proposal("Patch of the voice servers"));
        long id = first.path("id").asLong();
        ObjectNode theirs = proposal("Patch of the voice servers");
        theirs.put("implementer", "Wu Ping");
        ok(put(id, theirs, "\"1\""));
        ObjectNode mine = proposal("Patch of the voice servers");
        mine.put("testAfter", "Two test calls.");
        JsonNode problem = refused(put(id, mine, "\"1\""), 412, "changed-meanwhile");
        assertThat(problem.path("currentVersion").asInt()).isEqualTo(2);
        assertThat(problem.path("changes").findValuesAsText("path")).contains("$.implementer", "$.testAfter");
        assertThat(put(id, mine, "").statusCode()).isEqualTo(428);
    }

    @Test
    @Order(10)
    void aPlannerOfOneUnitChangesWhatBelongsToIt() throws Exception {
        Http network = service.person("plans-network", Role.PLANNER, "network");
        refused(network.post("api/changes", proposal("Of nobody").toString()), 403, "not-in-your-unit");
        ObjectNode own = proposal("Of the network");
        own.put("unit", "network");
        long id = ok(network.post("api/changes", own.toString())).path("id").asLong();
        own.putNull("unit");
        assertThat(network.send(
                                "PUT",
                                "api/changes/" + id,
                                own.toString(),
                                "Content-Type",
                                "application/json",
                                "If-Match",
                                "*")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    @Order(11)
    @Tag("row:G5")
    void theAnalysisCountsByMonthAndKeepsWhatWasConcluded() throws Exception {
        carriedOut(proposal("Again 1"), "success");
        carriedOut(proposal("Again 2"), "partly");
        YearMonth month = YearMonth.from(now());
        JsonNode analysis = planner.json("api/change-analysis?from=" + month + "&until=" + month);
        JsonNode total = analysis.path("total");
        JsonNode all = planner.json("api/changes?size=500").path("items");
        int carried = 0;
        int emergencies = 0;
        for (JsonNode row : all) {
            boolean within = row.path("until").asText().startsWith(month.toString())
                    && !row.path("outcome").isNull();
            carried += within ? 1 : 0;
            emergencies += within && row.path("route").asText().equals("emergency") ? 1 : 0;
        }
        assertThat(total.path("carriedOut").asInt()).isEqualTo(carried).isGreaterThan(2);
        assertThat(total.path("emergency").asInt()).isEqualTo(emergencies);
        assertThat(analysis.path("repeated").path(0).path("kind").asText()).isEqualTo("hardware");
        assertThat(analysis.path("elements").path(0).path("element").path("id").asText())
                .isEqualTo(TOUCHED);
        assertThat(analysis.path("trends").path("count").path("direction").asText())
                .isEqualTo("too-few");
        assertThat(planner.json("api/change-analysis").path("months")).hasSize(12);
        ObjectNode said = Http.JSON.createObjectNode();
        said.put("first", month.toString())
                .put("last", month.toString())
                .put("text", "Blades fail too often: ask for another supplier.");
        ok(planner.post("api/change-conclusions", said.toString()));
        JsonNode kept = planner.json("api/change-conclusions").path("items").path(0);
        assertThat(kept.path("author").asText()).isEqualTo("plans");
        assertThat(kept.path("text").asText()).startsWith("Blades fail");
        byte[] csv = planner.bytes("api/change-analysis/export?from=" + month + "&until=" + month)
                .body();
        assertThat(new String(csv, StandardCharsets.UTF_8))
                .contains(month + "," + total.path("recorded").asInt());
        refused(planner.get("api/change-analysis?from=2026-13"), 400, "bad-months");
        assertThat(planner.get("api/changes/export?route=emergency").body())
                .contains("Restart of the voice servers")
                .doesNotContain("Again 1");
    }

    private ObjectNode emergency(String title) {
        return proposal(title).put("route", "emergency").put("authorisedBy", "Chen, head of operations");
    }

    @Test
    @Order(12)
    @Tag("row:G3")
    void whatWasRefusedIsNotCarriedOutAsAnEmergencyUntilSomebodyAgrees() throws Exception {
        long urgent = create(emergency("Restart without a test")).path("id").asLong();
        ok(decide(approver, submit(urgent), "reject", "Test it first."));
        refused(post(urgent, "execution", done("success")), 409, "change-stage");
        ok(put(urgent, emergency("Restart without a test."), "*"));
        assertThat(get(urgent).path("state").asText()).isEqualTo("draft");
        refused(post(urgent, "execution", done("success")), 409, "change-stage");
        JsonNode again = submit(urgent);
        refused(post(urgent, "execution", done("success")), 409, "change-stage");
        ok(decide(approver, again, "approve", "good"));
        ok(post(urgent, "execution", done("success")));
        assertThat(get(urgent).path("agreement").asText()).isEqualTo("given");

        long ordinary = create(proposal("Blades at noon")).path("id").asLong();
        ok(decide(approver, submit(ordinary), "reject", "At night."));
        ok(put(ordinary, emergency("Blades at noon"), "*"));
        assertThat(texts(get(ordinary).path("steps"))).contains("submit").doesNotContain("carry-out");
        refused(post(ordinary, "execution", done("success")), 409, "change-stage");
    }

    @Test
    @Order(13)
    @Tag("row:G2")
    @Tag("row:M8")
    void anEmergencyThatIsSubmittedAfterwardsKeepsItsBackOutPlanAndIsClosedWithTheRegisterOfItsSubmission()
            throws Exception {
        long id = create(emergency("New power supply")).path("id").asLong();
        ok(post(id, "execution", done("success")));
        for (String key : List.of("backOut", "authorisedBy", "implementer")) {
            JsonNode problem =
                    refused(put(id, emergency("New power supply").put(key, ""), "*"), 422, "change-incomplete");
            assertThat(problem.path("violations").findValuesAsText("path")).containsExactly("$." + key);
        }
        ObjectNode entry = (ObjectNode) planner.json("api/elements/" + TOUCHED).path("element");
        entry.put("note", "with a new power supply");
        ok(planner.send(
                "PUT",
                "api/elements/" + TOUCHED,
                entry.toString(),
                "Content-Type",
                "application/json",
                "If-Match",
                "*"));
        ok(put(id, emergency("New power supply").put("risk", "high"), "*"));
        ok(decide(approver, submit(id), "approve", "good"));
        assertThat(get(id).path("before").isNull())
                .as("the register was changed already, so a baseline taken now is none before it")
                .isTrue();
        ok(post(
                id,
                "closing",
                Http.JSON.createObjectNode().put("conclusion", "As planned.").put("registerUpdated", true)));
        assertThat(get(id).path("closing").path("registerUpdated").asBoolean()).isTrue();
    }
}
