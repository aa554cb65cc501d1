package io.holdfast.simulator.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.holdfast.simulator.model.Contact;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Drill;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.ElementType;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Plan;
import io.holdfast.simulator.model.Scenario;
import io.holdfast.simulator.model.Site;
import io.holdfast.simulator.model.Team;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Writes a model as a file of the published format; reading it back gives an equal model. Keys come in a fixed order and
 * numbers in their shortest form, so the same model gives the same bytes. For any number of threads.
 */
public final class ModelWriter {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final YAMLMapper YAML = YAMLMapper.builder(
                    YAMLFactory.builder().stringQuotingChecker(new PlainWords()).build())
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .build();

    private static final JsonMapper CANONICAL = JsonMapper.builder()
            .configure(JsonNodeFeature.WRITE_PROPERTIES_SORTED, true)
            .build();

    private ModelWriter() {}

    /** A tree of {@link #toTree(ContinuityModel)}, or a part of it, as JSON with sorted keys: equal models give equal texts. */
    static String toCanonicalJson(JsonNode tree) {
        return write(CANONICAL, tree);
    }

    /** The model as the tree of its file; the caller owns it. */
    public static ObjectNode toTree(ContinuityModel model) {
        return tree(model);
    }

    /** The model as JSON without insignificant white space. */
    public static String toJson(ContinuityModel model) {
        return write(JSON, tree(model));
    }

    /** The model as indented JSON. */
    public static String toPrettyJson(ContinuityModel model) {
        return write(JSON, tree(model), true) + "\n";
    }

    /** The model as YAML. */
    public static String toYaml(ContinuityModel model) {
        return write(YAML, tree(model));
    }

    /** One element as it stands in the file. */
    public static JsonNode toTree(Element element) {
        return new ElementWriter(JSON.getNodeFactory()).write(element);
    }

    /** One scenario as it stands in the file. */
    public static JsonNode toTree(Scenario scenario) {
        return new ScenarioWriter(JSON.getNodeFactory()).write(scenario);
    }

    /**
     * The entries of one list as they stand in the file, in its order; none where the model has no such list. The caller owns
     * them.
     *
     * @param section the key of the list, such as {@code teams}
     */
    public static List<ObjectNode> toTrees(ContinuityModel model, String section) {
        List<ObjectNode> trees = new ArrayList<>();
        sections(model, (key, entries) -> {
            if (key.equals(section)) {
                entries.forEach(entry -> trees.add(entry.tree().get()));
            }
        });
        return trees;
    }

    private static String write(com.fasterxml.jackson.databind.ObjectMapper mapper, JsonNode tree) {
        return write(mapper, tree, false);
    }

    private static String write(com.fasterxml.jackson.databind.ObjectMapper mapper, JsonNode tree, boolean pretty) {
        try {
            return (pretty ? mapper.writerWithDefaultPrettyPrinter() : mapper.writer()).writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of plain values could not be written", e);
        }
    }

    private static ObjectNode tree(ContinuityModel model) {
        ObjectNode root = head(model);
        sections(model, (key, entries) -> {
            ArrayNode array = root.putArray(key);
            entries.forEach(entry -> array.add(entry.tree().get()));
        });
        return root;
    }

    /** What stands in the file beside the lists. */
    static ObjectNode head(ContinuityModel model) {
        Nodes nodes = new Nodes(JSON.getNodeFactory());
        ObjectNode root = nodes.object();
        root.put("holdfast", 1);
        nodes.label(root, model.label());
        nodes.put(root, "currency", model.currency());
        nodes.put(root, "timeZone", model.timeZone());
        return root;
    }

    /** An entry of a list, and how to write it. */
    record Entry(Id id, Supplier<ObjectNode> tree) {}

    /** Tells of the lists that are not empty, in file order. */
    static void sections(ContinuityModel model, BiConsumer<String, List<Entry>> each) {
        Nodes nodes = new Nodes(JSON.getNodeFactory());
        ElementWriter elements = new ElementWriter(JSON.getNodeFactory());
        ScenarioWriter scenarios = new ScenarioWriter(JSON.getNodeFactory());
        section(each, "sites", model.sites(), Site::id, site -> site(nodes, site));
        section(each, "teams", model.teams(), Team::id, team -> team(nodes, team));
        section(each, "contacts", model.contacts(), Contact::id, contact -> contact(nodes, contact));
        section(each, "assets", of(model, ElementType.ASSET), Element::id, elements::write);
        section(each, "services", of(model, ElementType.SERVICE), Element::id, elements::write);
        section(each, "processes", of(model, ElementType.PROCESS), Element::id, elements::write);
        section(each, "plans", model.plans(), Plan::id, plan -> plan(nodes, plan));
        section(each, "scenarios", model.scenarios(), Scenario::id, scenarios::write);
        section(each, "drills", model.drills(), Drill::id, drill -> drill(nodes, drill));
    }

    private static List<Element> of(ContinuityModel model, ElementType type) {
        return model.elements().stream()
                .filter(element -> element.type() == type)
                .toList();
    }

    private static <T> void section(
            BiConsumer<String, List<Entry>> each,
            String key,
            List<T> items,
            Function<T, Id> id,
            Function<T, ObjectNode> writer) {
        if (!items.isEmpty()) {
            each.accept(
                    key,
                    items.stream()
                            .map(item -> new Entry(id.apply(item), () -> writer.apply(item)))
                            .toList());
        }
    }

    private static ObjectNode site(Nodes nodes, Site site) {
        ObjectNode node = nodes.object();
        node.put("id", site.id().value());
        nodes.put(node, "lat", site.lat());
        nodes.put(node, "lon", site.lon());
        nodes.label(node, site.label());
        return node;
    }

    private static ObjectNode team(Nodes nodes, Team team) {
        ObjectNode node = nodes.object();
        node.put("id", team.id().value());
        node.put("size", team.size());
        if (!team.people()) {
            node.put("people", false);
        }
        nodes.put(node, "mobilise", team.mobilise());
        nodes.put(node, "mobiliseOffHours", team.mobiliseOffHours());
        nodes.label(node, team.label());
        return node;
    }

    private static ObjectNode contact(Nodes nodes, Contact contact) {
        ObjectNode node = nodes.object();
        node.put("id", contact.id().value());
        nodes.put(node, "team", contact.team());
        nodes.putUnless(node, "reach", contact.reach(), 1);
        nodes.put(node, "reachWeight", contact.reachWeight());
        nodes.put(node, "answers", contact.answers());
        nodes.put(node, "deputy", contact.deputy());
        nodes.label(node, contact.label());
        return node;
    }

    private static ObjectNode plan(Nodes nodes, Plan plan) {
        ObjectNode node = nodes.object();
        node.put("id", plan.id().value());
        nodes.putIds(node, "covers", plan.covers());
        nodes.putIds(node, "sequence", plan.sequence());
        nodes.label(node, plan.label());
        return node;
    }

    private static ObjectNode drill(Nodes nodes, Drill drill) {
        ObjectNode node = nodes.object();
        node.put("id", drill.id().value());
        if (!drill.types().isEmpty()) {
            ArrayNode types = node.putArray("types");
            drill.types().forEach(type -> types.add(Nodes.word(type)));
        }
        nodes.putIds(node, "scope", drill.scope());
        nodes.put(node, "scenario", drill.scenario());
        if (!drill.announced()) {
            node.put("announced", false);
        }
        if (!drill.steps().isEmpty()) {
            node.set("steps", nodes.plain(drill.steps()));
        }
        nodes.label(node, drill.label());
        return node;
    }
}
