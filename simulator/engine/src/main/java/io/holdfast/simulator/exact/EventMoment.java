package io.holdfast.simulator.exact;

import io.holdfast.simulator.compile.CompiledModel;
import io.holdfast.simulator.compile.Components;
import io.holdfast.simulator.compile.NeedTable;
import io.holdfast.simulator.exact.DiagramNodes.Combine;

/**
 * Serving and shares right after the event (the greatest fixpoint of the needs, nothing recovered yet) as decision diagrams
 * over the chances. Where nobody asks for a share, every share counts as 1, which keeps diagrams small.
 *
 * <p>Source: the meaning of the simulation, 1.6 and 1.7. One use an instance.
 */
final class EventMoment {

    /** Shares are compared with this tolerance, as in a trial. */
    static final double TOLERANCE = 1e-9;

    /** Far below the tolerance, far above the rounding of a sum of shares. */
    private static final double ROUNDING = 1e-12;

    /** What the chances do. */
    enum Luck {
        /** Nothing is hit: normal running. */
        NORMAL,
        /** Hits happen, held needs are held. */
        HELD,
        /** Hits happen, no need is held. */
        UNHELD
    }

    private final NeedTable needs;
    private final Components components;
    private final ChanceTable chances;
    private final Levels levels;
    private final DiagramNodes nodes;
    private final Luck luck;
    private final double[] heldShare;
    private final int[] values;
    private final boolean[] asShare;

    /**
     * Ready to evaluate.
     *
     * @param heldShare the share of each hold in normal running; filled when the luck is normal, read otherwise
     */
    EventMoment(
            CompiledModel model,
            Needed needed,
            ChanceTable chances,
            Levels levels,
            DiagramNodes nodes,
            Luck luck,
            double[] heldShare) {
        needs = model.needs();
        components = needed.components();
        this.chances = chances;
        this.levels = levels;
        this.nodes = nodes;
        this.luck = luck;
        this.heldShare = heldShare;
        values = new int[model.elements().size()];
        asShare = new boolean[values.length];
    }

    /**
     * The share of an element, {@link DiagramNodes#UNMET} where it does not serve.
     *
     * @param below the element and all that it needs, what is needed first
     * @param share whether its share is asked for, not only whether it serves
     */
    int evaluate(int top, int[] below, boolean share) {
        asShare[top] = share;
        markShares(below);
        int at = 0;
        while (at < below.length) {
            int component = components.of(below[at]);
            int to = at;
            while (to < below.length && components.of(below[to]) == component) {
                values[below[to]] = nodes.met();
                to++;
            }
            settle(below, at, to, components.isCyclic(component));
            at = to;
        }
        return values[top];
    }

