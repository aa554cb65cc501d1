package io.holdfast.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.service.kernel.Unpacked;
import io.holdfast.simulator.format.ModelDigest;
import io.holdfast.simulator.format.ModelReader;
import io.holdfast.simulator.format.ReadOutcome;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // set before the first test
class RegisterOverHttpTest {

    private Application application;
    private Http http;

    @BeforeAll
    void start(@TempDir Path data) throws IOException {
        application = Application.start(Arguments.demo(Unpacked.in(data), 0, true, 2_000));
        http = new Http(application.url());
    }

    @AfterAll
    void stop() {
        application.close();
    }

    @Test
    void pagesThroughEveryElementOnce() throws Exception {
        int total = http.json("api/meta").path("elements").asInt();
        Set<String> seen = new HashSet<>();
        int listed = 0;
        for (int page = 0; page * 40 < total; page++) {
            JsonNode answer = http.json("api/elements?sort=name&size=40&page=" + page);
            assertThat(answer.path("total").asInt()).isEqualTo(total);
            for (JsonNode item : answer.path("items")) {
                seen.add(item.path("id").asText());
                listed++;
            }
        }
        assertThat(listed).isEqualTo(total);
        assertThat(seen).hasSize(total);
    }

    @Test
    void filtersByTypeAndSortsTheMostCriticalFirst() throws Exception {
        JsonNode answer = http.json("api/elements?type=process&sort=tier");
        assertThat(answer.path("total").asInt()).isBetween(10, 15);
        int last = 0;
        for (JsonNode item : answer.path("items")) {
            assertThat(item.path("type").asText()).isEqualTo("process");
            int tier = item.path("tier").isNull() ? 10 : item.path("tier").asInt();
            assertThat(tier).isGreaterThanOrEqualTo(last);
            last = tier;
        }
    }

    @Test
    void namesBothSidesOfEveryNeed() throws Exception {
        JsonNode process =
                http.json("api/elements?type=process&size=1").path("items").path(0);
        JsonNode detail = http.json("api/elements/" + process.path("id").asText());
        assertThat(detail.path("needs")).hasSize(process.path("needsCount").asInt());
        for (JsonNode needed : detail.path("needs")) {
            assertThat(http.json("api/elements/" + needed.asText())
                            .path("neededBy")
                            .toString())
                    .contains("\"" + process.path("id").asText() + "\"");
        }
    }

    @Test
    void showsAGraphWhoseLinesEndAtShownElements() throws Exception {
        String focus = http.json("api/elements?type=service&size=1")
                .path("items")
                .path(0)
                .path("id")
                .asText();
        JsonNode whole = http.json("api/graph?whole=true&most=3000");
        int elements = http.json("api/elements?size=1").path("total").asInt();
        assertThat(whole.path("nodes")).hasSize(elements);
        assertThat(whole.path("truncated").asBoolean()).isFalse();
        JsonNode part = http.json("api/graph?whole=true&most=50");
        assertThat(part.path("nodes")).hasSize(50);
        assertThat(part.path("total").asInt()).isEqualTo(elements);
        assertThat(part.path("truncated").asBoolean()).isTrue();
        for (String path : List.of("api/graph", "api/graph?depth=1&direction=needs&focus=" + focus)) {
            JsonNode graph = http.json(path);
            Set<String> ids = new HashSet<>();
            graph.path("nodes").forEach(node -> ids.add(node.path("id").asText()));
            assertThat(ids).contains(focus);
            assertThat(graph.path("edges"))
                    .isNotEmpty()
                    .allSatisfy(edge -> assertThat(ids)
                            .contains(
                                    edge.path("from").asText(), edge.path("to").asText()));
        }
    }

    @ParameterizedTest
    @CsvSource({"yaml", "json"})
    void exportsAModelEqualToTheOneLoaded(String format) throws Exception {
        String file = http.get("api/model?format=" + format).body();
        try (InputStream sample = Application.class.getResourceAsStream("/sample/operator.yaml")) {
            assertThat(digest(file.getBytes(StandardCharsets.UTF_8)))
                    .isEqualTo(digest(Objects.requireNonNull(sample).readAllBytes()));
        }
    }

    private static String digest(byte[] file) {
        return switch (ModelReader.read(file)) {
            case ReadOutcome.Read read -> ModelDigest.of(read.model());
            case ReadOutcome.Refused refused -> throw new AssertionError(refused.violations());
        };
    }

    @ParameterizedTest
    @CsvSource({
        "api/elements/no-such-thing, 404, unknown-element",
        "api/elements/no-such-thing/blast-radius, 404, unknown-element",
        "api/scenarios/tpe-lots, 404, unknown-scenario",
        "api/elements?size=0, 400, bad-page",
        "api/elements?sort=nmae, 400, unknown-sort",
        "api/graph?direction=up, 400, bad-direction",
        "api/graph?depth=99, 400, bad-depth",
        "api/graph?most=0, 400, bad-most",
        "api/graph?most=3001, 400, bad-most",
        "api/model?format=xml, 400, bad-format"
    })
    void refusesABrokenRequestWithACode(String path, int status, String code) throws Exception {
        HttpResponse<String> answer = http.get(path);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(Http.JSON.readTree(answer.body()).path("code").asText()).isEqualTo(code);
    }
}
