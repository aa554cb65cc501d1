package io.holdfast.simulator.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.holdfast.simulator.engine.RunMonitor;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.rare.RareOutcome;
import io.holdfast.simulator.rare.RareRequest;
import io.holdfast.simulator.rare.RareRun;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Answers about rare events as other tools read them. */
class RareFormatTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String MODEL = """
            holdfast: 1
            name: Pair
            assets:
              - {id: a, kind: host, recovery: [{method: repair, duration: {exponential: {mean: 3}}}]}
              - {id: b, kind: host, recovery: [{method: repair, duration: {exponential: {mean: 3}}}]}
              - {id: ring-1, kind: host, needs: [{of: [ring-2], shares: [1], minimum: 0.5}]}
              - {id: ring-2, kind: host, needs: [ring-1]}
            processes:
              - {id: sell, needs: [{atLeast: 1, of: [a, b]}], objectives: {rto: 4, mtpd: 8}}
            scenarios:
              - {id: shock, hits: [{kinds: [host], probability: 0.001, state: damaged}]}
            """;

    private static JsonNode run() throws JsonProcessingException {
        ContinuityModel model = Models.model(MODEL);
        RareRequest request = new RareRequest(Id.of("shock"), List.of(Id.of("sell"), Id.of("ring-1")), 2_000, 42, 2);
        return switch (RareRun.run(model, request, RunMonitor.SILENT)) {
            case RareOutcome.Finished finished -> JSON.readTree(RareWriter.toJson(finished.result(), model));
            case RareOutcome.Cancelled cancelled -> throw new AssertionError("cancelled");
        };
    }

    @Test
    void keepsThePublishedSchemaKeyByKey() throws JsonProcessingException {
        JsonNode answer = run();
        assertThat(SchemaTest.errors(PublishedSchema.RARE, answer)).isEmpty();
        Set<String> described = new TreeSet<>();
        keysOfSchema(JSON.readTree(PublishedSchema.RARE.text()), described);
        Set<String> written = new TreeSet<>();
        keysWritten(answer, written);
        assertThat(written).isEqualTo(described);
    }

    @Test
    void saysWhatIsExactWhatIsWeighedAndWhatHasNoMeaning() throws JsonProcessingException {
        JsonNode sell = run().path("elements").get(0);
        assertThat(sell.path("disrupted").path("method").asText()).isEqualTo("exact");
        assertThat(sell.path("disrupted").path("estimate").asDouble()).isEqualTo(1e-6);
        assertThat(sell.path("notWithinRto").path("method").asText()).isEqualTo("importance");
        assertThat(sell.path("notWithinRto").path("effectiveTrials").asDouble()).isGreaterThan(1e8);
        assertThat(sell.path("jointFailures").get(0).path("hits")).hasSize(2);
        JsonNode ring = run().path("elements").get(1);
        assertThat(ring.path("downAtEvent").path("estimate").isNull()).isTrue();
        assertThat(ring.path("downAtEvent").path("reason").asText()).contains("'ring-1' lies on a cycle of needs");
        assertThat(ring.path("notWithinRto").isNull()).isTrue();
    }

    private static void keysOfSchema(JsonNode node, Set<String> keys) {
        node.path("properties").fieldNames().forEachRemaining(keys::add);
        node.forEach(inner -> keysOfSchema(inner, keys));
    }

    private static void keysWritten(JsonNode node, Set<String> keys) {
        node.fieldNames().forEachRemaining(keys::add);
        node.forEach(inner -> keysWritten(inner, keys));
    }
}
