package io.holdfast.simulator.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.holdfast.simulator.lanes.Misfit;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Why a model does not fit lanes: the words of the engine, of the published schema and of the documentation are the same. */
class ComputedWordsTest {

    private static final Path PAGE = Path.of("../../docs/model/6-how-it-is-computed.md");

    private static List<String> words() {
        return Arrays.stream(Misfit.values()).map(Misfit::word).toList();
    }

    @Test
    void theSchemaKnowsEveryReason() throws IOException {
        try (InputStream schema =
                Objects.requireNonNull(getClass().getResourceAsStream("/schema/result-1.schema.json"))) {
            JsonNode known = JsonMapper.builder()
                    .build()
                    .readTree(schema)
                    .at("/properties/computed/properties/because/items/enum");
            assertThat(known.valueStream().map(JsonNode::asText)).containsExactlyInAnyOrderElementsOf(words());
        }
    }

    @Test
    void thePageExplainsEveryReason() throws IOException {
        String page = Files.readString(PAGE, StandardCharsets.UTF_8);
        assertThat(words()).allSatisfy(word -> assertThat(page).contains("`" + word + "`"));
    }
}
