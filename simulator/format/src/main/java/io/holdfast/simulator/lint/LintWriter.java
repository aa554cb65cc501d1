package io.holdfast.simulator.lint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.simulator.format.FindingText;
import io.holdfast.simulator.format.Language;
import io.holdfast.simulator.format.ModelDigest;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.result.Finding;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes conflicts as JSON: findings as they stand in a result, with strength, clauses, figures and where they are mended. */
public final class LintWriter {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private LintWriter() {}

    /** What {@code check} found, as one line of JSON. */
    public static String toJson(List<Conflict> conflicts, ContinuityModel model) {
        ObjectNode root = JSON.createObjectNode();
        root.put("holdfast", 1);
        ObjectNode about = root.putObject("model");
        about.put("name", model.label().name() == null ? "" : model.label().name());
        about.put("digest", ModelDigest.of(model));
        ArrayNode findings = root.putArray("findings");
        conflicts.forEach(conflict -> findings.add(node(conflict)));
        try {
            return JSON.writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of plain values could not be written", e);
        }
    }

    private static ObjectNode node(Conflict conflict) {
        Finding finding = conflict.finding();
        LintRule rule = conflict.rule();
        ObjectNode node = JSON.createObjectNode();
        node.put("code", rule.code());
        node.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
        node.put("strength", rule.strength().word());
        node.put("topic", rule.topic().word());
        ArrayNode clauses = node.putArray("clauses");
        rule.clauses().forEach(clause -> clauses.add(clause.in(Language.EN)));
        ArrayNode elements = node.putArray("elements");
        finding.elements().forEach(id -> elements.add(id.value()));
        ArrayNode figures = node.putArray("figures");
        conflict.figures().forEach(figure -> write(figures.addObject(), figure));
        ObjectNode mend = node.putObject("mend");
        mend.put("where", conflict.mend().where().word());
        mend.put("id", value(conflict.mend().id()));
        mend.put("field", conflict.mend().field());
        node.put("message", FindingText.of(finding, Language.EN));
        ObjectNode messages = node.putObject("messages");
        FindingText.inAll(finding).forEach(messages::put);
        return node;
    }

    private static void write(ObjectNode node, Figure figure) {
        node.put("name", figure.name());
        node.put("value", figure.value());
        node.put("unit", figure.unit());
        node.put("of", value(figure.of()));
    }

    private static @Nullable String value(@Nullable Id id) {
        return id == null ? null : id.value();
    }
}
