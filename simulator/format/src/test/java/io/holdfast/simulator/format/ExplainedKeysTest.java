package io.holdfast.simulator.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every key of a published result stands in the chapter that explains it, and what the chapter of a run names is a key. */
class ExplainedKeysTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    /** Ends of intervals are explained once for all of them. */
    private static final Pattern END = Pattern.compile(".+(Low|High)|low|high|estimate");

    /** What every answer has, and languages. */
    private static final Set<String> PLAIN = Set.of(
            "holdfast",
            "seed",
            "model",
            "name",
            "digest",
            "engine",
            "id",
            "type",
            "en",
            "zh-Hant",
            "message",
            "messages",
            "severity");

    @ParameterizedTest
    @CsvSource({"RESULT, 4-measures.md", "RARE, 8-rare-events.md", "YEAR, 9-year.md", "DRILL, 10-drills.md"})
    void everyKeyIsExplained(PublishedSchema schema, String chapter) throws IOException {
        Set<String> keys = new TreeSet<>();
        keysOf(JSON.readTree(schema.text()), keys);
        keys.removeAll(PLAIN);
        keys.removeIf(key -> END.matcher(key).matches());
        keys.removeAll(words(chapter));
        assertThat(keys)
                .as("keys of %s that %s does not explain", schema, chapter)
                .isEmpty();
    }

    private static void keysOf(JsonNode node, Set<String> keys) {
        node.path("properties").fieldNames().forEachRemaining(keys::add);
        node.forEach(inner -> keysOf(inner, keys));
    }

    /** Words in code on a page, parts of a path apart. */
    private static Set<String> words(String chapter) throws IOException {
        String page = Files.readString(Path.of("../../docs/model").resolve(chapter));
        return CODE.matcher(page)
                .results()
                .flatMap(match -> Pattern.compile("[^A-Za-z0-9-]+").splitAsStream(match.group(1)))
                .collect(Collectors.toSet());
    }
}
