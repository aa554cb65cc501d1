package io.holdfast.simulator.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Need;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelReaderTest {

    private static final Path SAMPLE = Path.of("../../service/src/main/resources/sample/operator.yaml");

    @Test
    void readsWhatItWritesInBothNotations() {
        ContinuityModel model = Models.model(Models.SMALL);
        assertThat(Models.model(ModelWriter.toJson(model))).isEqualTo(model);
        assertThat(Models.model(ModelWriter.toYaml(model))).isEqualTo(model);
        assertThat(ModelDigest.of(model)).isEqualTo(ModelDigest.of(Models.model(ModelWriter.toYaml(model))));
    }

    @Test
    void keepsKeysOfItsOwnWhereTheyStood() {
        String written = ModelWriter.toJson(Models.model(Models.SMALL));
        assertThat(written)
                .contains(
                        "\"x-kept\":{\"a\":[1,\"two\"]}",
                        "\"x-severe\":true",
                        "\"x-by\":\"board\"",
                        "\"note\":\"rack\"");
    }

    @Test
    void readsEveryKindOfNeed() {
        List<Need> needs = Models.model(Models.SMALL).elements().getLast().needs();
        assertThat(needs).hasExactlyElementsOfTypes(Need.One.class, Need.AtLeast.class, Need.Pool.class);
    }

    @Test
    void readsTheSampleAndWritesItBack() throws IOException {
        ContinuityModel sample = Models.model(Files.readString(SAMPLE));
        assertThat(sample.elements()).hasSizeBetween(150, 250);
        assertThat(Models.model(ModelWriter.toYaml(sample))).isEqualTo(sample);
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
        List<Violation> violations =
                Models.violations(Models.SMALL.replaceFirst(java.util.regex.Pattern.quote(right), wrong));
        assertThat(violations).extracting(Violation::code).contains(code);
        assertThat(violations).allSatisfy(violation -> {
            assertThat(violation.line()).isPositive();
            assertThat(violation.message()).endsWith(".");
        });
    }

    @Test
    void suggestsTheNameThatWasMeant() {
        assertThat(Models.violations(Models.SMALL.replace("needs: [db, {", "needs: [dbb, {"))
                        .getFirst()
                        .message())
                .contains("Did you mean 'db'?");
    }
}
