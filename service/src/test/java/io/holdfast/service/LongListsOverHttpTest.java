package io.holdfast.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.kernel.access.Role;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Lists are longer than a page may be: whoever asks page by page sees every row once, the last one too. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // set before the first test
class LongListsOverHttpTest {

    private static final int MANY = 501;

    private Guarded service;
    private Http planner;

    @BeforeAll
    void start(@TempDir Path data) throws Exception {
        service = new Guarded(data, false);
        planner = service.person("plans", Role.PLANNER, null);
        put(model(1));
        ok(planner.post("api/baselines", "{\"name\":\"small\"}"));
        put(model(MANY));
    }

    @AfterAll
    void stop() {
        service.close();
    }

    private static ObjectNode model(int many) {
        ObjectNode model = Http.JSON.createObjectNode().put("holdfast", 1);
        for (int i = 0; i < many; i++) {
            model.withArray("assets").addObject().put("id", "supplier-" + i).put("kind", "supplier");
            model.withArray("services").addObject().put("id", "service-" + i);
        }
        return model;
    }

    private void put(ObjectNode model) throws Exception {
        ok(planner.send("PUT", "api/model", model.toString(), "Content-Type", "application/json", "If-Match", "*"));
    }

    private static JsonNode ok(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
        return Http.JSON.readTree(answer.body());
    }

    /** The ids of all rows, page by page until the total is reached. */
    private List<String> all(String list, int size, Function<JsonNode, JsonNode> id) throws Exception {
        List<String> ids = new ArrayList<>();
        int total = 1;
        for (int page = 0; page * size < total; page++) {
            JsonNode answer = ok(planner.get(list + "page=" + page + "&size=" + size));
            total = answer.path("total").asInt();
            answer.path("items").forEach(row -> ids.add(id.apply(row).asText()));
        }
        assertThat(ids).hasSize(total).doesNotHaveDuplicates();
        return ids;
    }

    @Test
    @Tag("row:S1")
    void theCatalogueIsSeenToItsEnd() throws Exception {
        assertThat(all("api/service-levels?", 500, row -> row.path("thing").path("id")))
                .hasSize(MANY)
                .contains("service-0", "service-" + (MANY - 1));
    }

    @Test
    @Tag("row:S11")
    void checklistsAreSeenToTheirEnd() throws Exception {
        assertThat(all(
                        "api/checklists?template=provider-continuity&",
                        100,
                        row -> row.path("thing").path("id")))
                .hasSize(MANY);
    }

    @Test
    @Tag("row:M8")
    void whatDiffersFromABaselineIsSeenToItsEnd() throws Exception {
        long first =
                planner.json("api/baselines").path("items").path(0).path("id").asLong();
        assertThat(all("api/baselines/" + first + "/difference?", 60, row -> row.path("id")))
                .hasSize(2 * (MANY - 1));
    }

    @Test
    @Tag("row:M8")
    void changesAreSeenToTheirEnd() throws Exception {
        for (int i = 0; i < MANY; i++) {
            ok(planner.post("api/changes", "{\"title\":\"Change " + i + "\",\"kind\":\"software\",\"risk\":\"low\"}"));
        }
        assertThat(all("api/changes?", 500, row -> row.path("title")))
                .hasSize(MANY)
                .startsWith("Change " + (MANY - 1))
                .endsWith("Change 0");
    }
}
