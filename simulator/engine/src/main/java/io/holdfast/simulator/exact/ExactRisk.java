package io.holdfast.simulator.exact;

import io.holdfast.simulator.compile.CompiledModel;
import io.holdfast.simulator.compile.NeedTable;
import io.holdfast.simulator.exact.EventMoment.Luck;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Exact answers about the moment of a scenario's event. Immutable apart from what it may cost: every question builds a
 * diagram of its own. For any number of threads.
 *
 * <p>An element that serves at once goes on serving, and at no smaller share, as long as no held need runs out: whatever is
 * recovered only adds. So without held needs "disrupted at some moment" is "disrupted at once"; with them it lies between
 * that and what holds if no need were held.
 */
public final class ExactRisk {

    /** Nodes of a diagram where nobody says otherwise; about 100 MB at most while it is built. */
    public static final int DEFAULT_NODES = 2_000_000;

    /** Chances that may bear on one element; the building goes as deep as that. */
    static final int MOST_CHANCES = 3_000;

    private final CompiledModel model;
    private final int nodeLimit;
    private final ChanceTable chances;
    private final Needed needed;

    /**
     * Ready to answer.
     *
     * @param nodeLimit the most nodes of a diagram while it is built, at least 1,000
     */
    public ExactRisk(CompiledModel model, int nodeLimit) {
        if (nodeLimit < 1_000) {
            throw new IllegalArgumentException("nodeLimit is " + nodeLimit + ", but at least 1000 are needed.");
        }
        this.model = model;
        this.nodeLimit = nodeLimit;
        chances = new ChanceTable(model);
        needed = new Needed(model);
    }

    /** The chances of the scenario. */
    public ChanceTable chances() {
        return chances;
    }

    /** The probability of a question about an element, by its number. */
    public ExactAnswer answer(int e, BooleanQuestion question) {
        return switch (diagram(e, question)) {
            case DiagramOutcome.Refused refused -> refused.answer();
            case DiagramOutcome.Built built -> {
                EventDiagram atOnce = built.atOnce();
                EventDiagram atMost = built.atMost();
                double low = atOnce.probability();
                double high = atMost.probability();
                yield question == BooleanQuestion.DOWN_AT_EVENT || high - low <= 1e-12 * high
                        ? new ExactAnswer.Known(low, atOnce.chancesInOrder(), atOnce.nodes())
                        : new ExactAnswer.Between(low, high);
            }
        };
    }

    /** The diagrams of a question about an element, by its number. */
    public DiagramOutcome diagram(int e, BooleanQuestion question) {
        int[] below = needed.below(e);
        String pool = poolOnCycle(below);
        if (pool != null) {
            return refused(new ExactAnswer.Undefined("Element '" + pool
                    + "' lies on a cycle of needs with a pool, where shares have no exact meaning."
                    + " Take the pool out of the cycle, or ask the simulation."));
        }
        for (int[] order : List.of(needed.depthFirst(e, false), needed.depthFirst(e, true), needed.byWeight(e))) {
            Levels levels = new Levels(order, chances, model.needs());
            if (levels.size() > MOST_CHANCES) {
                return refused(new ExactAnswer.TooLarge(levels.size() + " independent chances bear on '"
                        + model.elements().id(e) + "', but an exact answer is given for at most " + MOST_CHANCES
                        + ". Ask the simulation."));
            }
            Optional<DiagramOutcome> built = findDiagrams(e, below, question, levels);
            if (built.isPresent()) {
                return built.get();
            }
        }
        return refused(new ExactAnswer.TooLarge("The decision diagram of '"
                + model.elements().id(e) + "' outgrows " + nodeLimit
                + " nodes in three orders. Allow more nodes, or ask the simulation."));
    }

