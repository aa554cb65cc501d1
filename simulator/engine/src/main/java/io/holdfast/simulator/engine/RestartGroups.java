package io.holdfast.simulator.engine;

import static io.holdfast.simulator.engine.TrialState.NEED_LOST;

import io.holdfast.simulator.compile.Components;
import io.holdfast.simulator.compile.MethodTable;
import java.util.Arrays;

/**
 * Elements that merely need each other to run start together, after the longest of their restarts, once all are ready.
 * Looks at one cyclic component after it has settled. Not hot: few models have such cycles, and few trials stop them.
 */
final class RestartGroups {

    private final TrialState s;
    private final NeedEvaluation needs;
    private final Causes causes;
    private final Components components;
    private final MethodTable methods;
    private final boolean[] waits;

    RestartGroups(TrialState state, NeedEvaluation needs, Causes causes) {
        this.causes = causes;
        s = state;
        this.needs = needs;
        components = state.model.components();
        methods = state.model.methods();
        waits = new boolean[state.n];
    }

    void follow(int c) {
        int[] waiting = waiting(c);
        if (waiting.length == 0) {
            for (int i = 0; i < components.size(c); i++) {
                ungroup(components.member(c, i));
            }
            return;
        }
        boolean[] grouped = new boolean[s.n];
        group(possible(waiting), grouped);
        for (int i = 0; i < components.size(c); i++) {
            if (!grouped[components.member(c, i)]) {
                ungroup(components.member(c, i));
            }
        }
    }

    private void ungroup(int e) {
        if (s.groupSince[e] >= 0 && s.state[e] != NEED_LOST) {
            s.dueAt[e] = Long.MAX_VALUE;
        }
        s.groupSince[e] = -1;
        s.groupLink[e] = Chains.NONE;
    }

    /** Finds the groups among those that could run together, and schedules those that are ready. */
    private void group(int[] possible, boolean[] grouped) {
        int[][] edges = new int[possible.length][];
        for (int i = 0; i < possible.length; i++) {
            edges[i] = edgesOf(possible[i], possible);
        }
        Components local = Components.of(edges);
        for (int g = 0; g < local.count(); g++) {
            if (local.isCyclic(g)) {
                int[] group = new int[local.size(g)];
                for (int i = 0; i < group.length; i++) {
                    group[i] = possible[local.member(g, i)];
                }
                if (isReady(group)) {
                    schedule(group);
                    for (int e : group) {
                        grouped[e] = true;
                    }
                }
            }
        }
    }

    /** Members that do not serve, have something to run on, and do not come back by themselves. */
    private int[] waiting(int c) {
        int count = 0;
        int[] found = new int[components.size(c)];
        for (int i = 0; i < found.length; i++) {
            int e = components.member(c, i);
            if (!s.serving[e] && s.isDown(e) && !canRun(e)) {
                found[count++] = e;
            }
        }
        return Arrays.copyOf(found, count);
    }

    /** Whether anything the element could run on has its needs met. */
    private boolean canRun(int e) {
        if (s.state[e] == NEED_LOST && s.selfOk[e] && needs.isMet(e)) {
            return true;
        }
        for (int method = methods.from(e); method < methods.to(e); method++) {
            if (isOption(e, method) && needs.isMet(methods.get(method).runList())) {
                return true;
            }
        }
        return false;
    }

    private boolean isOption(int e, int method) {
        return s.finished[method]
                && (s.state[e] == NEED_LOST || !methods.get(method).isFull());
    }

    /** The greatest set of the waiting that could run if all of it did. */
    private int[] possible(int[] waiting) {
        for (int e : waiting) {
            pretend(e, true);
            waits[e] = true;
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int e : waiting) {
                if (waits[e] && !canRun(e)) {
                    waits[e] = false;
                    pretend(e, false);
                    changed = true;
                }
            }
        }
        int[] result = Arrays.stream(waiting).filter(e -> waits[e]).toArray();
        for (int e : waiting) {
            pretend(e, false);
            waits[e] = false;
        }
        return result;
    }

    private void pretend(int e, boolean serving) {
        s.serving[e] = serving;
        s.share[e] = serving ? 1 : 0;
    }

    private boolean isReady(int[] group) {
        for (int e : group) {
            pretend(e, true);
        }
        boolean ready = true;
        for (int e : group) {
            ready &= canRun(e);
        }
        for (int e : group) {
            pretend(e, false);
        }
        return ready;
    }

    private int[] edgesOf(int e, int[] possible) {
        boolean[] wanted = new boolean[s.n];
        if (s.state[e] == NEED_LOST && s.selfOk[e]) {
            needs.markMissing(e, wanted);
        }
        for (int method = methods.from(e); method < methods.to(e); method++) {
            if (isOption(e, method)) {
                needs.markMissing(methods.get(method).runList(), wanted);
            }
        }
        int count = 0;
        int[] edges = new int[possible.length];
        for (int i = 0; i < possible.length; i++) {
            if (wanted[possible[i]]) {
                edges[count++] = i;
            }
        }
        return Arrays.copyOf(edges, count);
    }

    private void schedule(int[] group) {
        long since = s.groupSince[group[0]];
        long longest = 0;
        int leader = group[0];
        for (int e : group) {
            if (s.groupSince[e] != since) {
                since = -1;
            }
            long restart = s.state[e] == NEED_LOST ? s.restartTicks[e] : 0;
            if (restart > longest) {
                longest = restart;
                leader = e;
            }
        }
        long start = since < 0 ? s.now : since;
        int cause = start == s.now ? latestCause(group) : Chains.NONE;
        for (int e : group) {
            if (s.groupSince[e] != start) {
                s.groupSince[e] = start;
                s.groupChain[e] = cause;
            }
            s.groupEnd[e] = start + longest;
            s.groupLink[e] = longest > 0 ? s.links.element(leader) : Chains.NONE;
            s.dueAt[e] = Math.max(s.now, start + longest);
            s.events.push(s.dueAt[e], EventLoop.restartDue(e));
        }
    }

    /** Why the group can run from now on: the first of its members, or of what it needs besides itself, that came now. */
    private int latestCause(int[] group) {
        for (int e : group) {
            pretend(e, true);
            s.causePending[e] = true;
            s.startPending[e] = true;
        }
        int[] ordered = group.clone();
        Arrays.sort(ordered);
        int found = Chains.UNKNOWN;
        for (int i = 0; i < ordered.length && found == Chains.UNKNOWN; i++) {
            found = latestCause(ordered[i]);
        }
        for (int e : group) {
            pretend(e, false);
            s.causePending[e] = false;
            s.startPending[e] = false;
        }
        return Causes.orNone(found);
    }

    /** Why a member could run with the others from now on, on the first that it could run on. */
    private int latestCause(int e) {
        if (s.state[e] == NEED_LOST && s.selfOk[e] && needs.isMet(e)) {
            return causes.ofRun(e, TrialState.SELF);
        }
        for (int method = methods.from(e); method < methods.to(e); method++) {
            if (isOption(e, method) && needs.isMet(methods.get(method).runList())) {
                return causes.ofRun(e, method);
            }
        }
        return Chains.UNKNOWN;
    }
}
