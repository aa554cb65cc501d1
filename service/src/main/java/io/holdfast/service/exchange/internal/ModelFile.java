package io.holdfast.service.exchange.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.holdfast.service.exchange.ImportReport.Counts;
import io.holdfast.simulator.format.ModelReader;
import io.holdfast.simulator.format.ModelWriter;
import io.holdfast.simulator.format.ReadOutcome;
import io.holdfast.simulator.format.Violation;
import io.holdfast.simulator.model.ContinuityModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * Takes a model file in: in place of the current model, or merged into it. Merged, an entry of the file takes the place of
 * the entry of the same id, whole; other entries stay; the file may name what only the current model defines.
 */
public final class ModelFile {

    private static final String FILE = "model";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final YAMLMapper YAML = YAMLMapper.builder(
                    YAMLFactory.builder().loaderOptions(large()).build())
            .build();
    private static final List<String> SECTIONS =
            List.of("sites", "teams", "contacts", "assets", "services", "processes", "plans", "scenarios", "drills");

    private final Report report;

    /** Violations go to the report. */
    public ModelFile(Report report) {
        this.report = report;
    }

    /** The model that the file makes of the current one; nothing where a rule is broken. */
    public Optional<ContinuityModel> read(byte[] file, ContinuityModel current, boolean replace) {
        return switch (ModelReader.read(file)) {
            case ReadOutcome.Read read ->
                replace ? Optional.of(read.model()) : merge(ModelWriter.toTree(read.model()), current);
            case ReadOutcome.Refused refused -> {
                boolean onlyNames =
                        refused.violations().stream().allMatch(each -> each.code() == Violation.Code.UNDEFINED_NAME);
                if (onlyNames && !replace) {
                    yield merge(tree(file), current);
                }
                refused.violations().forEach(each -> note(each, true));
                yield Optional.empty();
            }
        };
    }

    private void note(Violation each, boolean inFile) {
        report.violation(
                each.code().word(),
                new Place(FILE, inFile ? each.line() : 0, each.path()),
                null,
                each.value(),
                each.message());
    }

    private Optional<ContinuityModel> merge(ObjectNode own, ContinuityModel current) {
        ObjectNode all = ModelWriter.toTree(current);
        own.properties().forEach(entry -> {
            if (SECTIONS.contains(entry.getKey()) && entry.getValue() instanceof ArrayNode items) {
                all.set(entry.getKey(), merged(all.get(entry.getKey()), items));
            } else {
                all.set(entry.getKey(), entry.getValue());
            }
        });
        return check(all);
    }

    private Optional<ContinuityModel> check(ObjectNode all) {
        return switch (ModelReader.read(all.toString().getBytes(StandardCharsets.UTF_8))) {
            case ReadOutcome.Read read -> Optional.of(read.model());
            case ReadOutcome.Refused refused -> {
                refused.violations().forEach(each -> note(each, false));
                yield Optional.empty();
            }
        };
    }

    private static ArrayNode merged(@org.jspecify.annotations.Nullable JsonNode before, ArrayNode items) {
        Map<String, JsonNode> byId = new LinkedHashMap<>();
        if (before != null) {
            before.forEach(each -> byId.put(each.path("id").asText(), each));
        }
        items.forEach(each -> byId.put(each.path("id").asText(), each));
        ArrayNode array = JSON.createArrayNode();
        byId.values().forEach(array::add);
        return array;
    }

    /** Whoever brings the file has been asked how long it may be. */
    private static LoaderOptions large() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        return options;
    }

    private static ObjectNode tree(byte[] file) {
        try {
            return (ObjectNode) YAML.readTree(file); // JSON is YAML too
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A file that was read once could not be read again", e);
        } catch (IOException e) {
            throw new UncheckedIOException("Bytes in memory were not readable", e);
        }
    }

    /** How the entries of two models differ, section by section; what only the first has counts as missing. */
    public static Map<String, Counts> compare(ContinuityModel before, ContinuityModel after) {
        ObjectNode first = ModelWriter.toTree(before);
        ObjectNode second = ModelWriter.toTree(after);
        Map<String, Counts> counts = new LinkedHashMap<>();
        for (String section : SECTIONS) {
            Map<String, JsonNode> old = byId(first.path(section));
            Map<String, JsonNode> now = byId(second.path(section));
            int same = (int) now.entrySet().stream()
                    .filter(each -> each.getValue().equals(old.get(each.getKey())))
                    .count();
            int both = (int) now.keySet().stream().filter(old::containsKey).count();
            if (!now.isEmpty() || !old.isEmpty()) {
                counts.put(section, new Counts(now.size() - both, both - same, same, old.size() - both));
            }
        }
        return counts;
    }

    private static Map<String, JsonNode> byId(JsonNode section) {
        Map<String, JsonNode> byId = new LinkedHashMap<>();
        section.forEach(each -> byId.put(each.path("id").asText(), each));
        return byId;
    }
}
