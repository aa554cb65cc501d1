package io.holdfast.simulator.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.simulator.model.ContinuityModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RoundTripTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void readsWhatItWritesForHundredsOfRandomModels() throws JsonProcessingException {
        for (long seed = 0; seed < 150; seed++) {
            ContinuityModel model = RandomModels.draw(seed);
            String json = ModelWriter.toJson(model);
            String yaml = ModelWriter.toYaml(model);
            assertSame(model, Models.model(json), "JSON of seed " + seed);
            assertSame(model, Models.model(yaml), "YAML of seed " + seed);
            String digest = ModelDigest.of(model);
            assertThat(ModelDigest.of(Models.model(yaml)))
                    .as("digest of seed %d", seed)
                    .isEqualTo(digest);
            assertThat(ModelDigest.of(Models.model(shuffled(json, seed))))
                    .as("digest of seed %d with its keys in another order", seed)
                    .isEqualTo(digest);
        }
    }

    /** Models are large: shows only where they begin to differ. */
    private static void assertSame(ContinuityModel expected, ContinuityModel actual, String what) {
        String a = expected.toString();
        String b = actual.toString();
        int at = Arrays.mismatch(a.toCharArray(), b.toCharArray());
        if (at >= 0) {
            assertThat(b.substring(Math.max(0, at - 80), Math.min(b.length(), at + 80)))
                    .as(what)
                    .isEqualTo(a.substring(Math.max(0, at - 80), Math.min(a.length(), at + 80)));
        }
        assertThat(actual.equals(expected)).as(what).isTrue();
    }

    private static String shuffled(String json, long seed) throws JsonProcessingException {
        return JSON.writeValueAsString(shuffle(JSON.readTree(json), new Random(seed)));
    }

    private static JsonNode shuffle(JsonNode node, Random random) {
        return switch (node) {
            case ObjectNode object -> {
                List<Map.Entry<String, JsonNode>> fields = new ArrayList<>(object.properties());
                Collections.shuffle(fields, random);
                ObjectNode other = JSON.createObjectNode();
                fields.forEach(field -> other.set(field.getKey(), shuffle(field.getValue(), random)));
                yield other;
            }
            case ArrayNode array -> {
                ArrayNode other = JSON.createArrayNode();
                array.forEach(item -> other.add(shuffle(item, random)));
                yield other;
            }
            default -> node;
        };
    }

    @Test
    void differentModelsHaveDifferentDigests() {
        String digest = ModelDigest.of(Models.model(Models.SMALL));
        for (String[] change : List.of(
                new String[] {"detect: 0.5", "detect: 0.6"},
                new String[] {"[0.25, 0.5, 2]", "[0.25, 0.5, 3]"},
                new String[] {"of: [db, power]", "of: [power, db]"},
                new String[] {"usable: 0.98", "usable: 0.99"})) {
            assertThat(ModelDigest.of(Models.model(Models.SMALL.replace(change[0], change[1]))))
                    .isNotEqualTo(digest);
        }
    }

    @Test
    void theDigestDoesNotSeeHowNumbersAndDefaultsAreSpelt() {
        String digest = ModelDigest.of(Models.model(Models.SMALL));
        String other = Models.SMALL
                .replace("rto: 4", "rto: 4.0")
                .replace("every: 24", "every: 2.4e1")
                .replace("detect: 0.5", "detect: {fixed: 5e-1}, staff: 1, demand: 1.0, when: any, horizon: 8760")
                .replace("id: power", "id: \"power\"")
                .replace("crew: {dba: 1}", "crew: {dba: 0x1}, success: 1, automatic: false");
        assertThat(other).isNotEqualTo(Models.SMALL);
        assertThat(ModelDigest.of(Models.model(other))).isEqualTo(digest);
    }

    @Test
    void keepsLongNumbersAndLeadingZerosOfKeysOfItsOwn() {
        ContinuityModel model = Models.model("holdfast: 1\nx-tax: 12345678901234567890\nx-phone: 0912345678\nx-n: 1e3");
        assertThat(ModelWriter.toJson(model))
                .contains("\"x-tax\":12345678901234567890", "\"x-phone\":\"0912345678\"", "\"x-n\":1000");
        assertThat(Models.model(ModelWriter.toYaml(model))).isEqualTo(model);
    }

    @Test
    void keepsKeysOfItsOwnWhereTheyStoodInEveryKindOfThing() {
        ContinuityModel model = Models.model(Models.everyKey());
        String written = ModelWriter.toYaml(model);
        assertThat(Models.model(written)).isEqualTo(model);
        assertThat(written)
                .contains(
                        "x-floor",
                        "x-why",
                        "x-test",
                        "x-runbook",
                        "x-contract",
                        "x-by",
                        "x-peak",
                        "x-from",
                        "x-minutes",
                        "made-by");
    }
}
