package io.holdfast.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
        planner = service.person("planner", io.holdfast.service.kernel.access.Role.PLANNER, null);
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
    @Tag("row:M2")
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
}
