package io.holdfast.simulator.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Need;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelReaderTest {

    private static final Path SAMPLE = Path.of("../../service/src/main/resources/sample/operator.yaml");

    private static ReadOutcome read(String text) {
        return ModelReader.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ContinuityModel model(String text) {
        return switch (read(text)) {
            case ReadOutcome.Read read -> read.model();
            case ReadOutcome.Refused refused ->
                throw new AssertionError(refused.violations().toString());
        };
    }

    private static List<Violation> violations(String text) {
        return switch (read(text)) {
            case ReadOutcome.Read read -> throw new AssertionError("accepted: " + read.model());
            case ReadOutcome.Refused refused -> refused.violations();
        };
    }

    private static final String SMALL = """
            holdfast: 1
            x-kept: {a: [1, two]}
            sites: [{id: tpe, lat: 25.04, lon: 121.56}]
            teams: [{id: dba, size: 2, mobilise: {pert: [0.25, 0.5, 2], evidence: measured}}]
            assets:
              - {id: power, kind: power, site: tpe}
              - id: db
                kind: database
                needs: [{of: [power], holdsFor: {fixed: 0.25, x-why: battery}, note: rack}]
                objectives: {rto: 4, x-by: board}
                recovery:
                  - {method: restore, duration: {lognormal: {median: 6, p90: 14}}, crew: {dba: 1}, data: {every: 24, usable: 0.98}}
            services:
              - {id: s, needs: [db, {atLeast: 1, of: [db, {of: [power]}]}, {of: [db, power], shares: [0.5, 0.5], minimum: 0.4}]}
            scenarios:
              - {id: lost, hits: [{sites: [tpe], state: destroyed, x-severe: true}], detect: 0.5}
            """;

    @Test
    void readsWhatItWritesInBothNotations() {
        ContinuityModel model = model(SMALL);
        assertThat(model(ModelWriter.toJson(model))).isEqualTo(model);
        assertThat(model(ModelWriter.toYaml(model))).isEqualTo(model);
        assertThat(ModelDigest.of(model)).isEqualTo(ModelDigest.of(model(ModelWriter.toYaml(model))));
    }

    @Test
    void keepsKeysOfItsOwnWhereTheyStood() {
        String written = ModelWriter.toJson(model(SMALL));
        assertThat(written)
                .contains(
                        "\"x-kept\":{\"a\":[1,\"two\"]}",
                        "\"x-severe\":true",
                        "\"x-by\":\"board\"",
                        "\"note\":\"rack\"");
    }

    @Test
    void readsEveryKindOfNeed() {
        List<Need> needs = model(SMALL).elements().getLast().needs();
        assertThat(needs).hasExactlyElementsOfTypes(Need.One.class, Need.AtLeast.class, Need.Pool.class);
    }

    @Test
    void readsTheSampleAndWritesItBack() throws IOException {
        ContinuityModel sample = model(Files.readString(SAMPLE));
        assertThat(sample.elements()).hasSizeBetween(150, 250);
        assertThat(model(ModelWriter.toYaml(sample))).isEqualTo(sample);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            size: 2           | size: -2            | OUT_OF_RANGE
            crew: {dba: 1}    | crew: {dba: 3}      | OUT_OF_RANGE
            usable: 0.98      | usable: 98          | OUT_OF_RANGE
            sites: [tpe]      | sites: [tpx]        | UNDEFINED_NAME
            id: power         | id: Power Feed      | BAD_ID
            - id: db          | - id: power         | DUPLICATE_ID
            state: destroyed  | state: destroied    | UNKNOWN_WORD
            detect: 0.5       | detect: soon        | WRONG_KIND
            holdfast: 1       | holdfast: 2         | UNKNOWN_VERSION
            state: destroyed  | state: outage       | MISSING
            [0.25, 0.5, 2]    | [0.25, 3, 2]        | OUT_OF_RANGE
            sites: [{id       | sites: [[{id        | UNREADABLE
            """)
    void refusesABrokenFileAndNamesThePlace(String right, String wrong, Violation.Code code) {
        List<Violation> violations = violations(SMALL.replaceFirst(java.util.regex.Pattern.quote(right), wrong));
        assertThat(violations).extracting(Violation::code).contains(code);
        assertThat(violations).allSatisfy(violation -> {
            assertThat(violation.line()).isPositive();
            assertThat(violation.message()).endsWith(".");
        });
    }

    @Test
    void suggestsTheNameThatWasMeant() {
        assertThat(violations(SMALL.replace("needs: [db, {", "needs: [dbb, {"))
                        .getFirst()
                        .message())
                .contains("Did you mean 'db'?");
    }

    @Test
    void refusesBytesThatAreNotUtf8AndAnEmptyFile() {
        assertThat(ModelReader.read(new byte[] {(byte) 0xA4, (byte) 0xA4})).isInstanceOf(ReadOutcome.Refused.class);
        assertThat(ModelReader.read(new byte[0])).isInstanceOf(ReadOutcome.Refused.class);
    }
}
