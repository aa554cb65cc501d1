package io.holdfast.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.kernel.access.Role;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What the grid of the register asks for: all rows at one revision, and nothing where it has them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // set before the first test
class GridOverHttpTest {

    private Guarded service;
    private Http planner;

    @BeforeAll
    void start(@TempDir Path data) throws Exception {
        service = new Guarded(data, true);
        planner = service.person("planner", Role.PLANNER, null);
    }

    @AfterAll
    void stop() {
        service.close();
    }

    private Map<String, JsonNode> rows() throws Exception {
        Map<String, JsonNode> rows = new HashMap<>();
        planner.json("api/register/rows")
                .path("items")
                .forEach(row -> rows.put(row.path("id").asText(), row));
        return rows;
    }

    private JsonNode row(String id) throws Exception {
        return Objects.requireNonNull(rows().get(id));
    }

    @Test
    @Tag("row:M1")
    void everyElementIsARowWithTheVersionThatAChangeIsMadeOn() throws Exception {
        Map<String, JsonNode> rows = rows();
        assertThat(rows)
                .hasSize(planner.json("api/elements?size=1").path("total").asInt());
        HttpResponse<String> one = planner.get("api/elements/payment-db");
        JsonNode row = Objects.requireNonNull(rows.get("payment-db"));
        assertThat(one.headers().firstValue("ETag"))
                .contains("\"" + row.path("version").asInt() + "\"");
        JsonNode detail = Http.JSON.readTree(one.body());
        assertThat(row.path("kind").asText())
                .isEqualTo(detail.path("element").path("kind").asText());
        assertThat(row.path("rtoHours").asDouble())
                .isEqualTo(detail.path("objectives").path("rtoHours").asDouble());
        assertThat(row.path("rtoFrom").asText())
                .isEqualTo(detail.path("objectivesFrom").asText());
        assertThat(row.path("stated").path("rto").asDouble())
                .isEqualTo(detail.path("element").path("objectives").path("rto").asDouble());
    }

    @Test
    void whoHasTheRowsIsToldWhenNothingHasChangedAndGetsThemWhenSomethingHas() throws Exception {
        HttpResponse<String> first = planner.get("api/register/rows");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        Http again = planner.with("If-None-Match", tag);
        assertThat(again.get("api/register/rows").statusCode()).isEqualTo(304);

        HttpResponse<String> stored = planner.get("api/elements/tpe-vm");
        ObjectNode element = (ObjectNode) Http.JSON.readTree(stored.body()).path("element");
        element.put("owner", "grid-test");
        HttpResponse<String> changed = planner.send(
                "PUT",
                "api/elements/tpe-vm",
                element.toString(),
                "Content-Type",
                "application/json",
                "If-Match",
                stored.headers().firstValue("ETag").orElseThrow());
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);

        HttpResponse<String> anew = again.get("api/register/rows");
        assertThat(anew.statusCode()).isEqualTo(200);
        assertThat(anew.headers().firstValue("ETag"))
                .isNotEqualTo(first.headers().firstValue("ETag"));
        assertThat(row("tpe-vm").path("owner").asText()).isEqualTo("grid-test");
        assertThat("\"" + row("tpe-vm").path("version").asInt() + "\"")
                .isEqualTo(changed.headers().firstValue("ETag").orElseThrow());
    }

    private static HttpResponse<String> save(Http who, String name, boolean shared, String query) throws Exception {
        ObjectNode wish = Http.JSON
                .createObjectNode()
                .put("name", name)
                .put("shared", shared)
                .put("query", query);
        return who.post("api/register/views", wish.toString());
    }

    private static Map<String, JsonNode> views(Http who) throws Exception {
        Map<String, JsonNode> views = new HashMap<>();
        who.json("api/register/views")
                .path("items")
                .forEach(view -> views.put(view.path("name").asText(), view));
        return views;
    }

    @Test
    void aViewIsItsOwnersUntilItIsSharedAndSharingStandsInTheAudit() throws Exception {
        Http executive = service.person("executive", Role.EXECUTIVE, null);
        assertThat(save(planner, "Mine", false, "show=assets").statusCode()).isEqualTo(201);
        assertThat(views(executive)).doesNotContainKey("Mine");
        assertThat(save(planner, "Mine", true, "show=services").statusCode()).isEqualTo(201);
        JsonNode shared = Objects.requireNonNull(views(executive).get("Mine"));
        assertThat(shared.path("own").asBoolean()).isFalse();
        assertThat(shared.path("author").asText()).isEqualTo("planner");
        assertThat(shared.path("query").asText()).isEqualTo("show=services");
        assertThat(Objects.requireNonNull(views(planner).get("Mine"))
                        .path("own")
                        .asBoolean())
                .isTrue();

        String id = shared.path("id").asText();
        assertThat(executive.send("DELETE", "api/register/views/" + id, "").statusCode())
                .isEqualTo(404);
        assertThat(planner.send("DELETE", "api/register/views/" + id, "").statusCode())
                .isEqualTo(204);
        assertThat(views(executive)).doesNotContainKey("Mine");
        JsonNode audit = service.administrator().json("api/audit?subjectType=view&subject=" + id);
        assertThat(audit.findValuesAsText("action")).containsExactly("view.unshare", "view.share");
    }

    @Test
    void whoMayOnlyLookKeepsViewsButSharesNone() throws Exception {
        Http auditor = service.person("viewer", Role.AUDITOR, null);
        assertThat(save(auditor, "Own", false, "").statusCode()).isEqualTo(201);
        HttpResponse<String> refused = save(auditor, "Ours", true, "");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(Http.JSON.readTree(refused.body()).path("code").asText()).isEqualTo("not-allowed");
        HttpResponse<String> nameless = save(auditor, " ", false, "");
        assertThat(nameless.statusCode()).isEqualTo(422);
        assertThat(Http.JSON.readTree(nameless.body()).path("code").asText()).isEqualTo("bad-view");
    }
}
