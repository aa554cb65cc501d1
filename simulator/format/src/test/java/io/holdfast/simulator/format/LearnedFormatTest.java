package io.holdfast.simulator.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.holdfast.simulator.learning.Learned;
import io.holdfast.simulator.learning.Learning;
import io.holdfast.simulator.learning.PastEvent;
import io.holdfast.simulator.model.ContinuityModel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Actuals as people write them, and what they teach as other tools read it. */
class LearnedFormatTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String MODEL = """
            holdfast: 1
            name: Pair
            teams:
              - {id: dba, size: 2, mobilise: {lognormal: {median: 0.5, p90: 1}, evidence: expert}}
            contacts:
              - {id: ann, team: dba, reach: 0.9, answers: 0.1}
            assets:
              - id: db
                kind: database
                failure: {mtbf: 2000}
                recovery:
                  - method: restore
                    success: 0.9
                    duration: {lognormal: {median: 6, p90: 14}, evidence: expert, source: workshop}
                    data: {every: 24, usable: 0.95}
                  - {method: rebuild, duration: {pert: [10, 20, 60], evidence: expert}}
            scenarios:
              - {id: fire, frequency: 0.1, declare: 1, hits: [{of: [db], state: destroyed}]}
            """;

    private static final String ACTUALS = """
            holdfast: 1
            events:
              - id: drill-1
                kind: drill
                types: [data-recovery]
                measured:
                  - {owner: db, method: restore, quantity: duration, hours: 9}
                  - {owner: db, method: restore, quantity: duration, hours: 12, finished: false}
                  - {owner: db, method: restore, quantity: usable, successes: 3, failures: 1}
                  - {owner: fire, quantity: declare, hours: 2}
              - id: outage-1
                kind: incident
                measured:
                  - {owner: db, quantity: mtbf, events: 2, hours: 3000}
                  - {owner: ann, quantity: reach, failures: 1}
                  - {owner: db, method: restore, quantity: duration, hours: 11}
            """;

    private static ActualsOutcome read(String text) {
        return ActualsReader.read(text.getBytes(StandardCharsets.UTF_8), Models.model(MODEL));
    }

    private static List<PastEvent> events(String text) {
        return switch (read(text)) {
            case ActualsOutcome.Read read -> read.events();
            case ActualsOutcome.Refused refused -> throw new AssertionError(refused.violations());
        };
    }

    private static JsonNode preview() throws JsonProcessingException {
        ContinuityModel model = Models.model(MODEL);
        Learned learned = Learning.of(model, events(ACTUALS), true);
        return JSON.readTree(LearnedWriter.toJson(learned, Learning.forecasts(model, events(ACTUALS), true), model));
    }

    @Test
    @Tag("row:D14")
    void keepsThePublishedSchema() throws JsonProcessingException {
        JsonNode preview = preview();
        assertThat(SchemaTest.errors(PublishedSchema.LEARNED, preview)).isEmpty();
        assertThat(preview.path("changes").findValuesAsText("input"))
                .containsExactlyInAnyOrder(
                        "dba MOBILISE",
                        "ann REACH",
                        "ann ANSWERS",
                        "db:restore DURATION",
                        "db:restore USABLE",
                        "db:rebuild DURATION",
                        "fire DECLARE",
                        "db MTBF");
        assertThat(preview.path("leftOut").get(0).path("reason").asText()).isEqualTo("not-shown");
        assertThat(preview.path("bias").path("actuals").asInt()).isEqualTo(3);
    }

    @Test
    void theActualsKeepTheirSchema() throws JsonProcessingException {
        assertThat(SchemaTest.errors(PublishedSchema.ACTUALS, new YAMLMapper().readTree(ACTUALS)))
                .isEmpty();
    }

    @Test
    void theLearnedModelIsReadAgainAsItWasWritten() {
        ContinuityModel learned =
                Learning.of(Models.model(MODEL), events(ACTUALS), true).model();
        assertThat(Models.model(ModelWriter.toYaml(learned))).isEqualTo(learned);
        assertThat(Models.model(ModelWriter.toJson(learned))).isEqualTo(learned);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            kind: incident                          | kind: accident                            | $.events[1].kind            | unknown-word
            types: [data-recovery]                  | types: []                                 | $.events[0].types           | missing
            id: outage-1                            | id: drill-1                               | $.events[1].id              | duplicate-id
            quantity: usable, successes: 3, failures: 1 | quantity: usable                      | $.events[0].measured[2].successes | missing
            quantity: mtbf, events: 2, hours: 3000  | quantity: mtbf, hours: 3000               | $.events[1].measured[0].events | missing
            hours: 9}                               | hours: 0}                                 | $.events[0].measured[0].hours | out-of-range
            holdfast: 1                             | holdfast: 2                               | $.holdfast                  | unknown-version
            """)
    void aBrokenFileIsRefusedWithItsPlace(String right, String wrong, String path, String code)
            throws JsonProcessingException {
        String broken = ACTUALS.replace(right, wrong);
        assertThat(broken).isNotEqualTo(ACTUALS);
        assertThat(read(broken)).isInstanceOfSatisfying(ActualsOutcome.Refused.class, refused -> {
            assertThat(refused.violations().getFirst().path()).isEqualTo(path);
            assertThat(refused.violations().getFirst().code().word()).isEqualTo(code);
            for (Language language : Language.values()) {
                assertThat(refused.violations().getFirst().message(language)).isNotBlank();
            }
        });
        if (!code.equals("duplicate-id")) {
            assertThat(SchemaTest.errors(PublishedSchema.ACTUALS, new YAMLMapper().readTree(broken)))
                    .isNotEmpty();
        }
    }

    @Test
    void aFigureOfNothingNamesWhatThereIs() {
        assertThat(read(ACTUALS.replace("method: restore, quantity: usable", "method: restor, quantity: usable")))
                .isInstanceOfSatisfying(
                        ActualsOutcome.Refused.class,
                        refused -> assertThat(refused.violations().getFirst().message())
                                .contains("no 'restor usable' of 'db'", "restore usable"));
        assertThat(read(ACTUALS.replace("owner: ann", "owner: anne")))
                .isInstanceOfSatisfying(
                        ActualsOutcome.Refused.class,
                        refused -> assertThat(refused.violations().getFirst().message())
                                .contains("'anne'", "Did you mean 'ann'?"));
    }
}