    /**
     * The share that an element delivers right after the event, on average over what may happen, 0 where it does not serve;
     * empty where {@link #answer} would not be exact. Times what it should deliver, the rest is what is expected to be
     * missing: the unserved part of a load.
     */
    public Optional<Double> findMeanShareAtEvent(int e) {
        int[] below = needed.below(e);
        Levels levels = new Levels(needed.depthFirst(e, false), chances, model.needs());
        if (poolOnCycle(below) != null || levels.size() > MOST_CHANCES) {
            return Optional.empty();
        }
        try {
            DiagramNodes nodes = new DiagramNodes(nodeLimit);
            double[] heldShare = new double[model.needs().holds()];
            share(nodes, e, below, levels, Luck.NORMAL, heldShare, true);
            int share = share(nodes, e, below, levels, Luck.HELD, heldShare, true);
            return Optional.of(mean(nodes, share, levels.chances(), new HashMap<>()));
        } catch (NodeLimitReached tooLarge) {
            return Optional.empty();
        }
    }

    private double mean(DiagramNodes nodes, int node, int[] order, Map<Integer, Double> known) {
        if (nodes.level(node) == DiagramNodes.LEAF) {
            return Math.max(0, nodes.value(node));
        }
        Double before = known.get(node);
        if (before != null) {
            return before;
        }
        double p = chances.get(order[nodes.level(node)]).probability();
        double mean =
                p * mean(nodes, nodes.high(node), order, known) + (1 - p) * mean(nodes, nodes.low(node), order, known);
        known.put(node, mean);
        return mean;
    }

    private static DiagramOutcome refused(ExactAnswer answer) {
        return new DiagramOutcome.Refused(answer);
    }

    private Optional<DiagramOutcome> findDiagrams(int e, int[] below, BooleanQuestion question, Levels levels) {
        try {
            return Optional.of(build(e, below, question, levels));
        } catch (NodeLimitReached tooLarge) {
            return Optional.empty();
        }
    }

    private DiagramOutcome build(int e, int[] below, BooleanQuestion question, Levels levels) {
        DiagramNodes nodes = new DiagramNodes(nodeLimit);
        double threshold =
                question == BooleanQuestion.DISRUPTED ? model.elements().threshold(e) : 0;
        double[] heldShare = new double[model.needs().holds()];
        bad(nodes, e, below, levels, Luck.NORMAL, heldShare, threshold);
        EventDiagram atOnce = bad(nodes, e, below, levels, Luck.HELD, heldShare, threshold);
        EventDiagram atMost = hasHold(below) ? bad(nodes, e, below, levels, Luck.UNHELD, heldShare, threshold) : atOnce;
        return new DiagramOutcome.Built(atOnce, atMost);
    }

    private EventDiagram bad(
            DiagramNodes nodes, int top, int[] below, Levels levels, Luck luck, double[] heldShare, double threshold) {
        int share = share(nodes, top, below, levels, luck, heldShare, threshold > 0);
        double least = threshold - EventMoment.TOLERANCE;
        int good = nodes.combine(share, nodes.met(), (a, b) -> a >= 0 && a >= least ? b : DiagramNodes.UNMET);
        return EventDiagram.unmet(nodes, good, chances, levels);
    }

    private int share(
            DiagramNodes nodes, int top, int[] below, Levels levels, Luck luck, double[] heldShare, boolean asShare) {
        return new EventMoment(model, needed, chances, levels, nodes, luck, heldShare).evaluate(top, below, asShare);
    }

    private boolean hasHold(int[] below) {
        NeedTable needs = model.needs();
        boolean[] isBelow = new boolean[model.elements().size()];
        for (int e : below) {
            isBelow[e] = true;
        }
        boolean found = false;
        for (int hold = 0; hold < needs.holds(); hold++) {
            found |= isBelow[needs.holdOwner(hold)];
        }
        return found;
    }

    private @Nullable String poolOnCycle(int[] below) {
        NeedTable needs = model.needs();
        for (int e : below) {
            boolean cyclic = needed.components().isCyclic(needed.components().of(e));
            for (int r = needs.rootsFrom(e); cyclic && r < needs.rootsTo(e); r++) {
                if (hasPool(needs.root(r))) {
                    return model.elements().id(e).value();
                }
            }
        }
        return null;
    }

    private boolean hasPool(int node) {
        NeedTable needs = model.needs();
        boolean found = needs.kind(node) == NeedTable.POOL;
        for (int c = needs.childrenFrom(node); c < needs.childrenTo(node); c++) {
            found |= hasPool(needs.child(c));
        }
        return found;
    }
}
