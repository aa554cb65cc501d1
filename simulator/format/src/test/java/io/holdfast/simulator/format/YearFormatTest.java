package io.holdfast.simulator.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.holdfast.simulator.engine.RunMonitor;
import io.holdfast.simulator.engine.YearOutcome;
import io.holdfast.simulator.engine.YearRequest;
import io.holdfast.simulator.engine.YearSimulation;
import io.holdfast.simulator.model.ContinuityModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Years of operation as other tools read them. */
class YearFormatTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String MODEL = """
            holdfast: 1
            name: Shop
            assets:
              - id: db
                kind: database
                failure: {mtbf: 500}
                capacity: {unit: tps, amount: 100}
                recovery: [{method: repair, duration: {exponential: {mean: 3}}}]
              - {id: cable, kind: network, failure: {mtbf: 90000}}
            services:
              - id: shop
                needs: [db]
                sla: {availability: 0.99, per: month, fee: 1000, credits: [[0.99, 0.1]]}
            processes:
              - {id: sell, needs: [shop], impact: {loss: [[0, 0], [1, 50]]}, demand: {unit: tps, amount: 80, growth: 0.1}}
            scenarios:
              - {id: flood, hits: [{of: [db], state: damaged}]}
            """;

    private static JsonNode run(long years) throws JsonProcessingException {
        ContinuityModel model = Models.model(MODEL);
        YearRequest request = new YearRequest(years, 8760, 100, 42, 2);
        return switch (YearSimulation.run(model, request, RunMonitor.SILENT)) {
            case YearOutcome.Finished finished -> JSON.readTree(YearWriter.toJson(finished.result(), model));
            case YearOutcome.Cancelled cancelled -> throw new AssertionError("cancelled");
        };
    }

    @Test
    void keepsThePublishedSchemaKeyByKey() throws JsonProcessingException {
        JsonNode answer = run(20);
        assertThat(SchemaTest.errors(PublishedSchema.YEAR, answer)).isEmpty();
        assertThat(SchemaTest.errors(PublishedSchema.YEAR, run(1))).isEmpty();
        assertThat(written(answer)).isEqualTo(described());
    }

    private static Set<String> described() throws JsonProcessingException {
        Set<String> keys = new TreeSet<>();
        keysOfSchema(JSON.readTree(PublishedSchema.YEAR.text()), keys);
        return keys;
    }

    private static Set<String> written(JsonNode answer) {
        Set<String> keys = new TreeSet<>();
        keysWritten(answer, keys);
        return keys;
    }

    @Test
    void everyKeyIsExplained() throws IOException {
        String page = Files.readString(Path.of("../../docs/model/9-year.md"));
        Set<String> unexplained = described();
        unexplained.removeAll(
                Set.of("holdfast", "seed", "model", "name", "digest", "engine", "id", "type", "zh-Hant", "en"));
        unexplained.removeIf(key -> key.endsWith("Low") || key.endsWith("High"));
        unexplained.removeIf(key -> page.contains("`" + key + "`"));
        assertThat(unexplained).isEmpty();
    }

    @Test
    void saysWhatAYearCannotKnow() throws JsonProcessingException {
        JsonNode answer = run(20);
        assertThat(answer.path("findings").findValuesAsText("code")).contains("fails-for-good", "no-frequency");
        JsonNode sell = answer.path("elements").get(3);
        assertThat(sell.path("slaMet").isNull()).isTrue();
        assertThat(sell.path("loss").path("mean").asDouble()).isPositive();
        assertThat(run(1).path("elements")
                        .get(3)
                        .path("availability")
                        .path("low")
                        .isNull())
                .isTrue();
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
