package io.holdfast.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The description of the API from which the page's types are made is the one that the build writes. */
class OpenApiDriftTest {

    /** By path: the class path has another one first, which describes the controllers of the tests too. */
    private static final Path BUILT = Path.of("target/classes/META-INF/swagger/openapi.yml");

    private static final Path COMMITTED = Path.of("../web-ui/src/lib/api/openapi.yml");

    @Test
    void committedDescriptionIsThatOfTheBuild() throws IOException {
        assertThat(sorted(Files.readAllBytes(COMMITTED)))
                .as("Run npm run api in web-ui after building the service, and commit what it writes.")
                .isEqualTo(sorted(Files.readAllBytes(BUILT)));
    }

    /** The order of the tags is that in which the compiler meets the classes, which is nobody's promise. */
    private static String sorted(byte[] yaml) throws IOException {
        JsonNode tree = new YAMLMapper().readTree(yaml);
        if (tree.get("tags") instanceof ArrayNode tags) {
            List<JsonNode> byName = new ArrayList<>();
            tags.forEach(byName::add);
            byName.sort(Comparator.comparing(tag -> tag.path("name").asText()));
            tags.removeAll().addAll(byName);
        }
        return tree.toPrettyString();
    }
}