    /** Downwards from "all serve" to the greatest fixpoint. */
    private void settle(int[] below, int from, int to, boolean cyclic) {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = from; i < to; i++) {
                int value = element(below[i]);
                changed |= cyclic && value != values[below[i]];
                values[below[i]] = value;
            }
        }
    }

    private void markShares(int[] below) {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = below.length - 1; i >= 0; i--) {
                int e = below[i];
                for (int r = needs.rootsFrom(e); r < needs.rootsTo(e); r++) {
                    changed |= markShares(needs.root(r), asShare[e]);
                }
            }
        }
    }

    /** Whether something was newly marked. */
    private boolean markShares(int node, boolean share) {
        boolean wanted = share || needs.kind(node) == NeedTable.POOL;
        boolean changed = false;
        if (needs.kind(node) == NeedTable.ONE && wanted && !asShare[needs.element(node)]) {
            asShare[needs.element(node)] = true;
            changed = true;
        }
        for (int c = needs.childrenFrom(node); c < needs.childrenTo(node); c++) {
            changed |= markShares(needs.child(c), wanted);
        }
        return changed;
    }

    private int element(int e) {
        int value = nodes.met();
        for (int r = needs.rootsTo(e) - 1; r >= needs.rootsFrom(e); r--) {
            value = nodes.min(node(needs.root(r), asShare[e]), value);
        }
        return nodes.min(unhit(e), value);
    }

    private int unhit(int e) {
        if (luck == Luck.NORMAL) {
            return nodes.met();
        }
        if (chances.isCertain(e)) {
            return nodes.unmet();
        }
        int value = nodes.met();
        for (int chance : chances.hitsOf(e)) {
            value = nodes.min(value, nodes.node(levels.of(chance), nodes.met(), nodes.unmet()));
        }
        return value;
    }

    private int node(int node, boolean share) {
        double soft = needs.soft(node);
        if (soft >= 0 && !share) {
            return nodes.met();
        }
        int value = held(node, raw(node, share), share);
        return soft >= 0 ? nodes.max(value, nodes.leaf(soft)) : value;
    }

    private int asMet(int value) {
        return nodes.combine(value, nodes.met(), (a, b) -> a >= 0 ? b : DiagramNodes.UNMET);
    }

    private int held(int node, int raw, boolean share) {
        int hold = needs.held(node);
        if (hold < 0 || luck == Luck.UNHELD) {
            return raw;
        }
        if (luck == Luck.NORMAL) {
            heldShare[hold] = Math.max(0, nodes.value(raw));
            return raw;
        }
        if (chances.noHold(hold) >= 1) {
            return raw;
        }
        int kept = nodes.combine(raw, nodes.leaf(share ? heldShare[hold] : 1), (a, b) -> a >= 0 ? a : b);
        int chance = chances.noHoldChance(hold);
        if (chance < 0) {
            return kept;
        }
        int noHold = nodes.node(levels.of(chance), nodes.unmet(), nodes.met());
        int whenNoHold = nodes.combine(raw, noHold, (a, b) -> b > 0 ? a : DiagramNodes.UNMET);
        int whenHeld = nodes.combine(kept, noHold, (a, b) -> b > 0 ? DiagramNodes.UNMET : a);
        return nodes.max(whenNoHold, whenHeld);
    }

    private int raw(int node, boolean share) {
        return switch (needs.kind(node)) {
            case NeedTable.ONE -> one(needs.element(node), share);
            case NeedTable.ALL -> all(node, share);
            case NeedTable.AT_LEAST -> atLeast(node, share);
            default -> pool(node, share);
        };
    }

    private int one(int e, boolean share) {
        return share || !asShare[e] ? values[e] : asMet(values[e]);
    }

    private int all(int node, boolean share) {
        int value = nodes.met();
        for (int c = needs.childrenTo(node) - 1; c >= needs.childrenFrom(node); c--) {
            value = nodes.min(node(needs.child(c), share), value);
        }
        return value;
    }

    /** The k-th greatest of m and others is the greatest of their k-th, and of the least of m and their (k-1)-th. */
    private int atLeast(int node, boolean share) {
        int k = needs.atLeast(node);
        int[] greatest = new int[k + 1];
        java.util.Arrays.fill(greatest, nodes.unmet());
        greatest[0] = nodes.met();
        for (int c = needs.childrenTo(node) - 1; c >= needs.childrenFrom(node); c--) {
            int member = node(needs.child(c), share);
            for (int j = k; j >= 1; j--) {
                greatest[j] = nodes.max(greatest[j], nodes.min(member, greatest[j - 1]));
            }
        }
        return greatest[k];
    }

    private int pool(int node, boolean share) {
        double minimum = needs.minimum(node) - TOLERANCE;
        double rest = 0;
        for (int c = needs.childrenFrom(node); c < needs.childrenTo(node); c++) {
            rest += needs.childShare(c);
        }
        int sum = rest + ROUNDING < minimum ? nodes.unmet() : nodes.leaf(0);
        for (int c = needs.childrenFrom(node); c < needs.childrenTo(node); c++) {
            rest -= needs.childShare(c);
            boolean last = c == needs.childrenTo(node) - 1;
            int member = node(needs.child(c), true);
            sum = nodes.combine(sum, member, adding(needs.childShare(c), minimum, last ? 0 : rest, last, share));
        }
        return sum;
    }

    /** Adds a member to the sum of a pool; a sum that can no longer reach the minimum is unmet at once. */
    private static Combine adding(double part, double minimum, double rest, boolean last, boolean share) {
        return (sum, member) -> {
            if (sum < 0) {
                return sum;
            }
            double more = member > 0 ? Math.min(1, sum + part * member) : sum;
            if (last ? more < minimum : more + rest + ROUNDING < minimum) {
                return DiagramNodes.UNMET;
            }
            return !share && more >= minimum ? 1 : more;
        };
    }
}
