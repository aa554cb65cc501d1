package io.holdfast.simulator.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.holdfast.simulator.engine.Detail;
import io.holdfast.simulator.engine.RunMonitor;
import io.holdfast.simulator.engine.RunOutcome;
import io.holdfast.simulator.engine.RunRequest;
import io.holdfast.simulator.engine.Simulation;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Id;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Results as other tools read them. */
class ResultFormatTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path SAMPLE = Path.of("../../service/src/main/resources/sample/operator.yaml");

    /** The example of the published page, as it stands there. */
    private static final String EXAMPLE = """
            {"holdfast": 1, "scenario": "tpe-lost", "trials": 100000, "seed": 42, "model": {"name": "…", "digest": "sha256:…"}, "engine": "0.1.0",
             "elements": [{"id": "sell", "type": "process", "disrupted": {"estimate": 1.0, "low": 0.99996, "high": 1.0},
               "recovery": {"mean": 3.1, "sd": 2.2, "p05": 1.0, "p50": 2.7, "p80": 4.2, "p90": 5.6, "p95": 7.0, "p99": 11.3,
                            "withinRto":  {"estimate": 0.78, "low": 0.777, "high": 0.783},
                            "withinMtpd": {"estimate": 0.999, "low": 0.9987, "high": 0.9992}, "never": 0.0},
               "whenDisrupted": {"withinRto": {"estimate": 0.78, "low": 0.777, "high": 0.783}, "p50": 2.7, "p95": 7.0},
               "guesses": 0.54, "objectivesFrom": "sell",
               "full":     {"p50": 9.0, "p95": 30.0},
               "dataLoss": {"mean": 0.4, "p50": 0.01, "p95": 12.1, "withinRpo": {"estimate": 0.93, "low": 0.929, "high": 0.931}},
               "loss":     {"mean": 310000, "p95": 900000},
               "capacity": [{"hours": 0, "mean": 0.0, "p05": 0.0, "p50": 0.0, "p95": 0.0}],
               "headroom": {"p05": -120, "p50": 40, "belowZero": {"estimate": 0.31, "low": 0.307, "high": 0.313}},
               "driving":  [{"id": "orders-db", "share": 0.61, "minutesOfP95": 74}]}],
             "findings": [{"code": "recovery-deadlock", "elements": ["vault", "vm-cluster"], "message": "…"}]}""";

    private static final String MODEL = """
            holdfast: 1
            name: Shop
            assets:
              - {id: host, kind: host, capacity: {unit: tps, amount: 900}, recovery: [{method: repair, duration: {exponential: {mean: 3}, evidence: expert}}]}
              - id: db
                kind: database
                needs: [host]
                recovery: [{method: restore, duration: 1, data: {every: 24, takes: 1}, crew: {dba: 1}}]
              - {id: spare, kind: host}
              - {id: left, kind: host, needs: [right]}
              - {id: right, kind: host, needs: [left]}
            teams: [{id: dba, size: 1}]
            processes:
              - id: sell
                needs: [db]
                objectives: {rto: 4.5, mtpd: 30, rpo: 6, mbco: 0.5, wrt: 1}
                impact: {loss: [[0, 0], [4, 200]]}
                demand: {unit: tps, amount: 700}
            scenarios:
              - {id: broken, hits: [{of: [host], state: damaged}, {of: [db], state: corrupted}]}
              - {id: rare, hits: [{of: [host], state: damaged, probability: 1e-9}]}
              - {id: hopeless, hits: [{of: [spare], state: destroyed}]}
            """;

    private static JsonNode run(ContinuityModel model, String scenario, int trials) throws JsonProcessingException {
        return run(model, new RunRequest(Id.of(scenario), trials, 42, 1));
    }

    private static JsonNode run(ContinuityModel model, RunRequest request) throws JsonProcessingException {
        return switch (Simulation.run(model, request, RunMonitor.SILENT)) {
            case RunOutcome.Finished finished -> JSON.readTree(ResultWriter.toJson(finished.result(), model));
            case RunOutcome.Cancelled cancelled -> throw new AssertionError("cancelled");
        };
    }

    private static JsonNode element(JsonNode result, String id) {
        for (JsonNode element : result.path("elements")) {
            if (element.path("id").asText().equals(id)) {
                return element;
            }
        }
        throw new AssertionError("no " + id);
    }

    @Test
    void hasEveryKeyOfThePublishedExampleWithTheSameKindOfValue() throws JsonProcessingException {
        JsonNode result = run(Models.model(MODEL), "broken", 3000);
        List<String> differences = new ArrayList<>();
        JsonNode example = JSON.readTree(EXAMPLE);
        example.properties().forEach(field -> {
            if (!field.getKey().equals("elements")) {
                compare(field.getKey(), field.getValue(), result.path(field.getKey()), differences);
            }
        });
        compare("sell", example.path("elements").get(0), element(result, "sell"), differences);
        assertThat(differences).isEmpty();
    }

    /** Only what this version does not compute may be null in place of the example's value. */
    private static final Set<String> NOT_COMPUTED = Set.of("sell.driving[0].minutesOfP95");

    private static void compare(String path, JsonNode wanted, JsonNode found, List<String> differences) {
        if (wanted.isNumber() && found.isNull() && NOT_COMPUTED.contains(path)) {
            return;
        }
        if (wanted.isNumber() != found.isNumber() || wanted.getNodeType() != found.getNodeType()) {
            differences.add(path + ": " + wanted + " against " + found);
            return;
        }
        wanted.properties()
                .forEach(field -> compare(
                        path + "." + field.getKey(), field.getValue(), found.path(field.getKey()), differences));
        if (wanted.isArray() && !wanted.isEmpty()) {
            compare(path + "[0]", wanted.get(0), found.path(0), differences);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"broken", "rare", "hopeless"})
    void keepsThePublishedSchema(String scenario) throws JsonProcessingException {
        assertThat(SchemaTest.errors(PublishedSchema.RESULT, run(Models.model(MODEL), scenario, 3000)))
                .isEmpty();
    }

    @Test
    void keepsThePublishedSchemaForEveryScenarioOfTheSample() throws IOException {
        ContinuityModel sample = Models.model(Files.readString(SAMPLE));
        for (var scenario : sample.scenarios()) {
            assertThat(SchemaTest.errors(
                            PublishedSchema.RESULT, run(sample, scenario.id().value(), 200)))
                    .as("%s", scenario.id())
                    .isEmpty();
        }
    }

    @Test
    void theSchemaSpeaksOfExactlyTheKeysThatAreWritten() throws JsonProcessingException {
        JsonNode schema = JSON.readTree(PublishedSchema.RESULT.text());
        JsonNode result =
                run(Models.model(MODEL), new RunRequest(Id.of("broken"), 3000, 42, 1, Detail.EVERYTHING, 0.1));
        assertThat(SchemaTest.errors(PublishedSchema.RESULT, result)).isEmpty();
        Set<String> described = new TreeSet<>();
        keysOfSchema(schema, described);
        Set<String> written = new TreeSet<>();
        keysOfResult(result, written);
        assertThat(described).isEqualTo(written);
    }

    private static void keysOfSchema(JsonNode node, Set<String> keys) {
        node.path("properties").fieldNames().forEachRemaining(keys::add);
        node.forEach(inner -> keysOfSchema(inner, keys));
    }

    private static void keysOfResult(JsonNode node, Set<String> keys) {
        node.fieldNames().forEachRemaining(keys::add);
        node.forEach(inner -> keysOfResult(inner, keys));
    }

    @Test
    void givesCapacityAtTheGridAndAtEveryObjective() throws JsonProcessingException {
        List<Double> hours = new ArrayList<>();
        element(run(Models.model(MODEL), "broken", 100), "sell")
                .path("capacity")
                .forEach(point -> hours.add(point.path("hours").asDouble()));
        assertThat(hours)
                .containsExactly(
                        0.0, 0.25, 0.5, 1.0, 2.0, 4.0, 4.5, 6.0, 8.0, 12.0, 24.0, 30.0, 48.0, 72.0, 168.0, 336.0,
                        720.0);
    }

    @Test
    void givesAnUpperBoundWhereNothingHappened() throws JsonProcessingException {
        JsonNode sell = element(run(Models.model(MODEL), "rare", 1000), "sell");
        assertThat(sell.path("disrupted").path("estimate").asDouble()).isZero();
        assertThat(sell.path("disrupted").path("low").asDouble()).isZero();
        assertThat(sell.path("disrupted").path("high").asDouble()).isBetween(0.003, 0.005);
        assertThat(sell.path("whenDisrupted").isNull()).isTrue();
        assertThat(sell.path("recovery").path("p95").asDouble(-1)).isZero();
    }

    @Test
    void givesNullWhereAQuantileFallsAmongTrialsNeverRecovered() throws JsonProcessingException {
        JsonNode spare = element(run(Models.model(MODEL), "hopeless", 1000), "spare");
        assertThat(spare.path("recovery").path("never").asDouble()).isEqualTo(1);
        for (String key : List.of("mean", "sd", "p05", "p50", "p95", "p95Low", "p95High")) {
            assertThat(spare.path("recovery").get(key).isNull()).as(key).isTrue();
        }
        assertThat(spare.path("recovery").path("withinRto").isNull()).isTrue();
        assertThat(spare.path("objectivesFrom").isNull()).isTrue();
    }

    @Test
    void findingsSpeakBothLanguages() throws JsonProcessingException {
        JsonNode finding =
                run(Models.model(MODEL), "broken", 100).path("findings").get(0);
        assertThat(finding.path("code").asText()).isEqualTo("mutual-dependency");
        assertThat(finding.path("messages").path("en")).isEqualTo(finding.path("message"));
        assertThat(finding.path("messages").path("zh-Hant").asText()).contains("left");
    }
}
