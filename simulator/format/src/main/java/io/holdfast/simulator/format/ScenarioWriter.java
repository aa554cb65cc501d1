package io.holdfast.simulator.format;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.simulator.model.Hit;
import io.holdfast.simulator.model.Scenario;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes scenarios as a tree. */
final class ScenarioWriter {

    private final Nodes nodes;

    ScenarioWriter(JsonNodeFactory factory) {
        nodes = new Nodes(factory);
    }

    ObjectNode write(Scenario scenario) {
        ObjectNode node = nodes.object();
        node.put("id", scenario.id().value());
        if (scenario.origin() != null) {
            node.put("origin", Nodes.word(scenario.origin()));
        }
        nodes.put(node, "frequency", scenario.frequencyPerYear());
        nodes.put(node, "frequencyWeight", scenario.frequencyWeight());
        ArrayNode hits = node.putArray("hits");
        scenario.hits().forEach(hit -> hits.add(hit(hit)));
        nodes.put(node, "detect", scenario.detect());
        nodes.put(node, "declare", scenario.declare());
        nodes.put(node, "lasts", scenario.lasts());
        nodes.put(node, "dwell", scenario.dwell());
        nodes.putUnless(node, "staff", scenario.staff(), 1);
        nodes.putUnless(node, "demand", scenario.demandMultiplier(), 1);
        if (scenario.when() != Scenario.OfficeHours.ANY) {
            node.put("when", Nodes.word(scenario.when()));
        }
        nodes.putUnless(node, "horizon", scenario.horizonHours(), Scenario.DEFAULT_HORIZON_HOURS);
        nodes.label(node, scenario.label());
        return node;
    }

    private ObjectNode hit(Hit hit) {
        ObjectNode node = nodes.object();
        selector(node, "of", hit.of());
        selector(node, "sites", hit.sites());
        selector(node, "zones", hit.zones());
        selector(node, "kinds", hit.kinds());
        selector(node, "tags", hit.tags());
        Hit.Circle circle = hit.within();
        if (circle != null) {
            ObjectNode inner = node.putObject("within");
            inner.set("km", nodes.number(circle.km()));
            inner.set("lat", nodes.number(circle.lat()));
            inner.set("lon", nodes.number(circle.lon()));
        }
        nodes.putUnless(node, "probability", hit.probability(), 1);
        if (hit.together()) {
            node.put("together", true);
        }
        node.put("state", Nodes.word(hit.state()));
        return node;
    }

    /** An empty selector is not the same as none: it selects nothing. */
    private static void selector(ObjectNode node, String key, @Nullable List<?> selected) {
        if (selected != null) {
            ArrayNode array = node.putArray(key);
            selected.forEach(each -> array.add(each.toString()));
        }
    }
}
