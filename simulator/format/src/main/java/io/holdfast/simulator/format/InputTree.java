package io.holdfast.simulator.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.simulator.learning.EvidenceWeight;
import io.holdfast.simulator.learning.InputRef;
import io.holdfast.simulator.learning.ModelInput;
import io.holdfast.simulator.model.Provenance;
import io.holdfast.simulator.model.UncertainHours;

/**
 * A number of a model by itself, as JSON: {@code time} as in the model file, or {@code chance} or {@code rate} with the
 * {@code weight} that it deserves. Equal numbers give equal trees. Who keeps one keeps its name beside it. For any number of threads.
 */
public final class InputTree {

    private static final String TIME = "time";
    private static final String CHANCE = "chance";
    private static final String RATE = "rate";
    private static final String WEIGHT = "weight";

    private static final Nodes NODES = new Nodes(JsonMapper.builder().build().getNodeFactory());

    private InputTree() {}

    /** The tree of a number. */
    public static ObjectNode write(ModelInput input) {
        ObjectNode tree = NODES.object();
        switch (input) {
            case ModelInput.Hours time -> tree.set(TIME, NODES.duration(time.stated()));
            case ModelInput.Chance chance -> {
                tree.set(CHANCE, NODES.number(chance.stated()));
                tree.set(WEIGHT, NODES.number(EvidenceWeight.of(chance.provenance())));
            }
            case ModelInput.Rate rate -> {
                tree.set(RATE, NODES.number(rate.stated()));
                tree.set(WEIGHT, NODES.number(EvidenceWeight.of(rate.provenance())));
            }
        }
        return tree;
    }

    /**
     * The number of a tree.
     *
     * @param ref its name
     * @throws IllegalArgumentException where the tree is not one that {@link #write} makes
     */
    public static ModelInput read(InputRef ref, JsonNode tree) {
        if (tree.has(TIME)) {
            return new ModelInput.Hours(ref, time(tree));
        }
        Provenance weight = new Provenance(null, null, null, tree.path(WEIGHT).asDouble(), null);
        if (tree.path(CHANCE).isNumber()) {
            return new ModelInput.Chance(ref, tree.path(CHANCE).asDouble(), weight);
        }
        if (tree.path(RATE).isNumber()) {
            return new ModelInput.Rate(ref, tree.path(RATE).asDouble(), weight);
        }
        throw unreadable(tree);
    }

    private static UncertainHours time(JsonNode tree) {
        Reading reading = new Reading((path, keys) -> {});
        Located parsed = new DocumentParser(reading).parseEntry(tree, "$");
        UncertainHours read = parsed == null ? null : DurationReader.read(new Fields(parsed, "$", reading), TIME);
        if (read == null || !reading.violations().isEmpty()) {
            throw unreadable(tree);
        }
        return read;
    }

    private static IllegalArgumentException unreadable(JsonNode tree) {
        return new IllegalArgumentException("'" + tree + "' is no number of a model: it has time, chance or rate.");
    }
}
