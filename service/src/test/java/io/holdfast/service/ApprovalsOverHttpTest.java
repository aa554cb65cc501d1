package io.holdfast.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.kernel.access.Role;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** What is submitted is decided by somebody else, once, and stays as it was. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@SuppressWarnings("NullAway.Init") // set before the first test
class ApprovalsOverHttpTest {

    private static final String SCENARIO = "faulty-release";
    private static final String PLAN = "api/plans/svc-selfcare/" + SCENARIO;

    private Path data;
    private Guarded service;
    private Http planner;
    private Http approver;
    private int years = 2040;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        data = folder;
        service = new Guarded(folder, false);
        planner = service.person("plans", Role.PLANNER, null);
        approver = service.person("approves", Role.APPROVER, null);
        String sample = Files.readString(Path.of("src/main/resources/sample/operator.yaml"));
        HttpResponse<String> put =
                planner.send("PUT", "api/model", sample, "Content-Type", "application/yaml", "If-Match", "*");
        assertThat(put.statusCode()).as(put.body()).isEqualTo(200);
        run(SCENARIO);
    }

    @AfterAll
    void stop() {
        service.close();
    }

    private void run(String scenario) throws Exception {
        HttpResponse<String> asked = planner.post("api/runs", "{\"scenario\":\"" + scenario + "\",\"trials\":500}");
        assertThat(asked.statusCode()).as(asked.body()).isBetween(200, 202);
        long run = Http.JSON.readTree(asked.body()).path("id").asLong();
        assertThat(planner.awaitOver(run).path("status").asText()).isEqualTo("finished");
    }

    private static JsonNode ok(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
        return Http.JSON.readTree(answer.body());
    }

    private static void refused(HttpResponse<String> answer, int status, String code) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(Http.JSON.readTree(answer.body()).path("code").asText()).isEqualTo(code);
    }

    private static String address(JsonNode version) {
        return "api/approvals/" + version.path("document").asLong() + "/versions/"
                + version.path("number").asInt();
    }

    private static HttpResponse<String> decide(Http who, JsonNode version, String what, String body) throws Exception {
        return who.post(
                address(version) + "/" + what,
                body,
                "If-Match",
                "\"" + version.path("hash").asText() + "\"");
    }

    private static HttpResponse<String> approve(Http who, JsonNode version) throws Exception {
        return decide(who, version, "approve", "{}");
    }

    /** A schedule of a year that no other test has, submitted: a document with one version that waits. */
    private JsonNode schedule(Http who) throws Exception {
        int year = years++;
        ok(who.post("api/drills/schedules", "{\"year\":" + year + "}"));
        return ok(who.post("api/drills/schedules/" + year + "/approval", "{}"));
    }

    /** Gives somebody roles in the whole organisation and deputies from yesterday on for a month. */
    private Http person(String name, List<Role> roles, String... deputies) throws Exception {
        Http http = service.person(name, roles.getFirst(), null);
        JsonNode accounts = service.administrator().json("api/accounts");
        ObjectNode change =
                Http.JSON.createObjectNode().put("displayName", name).put("disabled", false);
        ArrayNode grants = change.putArray("grants");
        roles.forEach(role -> grants.addObject().put("role", role.word()).putNull("unit"));
        ArrayNode standIns = change.putArray("deputies");
        LocalDate today = LocalDate.ofInstant(service.clock.instant(), service.clock.getZone());
        for (String deputy : deputies) {
            standIns.addObject()
                    .put("account", account(accounts, deputy).path("id").asLong())
                    .put("firstDay", today.minusDays(1).toString())
                    .put("lastDay", today.plusDays(30).toString());
        }
        JsonNode account = account(accounts, name);
        change.put("version", account.path("version").asInt());
        ok(service.administrator()
                .send(
                        "PUT",
                        "api/accounts/" + account.path("id").asLong(),
                        change.toString(),
                        "Content-Type",
                        "application/json"));
        return roles.size() == 1 ? http : service.session(service.signIn(name, Guarded.PASSWORD));
    }

    private static JsonNode account(JsonNode accounts, String name) {
        return accounts.findParents("signInName").stream()
                .filter(each -> each.path("signInName").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Order(1)
    @Tag("row:D9")
    @Tag("row:G3")
    void somebodyElseApprovesAPlanAndBothAreInTheAudit() throws Exception {
        assertThat(planner.json(PLAN + "/approval").path("approved").isNull()).isTrue();
        JsonNode version = ok(planner.post(PLAN + "/approval", "{\"note\":\"Please look at the call order.\"}"));
        assertThat(version.path("number").asInt()).isEqualTo(1);
        assertThat(version.path("mine").asBoolean()).isTrue();
        assertThat(version.path("mayNot").asText()).isEqualTo("own-work");
        refused(planner.post(PLAN + "/approval", "{}"), 409, "already-submitted");

        HttpResponse<String> seen = approver.get(address(version));
        JsonNode detail = ok(seen);
        assertThat(detail.path("version").path("mayDecide").asBoolean()).isTrue();
        assertThat(detail.path("content")).isEqualTo(withoutRun(planner.json(PLAN)));
        JsonNode approved = ok(approver.post(
                address(version) + "/approve",
                "{\"note\":\"Well done.\"}",
                "If-Match",
                seen.headers().firstValue("ETag").orElseThrow()));
        assertThat(approved.path("state").asText()).isEqualTo("approved");
        assertThat(approved.path("decidedBy").asText()).isEqualTo("approves");

        JsonNode state = planner.json(PLAN + "/approval");
        assertThat(state.path("approved").path("number").asInt()).isEqualTo(1);
        assertThat(state.path("differs").asBoolean()).isFalse();
        assertThat(state.path("due")).isEmpty();
        refused(planner.post(PLAN + "/approval", "{}"), 409, "nothing-new");
        assertThat(planner.get(PLAN + "/plan.pdf").statusCode()).isEqualTo(200);
        assertThat(planner.get(PLAN + "/versions/1/plan.pdf").statusCode()).isEqualTo(200);

        JsonNode entries =
                service.administrator().json("api/audit?action=approval").path("items");
        assertThat(entries.findValuesAsText("action")).contains("approval.submit", "approval.approve");
        assertThat(entries.findValuesAsText("subject")).contains("plan/svc-selfcare/" + SCENARIO + "/1");
        assertThat(service.administrator()
                        .json("api/audit?action=read.approval")
                        .path("total")
                        .asInt())
                .isEqualTo(1);
    }

    private static JsonNode withoutRun(JsonNode plan) {
        return ((ObjectNode) plan.deepCopy()).without("run");
    }

    @Test
    @Order(2)
    @Tag("row:D9")
    void aPlanThatChangedSaysWhatDiffersAndTheApprovedOneStaysAsItWas() throws Exception {
        JsonNode before = planner.json(PLAN + "/versions/1").path("plan");
        HttpResponse<String> seen = planner.get("api/elements/svc-selfcare");
        ObjectNode element = (ObjectNode) Http.JSON.readTree(seen.body()).path("element");
        element.put("name", "Customer desk")
                .set(
                        "names",
                        Http.JSON.createObjectNode().put("en", "Customer desk").put("zh-Hant", "自助櫃台"));
        HttpResponse<String> put = planner.send(
                "PUT",
                "api/elements/svc-selfcare",
                element.toString(),
                "Content-Type",
                "application/json",
                "If-Match",
                "*");
        assertThat(put.statusCode()).as(put.body()).isEqualTo(200);
        run(SCENARIO);
        JsonNode state = planner.json(PLAN + "/approval");
        assertThat(state.path("differs").asBoolean()).isTrue();
        assertThat(state.path("due").path(0).path("kind").asText()).isEqualTo("changed");
        assertThat(state.path("lines").toString()).contains("Customer desk");
        assertThat(planner.json(PLAN + "/approval?language=zh-Hant")
                        .path("lines")
                        .toString())
                .contains("自助櫃台");
        assertThat(planner.json(PLAN + "/versions/1").path("plan")).isEqualTo(before);
        JsonNode line = planner.json("api/approvals").path("items").path(0);
        assertThat(line.path("due").path(0).path("kind").asText()).isEqualTo("changed");

        JsonNode second = ok(planner.post(PLAN + "/approval", "{}"));
        JsonNode detail = ok(approver.get(address(second)));
        assertThat(detail.path("against").asInt()).isEqualTo(1);
        assertThat(detail.path("lines")).isEqualTo(state.path("lines"));
        ok(approve(approver, second));
        JsonNode versions =
                planner.json("api/approvals/" + second.path("document").asLong());
        assertThat(versions.path("versions").findValuesAsText("state")).containsExactly("approved", "superseded");
        assertThat(planner.json(PLAN + "/versions/1").path("plan")).isEqualTo(before);
    }

    @Test
    @Order(3)
    void nobodyApprovesTheirOwnWorkNeitherThemselvesNorThroughADeputy() throws Exception {
        Http stand = service.person("stand-in", Role.EXECUTIVE, null);
        Http both = person("both", List.of(Role.PLANNER, Role.APPROVER), "stand-in");
        JsonNode version = schedule(both);
        refused(approve(both, version), 403, "own-work");
        refused(decide(both, version, "reject", "{\"reason\":\"not good enough\"}"), 403, "own-work");
        refused(approve(stand, version), 403, "own-work");
        JsonNode seen = ok(stand.get(address(version))).path("version");
        assertThat(seen.path("mayNot").asText()).isEqualTo("for-submitter");

        Http other = person("busy", List.of(Role.APPROVER), "stand-in");
        JsonNode approved = ok(approve(stand, version));
        assertThat(approved.path("decidedBy").asText()).isEqualTo("stand-in");
        assertThat(approved.path("decidedFor").asText()).isEqualTo("busy");
        refused(approve(other, version), 409, "already-decided");

        Http plansToo = person("plans-too", List.of(Role.PLANNER));
        person("away", List.of(Role.APPROVER), "plans-too");
        refused(approve(plansToo, schedule(plansToo)), 403, "own-work");
    }

    @Test
    @Order(4)
    void anApproverOfAnotherUnitIsRefusedAndThatOfTheUnitIsNot() throws Exception {
        service.unit("front", null);
        service.unit("back", null);
        Http front = service.person("front-approver", Role.APPROVER, "front");
        Http back = service.person("back-approver", Role.APPROVER, "back");
        Http backPlanner = service.person("back-planner", Role.PLANNER, "back");
        ObjectNode element =
                (ObjectNode) planner.json("api/elements/svc-contact").path("element");
        element.put("x-unit", "front").put("note", "of the front office");
        assertThat(planner.send(
                                "PUT",
                                "api/elements/svc-contact",
                                element.toString(),
                                "Content-Type",
                                "application/json",
                                "If-Match",
                                "*")
                        .statusCode())
                .isEqualTo(200);
        run("typhoon");
        String path = "api/plans/svc-contact/typhoon";
        refused(backPlanner.post(path + "/approval", "{}"), 403, "not-in-your-unit");
        JsonNode version = ok(planner.post(path + "/approval", "{}"));
        assertThat(version.path("unit").asText()).isEqualTo("front");
        refused(approve(back, version), 403, "not-in-your-unit");
        ok(approve(front, version));
        refused(approve(front, schedule(planner)), 403, "not-in-your-unit");
    }

    @Test
    @Order(5)
    void ofTwoApproversAtOnceOneDecidesAndTheOtherIsToldWho() throws Exception {
        Http second = service.person("second-approver", Role.APPROVER, null);
        JsonNode version = schedule(planner);
        List<Callable<HttpResponse<String>>> both = List.of(
                () -> approve(approver, version),
                () -> decide(second, version, "reject", "{\"reason\":\"too late in the year\"}"));
        List<HttpResponse<String>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (Future<HttpResponse<String>> each : threads.invokeAll(both)) {
                answers.add(each.get());
            }
        }
        assertThat(answers.stream().map(HttpResponse::statusCode)).containsExactlyInAnyOrder(200, 409);
        String refusal = answers.stream()
                .filter(each -> each.statusCode() == 409)
                .findFirst()
                .orElseThrow()
                .body();
        assertThat(refusal).contains("already-decided").containsPattern("by (approves|second-approver) at ");
    }

    @Test
    @Order(6)
    void aDecisionSaysWhatWasSeenARejectionSaysWhyAndOnlyTheSubmitterTakesBack() throws Exception {
        JsonNode version = schedule(planner);
        refused(approver.post(address(version) + "/approve", "{}"), 428, "version-missing");
        refused(approver.post(address(version) + "/approve", "{}", "If-Match", "\"abc\""), 412, "changed-meanwhile");
        refused(decide(approver, version, "reject", "{\"reason\":\" no \"}"), 422, "bad-reason");
        refused(approver.post(address(version) + "/withdraw", "{}"), 403, "not-yours");
        JsonNode rejected = ok(decide(approver, version, "reject", "{\"reason\":\"Two drills in one week.\"}"));
        assertThat(rejected.path("reason").asText()).isEqualTo("Two drills in one week.");
        refused(planner.post(address(version) + "/withdraw", "{}"), 409, "already-decided");
        refused(approver.get("api/approvals/999999/versions/1"), 404, "unknown-version");

        String year = version.path("subject").asText();
        JsonNode again = ok(planner.post("api/drills/schedules/" + year + "/approval", "{\"note\":\"Once more.\"}"));
        assertThat(again.path("number").asInt()).isEqualTo(2);
        assertThat(ok(planner.post(address(again) + "/withdraw", "{}"))
                        .path("state")
                        .asText())
                .isEqualTo("withdrawn");
        refused(
                planner.post("api/drills/schedules/" + year + "/approval", "{\"reviewOn\":\"2020-01-01\"}"),
                422,
                "bad-validity");
    }

    @Test
    @Order(7)
    @Tag("row:D1")
    void aScheduleIsApprovedForItsYearAndReviewedWhenTheCalendarChanges() throws Exception {
        JsonNode version = schedule(planner);
        int year = version.path("subject").asInt();
        assertThat(version.path("validFrom").asText()).isEqualTo(year + "-01-01");
        assertThat(version.path("validUntil").asText()).isEqualTo(year + "-12-31");
        ok(approve(approver, version));
        String path = "api/drills/schedules/" + year;
        JsonNode approved = planner.json(path + "/versions/1").path("schedule");
        assertThat(approved.path("drills").size())
                .isEqualTo(planner.json(path).path("drills").size())
                .isPositive();
        String day = approved.path("drills").path(0).path("date").asText();
        ok(planner.post(
                "api/calendar/imports?fileName=later.csv&apply=true",
                "date,kind,name\n" + day + ",holiday,New day off\n"));
        JsonNode due = planner.json(path + "/approval").path("due");
        assertThat(due.findValuesAsText("kind")).containsExactly("calendar-changed");
        assertThat(due.path(0).path("about").asText()).isEqualTo("later.csv");
        ok(planner.post("api/drills/schedules", "{\"year\":" + year + "}"));
        JsonNode state = planner.json(path + "/approval");
        assertThat(state.path("differs").asBoolean()).isTrue();
        assertThat(state.path("lines").toString()).contains(day);
        assertThat(planner.json(path + "/versions/1").path("schedule")).isEqualTo(approved);
    }

    @Test
    @Order(8)
    void theRoleOfTheServiceCannotChangeOrRemoveWhatWasDecidedOrSubmitted() throws Exception {
        JsonNode waiting = schedule(planner);
        long document = waiting.path("document").asLong();
        List<String> attempts = List.of(
                "delete from approval_version",
                "delete from approval_document",
                "delete from approval_event",
                "truncate approval_version cascade",
                "update approval_version set content = '{}' where document = " + document,
                "update approval_version set hash = repeat('0', 64) where document = " + document,
                "update approval_version set state = 'submitted', decided_by = null, decided_for = null, decided_at = null"
                        + " where state = 'rejected'",
                "update approval_version set reason = 'for another reason' where state = 'rejected'",
                "update approval_version set decided_by = submitted_by where state = 'approved'",
                "update approval_version set state = 'approved', decided_by = submitted_by, decided_at = now() where document = "
                        + document,
                "update approval_version set state = 'rejected', decided_at = now(), decided_by = submitted_by + 1 where document = "
                        + document,
                "update approval_document set subject = 'other'",
                "drop trigger approval_version_decided on approval_version");
        try (Connection connection = DriverManager.getConnection(
                service.application.databaseUrl(),
                service.application.databaseRole().name(),
                service.application.databaseRole().password())) {
            for (String attempt : attempts) {
                refusesSql(connection, attempt);
            }
        }
        String password = Files.readString(data.resolve("database/password")).strip();
        try (Connection owner = DriverManager.getConnection(service.application.databaseUrl(), "holdfast", password)) {
            for (String attempt : attempts.subList(0, 12)) {
                refusesSql(owner, attempt);
            }
        }
        assertThat(ok(approve(approver, waiting)).path("state").asText()).isEqualTo("approved");
    }

    private static void refusesSql(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            assertThat(catchThrowable(() -> statement.execute(sql))).as(sql).isInstanceOf(SQLException.class);
        }
    }

    @Test
    @Order(9)
    @Tag("row:B17")
    void whatIsApprovedIsDueForReviewAfterAYearAndThenMayBeSubmittedAgainUnchanged() throws Exception {
        JsonNode state = planner.json(PLAN + "/approval");
        assertThat(state.path("due")).isEmpty();
        service.clock.move(Duration.ofDays(367));
        Http later = service.session(service.signIn("plans", Guarded.PASSWORD));
        JsonNode due = later.json(PLAN + "/approval").path("due");
        assertThat(due.findValuesAsText("kind")).containsExactly("date");
        JsonNode again = ok(later.post(PLAN + "/approval", "{\"note\":\"Reviewed, nothing to change.\"}"));
        Http approves = service.session(service.signIn("approves", Guarded.PASSWORD));
        ok(approve(approves, again));
        assertThat(later.json(PLAN + "/approval").path("due")).isEmpty();
    }
}
