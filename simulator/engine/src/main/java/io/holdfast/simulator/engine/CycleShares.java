package io.holdfast.simulator.engine;

import static io.holdfast.simulator.engine.NeedEvaluation.UNMET;
import static io.holdfast.simulator.engine.TrialState.NOTHING;
import static io.holdfast.simulator.engine.TrialState.SELF;

import io.holdfast.simulator.compile.Components;
import io.holdfast.simulator.compile.MethodTable;
import io.holdfast.simulator.compile.NeedTable;

/**
 * Shares of elements on a cycle. Where something on the cycle diminishes them, a share is evaluated along each path, an
 * element met again on the path counting as 1; the cost grows with the number of simple paths of the cycle. Holds the
 * settled figures of a component until they are committed.
 */
final class CycleShares {

    private final TrialState s;
    private final Components components;
    private final NeedTable table;
    private final NeedEvaluation needs;
    private final boolean[] pool;
    private final boolean[] onPath;
    private final boolean[] wasServing;
    private final int[] formerRun;
    private final double[] oldShare;
    private final boolean[] newServing;
    private final double[] newShare;
    private final int[] newRun;
    private final Serving serving;
    private final MethodTable methods;
    private int component;
    private int rootRun;

    CycleShares(TrialState state, NeedEvaluation needs, Serving serving) {
        this.serving = serving;
        methods = state.model.methods();
        s = state;
        this.needs = needs;
        components = state.model.components();
        table = state.model.needs();
        onPath = new boolean[state.n];
        wasServing = new boolean[state.n];
        formerRun = new int[state.n];
        oldShare = new double[state.n];
        newServing = new boolean[state.n];
        newShare = new double[state.n];
        newRun = new int[state.n];
        pool = new boolean[components.count()];
        for (int c = 0; c < pool.length; c++) {
            for (int i = 0; components.isCyclic(c) && i < components.size(c); i++) {
                pool[c] |= hasPoolBelow(components.member(c, i));
            }
        }
    }

    private boolean hasPoolBelow(int e) {
        boolean found = listHasPool(e);
        for (int method = s.model.methods().from(e); method < s.model.methods().to(e); method++) {
            found |= listHasPool(s.model.methods().get(method).runList());
        }
        return found;
    }

    private boolean listHasPool(int list) {
        boolean found = false;
        for (int r = table.rootsFrom(list); r < table.rootsTo(list); r++) {
            found |= nodeHasPool(table.root(r));
        }
        return found;
    }

    private boolean nodeHasPool(int node) {
        boolean found = Serving.isPool(table, node);
        for (int c = table.childrenFrom(node); c < table.childrenTo(node); c++) {
            found |= nodeHasPool(table.child(c));
        }
        return found;
    }

    boolean hasPool(int c) {
        return pool[c];
    }

    void remember(int e) {
        wasServing[e] = s.serving[e];
        formerRun[e] = s.runsOn[e];
        oldShare[e] = s.share[e];
    }

    /** Keeps the settled figures and puts back the former ones, so that commits see what changes. */
    void hold(int e) {
        newServing[e] = s.serving[e];
        newShare[e] = s.serving[e] ? s.share[e] : 0;
        newRun[e] = s.runsOn[e];
    }

    void bring(int e) {
        s.serving[e] = wasServing[e];
        s.runsOn[e] = formerRun[e];
        s.share[e] = oldShare[e];
    }

    boolean serves(int e) {
        return newServing[e];
    }

    double share(int e) {
        return newShare[e];
    }

    int run(int e) {
        return newRun[e];
    }

    double own(int e) {
        return newRun[e] >= 0 ? s.model.methods().get(newRun[e]).capacity() : 1;
    }

    /** Evaluates every serving member of a component along its paths. */
    void alongPaths(int c) {
        component = c;
        for (int i = 0; i < components.size(c); i++) {
            int e = components.member(c, i);
            newShare[e] = s.serving[e] ? along(e) : 0;
            newRun[e] = s.serving[e] ? rootRun : NOTHING;
        }
        for (int i = 0; i < components.size(c); i++) {
            int e = components.member(c, i);
            s.share[e] = newShare[e];
            s.runsOn[e] = newRun[e];
        }
    }

    /** A held entry as its owner sees it. */
    double rawAlong(int owner, int node) {
        component = components.of(owner);
        onPath[owner] = true;
        double share = raw(node);
        onPath[owner] = false;
        return share;
    }

    /** The most that an element can deliver by what it may run on; sets {@link #rootRun} to what that is. */
    private double along(int e) {
        onPath[e] = true;
        double best = UNMET;
        int bestRun = NOTHING;
        if (serving.offersSelf(e)) {
            best = listAlong(e);
            bestRun = best >= 0 ? SELF : NOTHING;
        }
        for (int method = methods.from(e); bestRun != SELF && method < methods.to(e); method++) {
            if (serving.offers(e, method)) {
                double share = listAlong(methods.get(method).runList());
                double delivered = methods.get(method).capacity() * share;
                if (share >= 0 && delivered > best) {
                    best = delivered;
                    bestRun = method;
                }
            }
        }
        onPath[e] = false;
        rootRun = bestRun;
        return Math.max(0, best);
    }

    private double listAlong(int list) {
        double least = 1;
        for (int r = table.rootsFrom(list); r < table.rootsTo(list); r++) {
            double share = node(table.root(r));
            if (share < 0) {
                return UNMET;
            }
            least = Math.min(least, share);
        }
        return least;
    }

    private double node(int node) {
        double result = raw(node);
        int hold = table.held(node);
        if (result < 0 && hold >= 0 && needs.isHeld(hold)) {
            result = s.heldShare[hold];
        }
        return Math.max(result, table.soft(node));
    }

    private double raw(int node) {
        return switch (table.kind(node)) {
            case NeedTable.ONE -> one(table.element(node));
            case NeedTable.ALL -> all(node);
            case NeedTable.AT_LEAST -> atLeast(node);
            default -> pool(node);
        };
    }

    private double one(int e) {
        if (!s.serving[e]) {
            return -1;
        }
        if (components.of(e) != component) {
            return s.share[e];
        }
        return onPath[e] ? 1 : along(e);
    }

    private double all(int node) {
        double least = 1;
        for (int c = table.childrenFrom(node); c < table.childrenTo(node); c++) {
            least = Math.min(least, node(table.child(c)));
        }
        return least;
    }

    private double atLeast(int node) {
        double[] shares = new double[table.childrenTo(node) - table.childrenFrom(node)];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = node(table.child(table.childrenFrom(node) + i));
        }
        java.util.Arrays.sort(shares);
        return shares[shares.length - table.atLeast(node)];
    }

    private double pool(int node) {
        double sum = 0;
        for (int c = table.childrenFrom(node); c < table.childrenTo(node); c++) {
            sum += table.childShare(c) * Math.max(0, node(table.child(c)));
        }
        return sum >= table.minimum(node) - NeedEvaluation.TOLERANCE ? Math.min(1, sum) : -1;
    }
}
