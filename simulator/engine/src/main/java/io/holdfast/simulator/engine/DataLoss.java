package io.holdfast.simulator.engine;

import io.holdfast.simulator.compile.Components;
import io.holdfast.simulator.compile.MethodTable.DataEntry;
import io.holdfast.simulator.compile.NeedTable;
import io.holdfast.simulator.model.ElementType;
import io.holdfast.simulator.sampling.Ticks;
import java.util.Arrays;

/** The age of the data that elements lose: assets their own, services and processes that of all they run on at the end. */
final class DataLoss {

    /** Copies looked at before all are taken to be unusable; the chance to go beyond is nil for any usable share. */
    private static final int COPIES = 10_000;

    private final TrialState s;
    private final NeedTable needs;
    private final NeedEvaluation evaluation;
    private final Components components;
    private final long[] own;
    private final long[] total;
    private boolean any;

    DataLoss(TrialState state, NeedEvaluation evaluation) {
        s = state;
        this.evaluation = evaluation;
        needs = state.model.needs();
        components = state.model.components();
        own = new long[state.n];
        total = new long[state.n];
    }

    void reset() {
        if (any) {
            Arrays.fill(own, 0);
        }
        any = false;
    }

    /** The first successful method with data fixes the element's own loss. */
    void methodSucceeded(int e, int method) {
        DataEntry data = s.model.methods().get(method).data();
        if (data != null && s.dataMethod[e] < 0) {
            s.dataMethod[e] = method;
            own[e] = ageOf(data, s.starts[method] - 1, s.hitState[e] == TrialState.CORRUPTED);
            any |= own[e] > 0;
        }
    }

    /** The age of what an element's own method brought back, in ticks; 0 before there is one. */
    long ownTicks(int e) {
        return own[e];
    }

    private long ageOf(DataEntry data, int occurrence, boolean corrupted) {
        long dwell = corrupted ? s.dwell() : 0;
        if (data.lag() != null) {
            return Math.max(data.lag().fineTicks(s.draws.uniform(data.lagKey(), occurrence)), dwell);
        }
        long phase = (long) (s.draws.uniform(data.phaseKey(), occurrence) * data.everyTicks());
        long age = phase + data.takesTicks();
        if (data.usable() <= 0) {
            return Ticks.NEVER;
        }
        for (int copy = 0; copy < COPIES; copy++, age += data.everyTicks()) {
            boolean usable =
                    data.usable() >= 1 || s.draws.uniform(data.usableKey(), (occurrence << 16) + copy) < data.usable();
            if (usable && (!corrupted || age > dwell)) {
                return age;
            }
        }
        return Ticks.NEVER;
    }

    /** Fills the outcome at the end of a trial. */
    void finish() {
        for (int i = 0; i < s.outcome.touched(); i++) {
            int e = s.outcome.touched(i);
            if (s.hitState[e] != TrialState.UP && isLost(e)) {
                own[e] = Ticks.NEVER;
                any = true;
            }
        }
        if (!any) {
            return;
        }
        for (int c = 0; c < components.count(); c++) {
            settle(c);
        }
        for (int e = 0; e < s.n; e++) {
            boolean asset = s.model.elements().get(e).type() == ElementType.ASSET;
            long lost = asset ? own[e] : total[e];
            if (lost != 0) {
                s.touch(e);
                s.outcome.dataLossTicks[e] = lost;
            }
        }
    }

    /** Hit and never recovered: still in the state of the hit, on no method, and no data brought back by one that ended. */
    private boolean isLost(int e) {
        if (s.state[e] < TrialState.HIT_OUTAGE || s.dataMethod[e] >= 0) {
            return false;
        }
        for (int method = s.model.methods().from(e); method < s.model.methods().to(e); method++) {
            if (s.finished[method]) {
                return false;
            }
        }
        return true;
    }

    private void settle(int c) {
        for (int i = 0; i < components.size(c); i++) {
            total[components.member(c, i)] = own[components.member(c, i)];
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = 0; i < components.size(c); i++) {
                int e = components.member(c, i);
                int run = s.runsOn[e];
                long below = list(run >= 0 ? s.model.methods().get(run).runList() : e);
                if (below > total[e]) {
                    total[e] = below;
                    changed = components.isCyclic(c);
                }
            }
        }
    }

    private long list(int list) {
        long most = 0;
        for (int r = needs.rootsFrom(list); r < needs.rootsTo(list); r++) {
            most = Math.max(most, node(needs.root(r)));
        }
        return most;
    }

    private long node(int node) {
        return switch (needs.kind(node)) {
            case NeedTable.ONE -> total[needs.element(node)];
            case NeedTable.ALL -> all(node);
            case NeedTable.AT_LEAST -> atLeast(node);
            default -> pool(node);
        };
    }

    private long all(int node) {
        long most = 0;
        for (int c = needs.childrenFrom(node); c < needs.childrenTo(node); c++) {
            most = Math.max(most, node(needs.child(c)));
        }
        return most;
    }

    /** The k-th smallest over the members that serve, over all where fewer than k do. */
    private long atLeast(int node) {
        int from = needs.childrenFrom(node);
        int k = needs.atLeast(node);
        long[] losses = new long[needs.childrenTo(node) - from];
        int count = 0;
        for (int c = from; c < needs.childrenTo(node); c++) {
            if (delivered(needs.child(c)) >= 0) {
                losses[count++] = node(needs.child(c));
            }
        }
        if (count < k) {
            count = 0;
            for (int c = from; c < needs.childrenTo(node); c++) {
                losses[count++] = node(needs.child(c));
            }
        }
        Arrays.sort(losses, 0, count);
        return losses[k - 1];
    }

    /** The least set of members that reaches the minimum, by ascending loss; the most over all where none does. */
    private long pool(int node) {
        int from = needs.childrenFrom(node);
        int size = needs.childrenTo(node) - from;
        boolean[] taken = new boolean[size];
        double sum = 0;
        long most = 0;
        while (sum < needs.minimum(node) - NeedEvaluation.TOLERANCE) {
            int next = -1;
            for (int i = 0; i < size; i++) {
                boolean candidate = !taken[i] && delivered(needs.child(from + i)) > 0;
                if (candidate && (next < 0 || node(needs.child(from + i)) < node(needs.child(from + next)))) {
                    next = i;
                }
            }
            if (next < 0) {
                return all(node);
            }
            taken[next] = true;
            sum += needs.childShare(from + next) * delivered(needs.child(from + next));
            most = Math.max(most, node(needs.child(from + next)));
        }
        return most;
    }

    private double delivered(int node) {
        return evaluation.node(node);
    }
}
