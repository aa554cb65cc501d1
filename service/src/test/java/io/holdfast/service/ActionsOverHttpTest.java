package io.holdfast.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.kernel.access.Role;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What was found is changed by somebody until a day, and somebody else sees that it works. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // set before the first test
class ActionsOverHttpTest {

    private Guarded service;
    private Http planner;
    private Http other;
    private Http owner;

    @BeforeAll
    void start(@TempDir Path data) throws Exception {
        service = new Guarded(data, true);
        service.unit("network", null);
        planner = service.person("plans", Role.PLANNER, null);
        other = service.person("operates", Role.OPERATOR, null);
        owner = service.person("reads", Role.EXECUTIVE, null);
    }

    @AfterAll
    void stop() {
        service.close();
    }

    private static ObjectNode said(String title) {
        return Http.JSON
                .createObjectNode()
                .put("title", title)
                .put("text", "Test the restore every quarter.")
                .put("severity", "high")
                .put("category", "data");
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

    private JsonNode create(ObjectNode said) throws Exception {
        return ok(planner.post("api/actions", said.toString()));
    }

    private static HttpResponse<String> put(Http who, JsonNode action, ObjectNode said) throws Exception {
        return who.send(
                "PUT",
                "api/actions/" + action.path("id").asText(),
                said.toString(),
                "Content-Type",
                "application/json",
                "If-Match",
                "\"" + action.path("version").asText() + "\"");
    }

    private static HttpResponse<String> step(Http who, JsonNode action, String status, String words) throws Exception {
        return who.post(
                "api/actions/" + action.path("id").asText() + "/status",
                Http.JSON
                        .createObjectNode()
                        .put("status", status)
                        .put("words", words)
                        .toString(),
                "If-Match",
                "\"" + action.path("version").asText() + "\"");
    }

    @Test
    @Tag("row:I12")
    void aGraveFindingNamesCauseOwnerAndDayAndIsVerifiedBySomebodyElse() throws Exception {
        JsonNode action = create(said("Restore of the billing backup"));
        assertThat(action.path("progress").path("status").asText()).isEqualTo("open");
        action = ok(step(planner, action, "in-progress", ""));
        refused(step(planner, action, "done", "A restore ran through."), 422, "action-incomplete");
        action = ok(put(
                planner,
                action,
                said("Restore of the billing backup")
                        .put("cause", "Nobody had restored it since the move.")
                        .put("owner", "Lin Yi-chun")
                        .put("due", "2030-03-31")));
        action = ok(step(planner, action, "done", "A restore ran through in 40 minutes."));
        refused(step(planner, action, "verified", "The restore log shows it."), 403, "action-own-work");
        action = ok(step(other, action, "verified", "The restore log shows it."));
        assertThat(action.path("progress").path("verifiedBy").asText()).isEqualTo("operates");
        refused(put(planner, action, said("Something else")), 409, "action-status");
        refused(step(planner, action, "done", "Once more."), 409, "action-status");
        action = ok(step(planner, action, "open", "It failed again in June."));
        assertThat(action.path("progress").path("doneBy").isNull()).isTrue();
        JsonNode trail = service.administrator()
                .json("api/audit?subjectType=action&subject="
                        + action.path("id").asText());
        assertThat(trail.path("items").size()).isEqualTo(6);
    }

    @Test
    @Tag("row:I12")
    void whatBecomesGraveAfterItWasDoneIsNotVerifiedWithoutACause() throws Exception {
        JsonNode action = create(said("Renew the certificate").put("severity", "low"));
        action = ok(step(planner, action, "done", "It was renewed."));
        action = ok(put(planner, action, said("Renew the certificate").put("severity", "high")));
        refused(step(other, action, "verified", "The new one is there."), 422, "action-incomplete");
    }

    @Test
    void theOwnerReportsWithoutARightToChange() throws Exception {
        JsonNode action =
                create(said("Ask for a second line").put("severity", "low").put("owner", "reads"));
        refused(step(owner, create(said("Somebody else's")), "in-progress", ""), 403, "not-in-your-unit");
        refused(put(owner, action, said("Ask for nothing")), 403, "not-allowed");
        JsonNode done = ok(step(owner, action, "done", "The line was ordered."));
        assertThat(done.path("own").asBoolean()).isTrue();
        refused(step(owner, done, "verified", "I say so."), 403, "not-in-your-unit");
        refused(step(owner, done, "dropped", "It is nothing."), 403, "not-in-your-unit");
        JsonNode own = owner.json("api/actions?own=true").path("items");
        assertThat(own.size()).isEqualTo(1);
        assertThat(own.get(0).path("id").asText()).isEqualTo(action.path("id").asText());
    }

    @Test
    void whoChangesItSaysWhichVersionTheySaw() throws Exception {
        JsonNode seen = create(said("Label the tapes"));
        ok(put(planner, seen, said("Label all tapes")));
        refused(put(other, seen, said("Label no tape")), 412, "changed-meanwhile");
        refused(step(other, seen, "in-progress", ""), 412, "changed-meanwhile");
    }

    @Test
    void whatIsOverdueIsToldAndComesFirst() throws Exception {
        create(said("Later").put("due", "2090-01-01"));
        JsonNode late = create(said("Too late").put("due", "2020-01-01"));
        service.clock.move(Duration.ofMinutes(1));
        JsonNode page = planner.json("api/actions");
        assertThat(page.path("overdue").asInt()).isEqualTo(1);
        assertThat(page.path("items").get(0).path("id").asLong())
                .isEqualTo(late.path("id").asLong());
        assertThat(planner.json("api/actions?status=overdue").path("total").asInt())
                .isEqualTo(1);
    }

    @Test
    void brokenRulesAreNamedAndNothingIsStored() throws Exception {
        JsonNode problem = refused(
                planner.post("api/actions", "{\"title\":\"x\",\"due\":\"soon\",\"colour\":\"red\"}"), 422, "invalid");
        List<String> paths = new ArrayList<>();
        problem.path("violations").forEach(each -> paths.add(each.path("path").asText()));
        assertThat(paths).containsExactlyInAnyOrder("$.title", "$.due", "$.colour");
        refused(planner.get("api/actions/987654321"), 404, "unknown-action");
    }

    @Test
    void theListIsATableForSpreadsheets() throws Exception {
        create(said("For the spreadsheet, with a comma"));
        assertThat(planner.get("api/actions/export?q=spreadsheet").body())
                .contains("number,title,status")
                .contains("\"For the spreadsheet, with a comma\",open,high,data");
        HttpResponse<byte[]> book = planner.bytes("api/actions/export?format=xlsx");
        assertThat(book.statusCode()).isEqualTo(200);
        assertThat(book.body()).startsWith('P', 'K');
        refused(planner.get("api/actions/export?format=doc"), 400, "bad-format");
    }
}
