package io.holdfast.simulator.engine;

import static io.holdfast.simulator.engine.TrialState.NEED_LOST;

import io.holdfast.simulator.compile.Components;
import io.holdfast.simulator.compile.MethodTable;
import io.holdfast.simulator.compile.MethodTable.MethodEntry;
import java.util.Arrays;

/**
 * Finds elements that wait for each other for ever: at the end of a trial, the greatest set of waiting elements each of
 * which would go on if the others served. Not hot: looked for only in trials that end with something down.
 */
final class Deadlocks {

    private final TrialState s;
    private final NeedEvaluation needs;
    private final Recovery recovery;
    private final MethodTable methods;

    Deadlocks(TrialState state, NeedEvaluation needs, Recovery recovery) {
        s = state;
        this.needs = needs;
        this.recovery = recovery;
        methods = state.model.methods();
    }

    void find() {
        double[] shares = s.share.clone();
        Arrays.fill(s.share, 1);
        search();
        System.arraycopy(shares, 0, s.share, 0, s.n);
    }

    /** With full shares: how much each would deliver afterwards is not asked. */
    private void search() {
        int[] waiting = Arrays.stream(s.down, 0, s.downCount)
                .filter(e ->
                        !s.serving[e] && s.working[e] < 0 && s.waitingMethod[e] < 0 && s.dueAt[e] == Long.MAX_VALUE)
                .filter(e -> !goesOn(e))
                .sorted()
                .toArray();
        if (waiting.length == 0) {
            return;
        }
        boolean[] in = new boolean[s.n];
        for (int e : waiting) {
            set(e, true);
            in[e] = true;
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int e : waiting) {
                if (in[e] && !goesOn(e)) {
                    in[e] = false;
                    set(e, false);
                    changed = true;
                }
            }
        }
        int[] stuck = Arrays.stream(waiting).filter(e -> in[e]).toArray();
        for (int e : waiting) {
            set(e, false);
        }
        report(stuck);
    }

    private void set(int e, boolean serving) {
        s.serving[e] = serving;
        s.ownShare[e] = 0;
    }

    /** Whether the element could start a method, or run on something, on what serves now. */
    private boolean goesOn(int e) {
        if (s.state[e] == NEED_LOST && s.selfOk[e] && needs.isMet(e)) {
            return true;
        }
        for (int method = methods.from(e); method < methods.to(e); method++) {
            MethodEntry entry = methods.get(method);
            boolean runs = s.finished[method] && needs.isMet(entry.runList());
            if (runs || (recovery.isOpen(e, method) && recovery.canStart(entry))) {
                return true;
            }
        }
        return false;
    }

    private void report(int[] stuck) {
        int[][] edges = new int[stuck.length][];
        for (int i = 0; i < stuck.length; i++) {
            edges[i] = edgesOf(stuck[i], stuck);
        }
        Components cycles = Components.of(edges);
        for (int c = 0; c < cycles.count(); c++) {
            if (cycles.isCyclic(c)) {
                int[] group = new int[cycles.size(c)];
                for (int i = 0; i < group.length; i++) {
                    group[i] = stuck[cycles.member(c, i)];
                }
                s.outcome.deadlocks.add(group);
            }
        }
    }

    private int[] edgesOf(int e, int[] stuck) {
        boolean[] wanted = new boolean[s.n];
        if (s.state[e] == NEED_LOST && s.selfOk[e]) {
            needs.markMissing(e, wanted);
        }
        for (int method = methods.from(e); method < methods.to(e); method++) {
            MethodEntry entry = methods.get(method);
            if (s.finished[method]) {
                needs.markMissing(entry.runList(), wanted);
            } else if (recovery.isOpen(e, method)) {
                needs.markMissing(entry.alsoList(), wanted);
                if (entry.startList() >= 0) {
                    needs.markMissing(entry.startList(), wanted);
                }
            }
        }
        int count = 0;
        int[] edges = new int[stuck.length];
        for (int i = 0; i < stuck.length; i++) {
            if (wanted[stuck[i]]) {
                edges[count++] = i;
            }
        }
        return Arrays.copyOf(edges, count);
    }
}
