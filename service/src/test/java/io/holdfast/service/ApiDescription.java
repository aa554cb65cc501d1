package io.holdfast.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The description of the API that the build writes, operation by operation. */
final class ApiDescription {

    private static final Path FILE = Path.of("target/classes/META-INF/swagger/openapi.yml");
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private final JsonNode tree;

    private ApiDescription(JsonNode tree) {
        this.tree = tree;
    }

    /** What is sent with an operation in the path, the query or a header. */
    record Parameter(String name, String in, JsonNode schema) {}

    /** One method of one path; bodies are schemas by the type of content, answers the types of theirs. */
    record Operation(
            String method, String path, List<Parameter> parameters, Map<String, JsonNode> bodies, Set<String> answers) {

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    static ApiDescription read() throws IOException {
        return new ApiDescription(new YAMLMapper().readTree(Files.readAllBytes(FILE)));
    }

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        tree.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(method -> METHODS.contains(method.getKey()))
                        .forEach(method ->
                                operations.add(operation(method.getKey(), path.getKey(), method.getValue()))));
        return operations;
    }

    private static Operation operation(String method, String path, JsonNode described) {
        List<Parameter> parameters = new ArrayList<>();
        for (JsonNode each : described.path("parameters")) {
            parameters.add(
                    new Parameter(each.path("name").asText(), each.path("in").asText(), each.path("schema")));
        }
        Map<String, JsonNode> bodies = new LinkedHashMap<>();
        described
                .path("requestBody")
                .path("content")
                .properties()
                .forEach(content ->
                        bodies.put(content.getKey(), content.getValue().path("schema")));
        Set<String> answers = new TreeSet<>();
        for (JsonNode answer : described.path("responses")) {
            answer.path("content").fieldNames().forEachRemaining(answers::add);
        }
        return new Operation(method.toUpperCase(Locale.ROOT), path, parameters, bodies, answers);
    }

    /** A schema, or the one that it refers to. */
    JsonNode resolve(JsonNode schema) {
        String reference = schema.path("$ref").asText("");
        if (!reference.isEmpty()) {
            return tree.at(reference.substring(1));
        }
        JsonNode whole = schema.path("allOf").path(0);
        return whole.isMissingNode() ? schema : resolve(whole);
    }
}
