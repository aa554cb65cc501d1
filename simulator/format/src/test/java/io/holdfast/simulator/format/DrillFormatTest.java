package io.holdfast.simulator.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.holdfast.simulator.drill.DrillOutcome;
import io.holdfast.simulator.drill.DrillRequest;
import io.holdfast.simulator.drill.DrillSimulation;
import io.holdfast.simulator.engine.RunMonitor;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Id;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Estimates of drills as other tools read them. */
class DrillFormatTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path PAGE = Path.of("../../docs/model/10-drills.md");

    private static final String MODEL = """
            holdfast: 1
            name: Shop
            teams: [{id: dba, size: 1, mobilise: {uniform: [0.2, 1]}, mobiliseOffHours: {uniform: [1, 2]}}]
            contacts: [{id: lead, team: dba, reach: 0.9, answers: 0.1}]
            assets:
              - {id: standby, kind: database, capacity: {unit: tps, amount: 80}}
              - id: db
                kind: database
                recovery:
                  - {method: failover, success: 0.9, duration: 0.5, needs: [standby], crew: {dba: 1}}
                  - {method: restore, duration: {lognormal: {median: 3, p90: 8}}, crew: {dba: 1}, data: {every: 24, takes: 1, usable: 0.9}}
            processes:
              - {id: sell, needs: [db], objectives: {rto: 4, rpo: 24}, demand: {unit: tps, amount: 70}}
            scenarios:
              - {id: fire, hits: [{of: [db], state: corrupted}], detect: {uniform: [0.1, 0.5]}, declare: {uniform: [0.1, 1]}}
            drills:
              - {id: whole, types: [desktop, data-recovery, scenario, live-failover], scope: [sell], scenario: fire, announced: false}
              - {id: partly, types: [scenario, data-recovery], scope: [standby], scenario: fire}
            """;

    private static JsonNode run(String drill) throws JsonProcessingException {
        ContinuityModel model = Models.model(MODEL);
        DrillRequest request = new DrillRequest(Id.of(drill), 1_000, 42, 2, null, null, 1, 1, 60);
        return switch (DrillSimulation.run(model, request, RunMonitor.SILENT)) {
            case DrillOutcome.Finished finished -> JSON.readTree(DrillWriter.toJson(finished.result(), model));
            case DrillOutcome.Cancelled cancelled -> throw new AssertionError("cancelled");
            case DrillOutcome.Refused refused ->
                throw new AssertionError(refused.problems().toString());
        };
    }

    @Test
    void keepsThePublishedSchemaKeyByKey() throws JsonProcessingException {
        JsonNode whole = run("whole");
        JsonNode partly = run("partly");
        assertThat(SchemaTest.errors(PublishedSchema.DRILL, whole)).isEmpty();
        assertThat(SchemaTest.errors(PublishedSchema.DRILL, partly)).isEmpty();
        Set<String> described = new TreeSet<>();
        keysOfSchema(JSON.readTree(PublishedSchema.DRILL.text()), described);
        Set<String> written = new TreeSet<>();
        keysWritten(whole, written);
        keysWritten(partly, written);
        assertThat(written).isEqualTo(described);
    }

    @Test
    void theChapterExplainsEveryKey() throws IOException {
        String page = Files.readString(PAGE, StandardCharsets.UTF_8);
        Set<String> described = new TreeSet<>();
        keysOfSchema(JSON.readTree(PublishedSchema.DRILL.text()), described);
        // what a figure, a finding and the head of a document are made of is explained elsewhere
        described.removeIf(
                key -> key.matches(
                        "holdfast|name|digest|id|type|types|code|severity|message|messages|en|zh-Hant|estimate|low|high|.*(Low|High)"));
        assertThat(described).allSatisfy(key -> assertThat(page).containsPattern("`[^`]*\\b" + key + "\\b[^`]*`"));
    }

    @Test
    void saysWhyATypeCannotBeEstimatedInBothLanguages() throws JsonProcessingException {
        JsonNode types = run("partly").path("types");
        assertThat(types.get(0).path("problem").isNull()).isTrue();
        JsonNode problem = types.get(1).path("problem");
        assertThat(problem.path("code").asText()).isEqualTo("drill-no-store");
        assertThat(problem.path("messages").path("zh-Hant").asText()).startsWith("演練「partly」");
        assertThat(types.get(1).has("duration")).isFalse();
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
