package io.holdfast.simulator.engine;

import static io.holdfast.simulator.engine.TrialState.HIT_OUTAGE;
import static io.holdfast.simulator.engine.TrialState.SELF;

import io.holdfast.simulator.compile.NeedTable;

/**
 * What came at this moment and let something begin. An entry came now when what was there before does not meet it; of
 * what came now the first as written counts. What starts now itself, and waits for its own cause, lets nothing begin yet.
 * Hot.
 */
final class Causes {

    /** A part of an entry that was there before. */
    private static final int OLD = Chains.UNKNOWN;

    /** A part that comes now, and why is not known yet. */
    private static final int PENDING = -3;

    private final TrialState s;
    private final NeedEvaluation needs;
    private final NeedTable table;

    Causes(TrialState state, NeedEvaluation needs) {
        s = state;
        this.needs = needs;
        table = state.model.needs();
    }

    /** A chain, or its end where nothing is known. */
    static int orNone(int chain) {
        return Math.max(Chains.NONE, chain);
    }

    /** Whether the work of the method on which an element runs ended now. */
    boolean hasJustEnded(int e, int run) {
        return run >= 0 && s.endedAt[e] == s.now && s.endedMethod[e] == run;
    }

    /** Why an element can run on something from now on, restarts apart; unknown where nothing came now. */
    int ofRun(int e, int run) {
        int own = own(e, run);
        return own != Chains.UNKNOWN ? own : completedNow(listOf(e, run));
    }

    /** Why an element delivers more from now on; unknown where nothing came now. */
    int ofRise(int e, int run) {
        int own = own(e, run);
        return own != Chains.UNKNOWN ? own : known(risenIn(listOf(e, run)));
    }

    private int own(int e, int run) {
        if (hasJustEnded(e, run)) {
            return s.endedChain[e];
        }
        boolean hazardEnds = run == SELF && s.hitState[e] == HIT_OUTAGE && s.hazardEnd == s.now;
        return hazardEnds ? s.chains.add(s.links.element(e), Chains.NONE) : Chains.UNKNOWN;
    }

    private int listOf(int e, int run) {
        return run >= 0 ? s.model.methods().get(run).runList() : e;
    }

    /** Of a list that is met, the chain of what completed it now; unknown where nothing did. */
    int completedNow(int list) {
        int found = Chains.UNKNOWN;
        for (int r = table.rootsFrom(list); found == Chains.UNKNOWN && r < table.rootsTo(list); r++) {
            found = table.soft(table.root(r)) >= 0 ? Chains.UNKNOWN : known(came(table.root(r)));
        }
        return found;
    }

    private static int known(int chain) {
        return chain == PENDING ? Chains.UNKNOWN : chain;
    }

    /** The chain of what let a met entry be met now; OLD where it was met before, or is by a hold alone. */
    private int came(int node) {
        if (table.kind(node) == NeedTable.ONE) {
            return started(table.element(node));
        }
        if (table.soft(node) >= 0 || needs.raw(node) < 0) {
            return OLD;
        }
        return table.kind(node) == NeedTable.POOL ? cameOfPool(node) : cameOfMembers(node);
    }

    private int started(int e) {
        if (!s.serving[e]) {
            return OLD;
        }
        if (s.startPending[e]) {
            return PENDING;
        }
        return s.servesSince[e] == s.now ? s.startChain[e] : OLD;
    }

    private int cameOfMembers(int node) {
        int from = table.childrenFrom(node);
        int to = table.childrenTo(node);
        int wanted = table.kind(node) == NeedTable.AT_LEAST ? table.atLeast(node) : to - from;
        int found = PENDING;
        for (int c = from; c < to; c++) {
            int came = came(table.child(c));
            if (came == OLD && needs.node(table.child(c)) >= 0) {
                wanted--;
            }
            found = found == PENDING && came != OLD ? came : found;
        }
        return wanted <= 0 ? OLD : found;
    }

    private int cameOfPool(int node) {
        double before = 0;
        int found = PENDING;
        for (int c = table.childrenFrom(node); c < table.childrenTo(node); c++) {
            int child = table.child(c);
            int came = needs.raw(child) < 0 ? OLD : risen(child);
            if (came == OLD) {
                before += table.childShare(c) * Math.max(0, needs.node(child));
            }
            found = found == PENDING && came != OLD ? came : found;
        }
        return before >= table.minimum(node) - NeedEvaluation.TOLERANCE ? OLD : found;
    }

    /** The chain of the first below a node that delivers more from now on. */
    private int risen(int node) {
        if (table.kind(node) == NeedTable.ONE) {
            return risenElement(table.element(node));
        }
        int found = OLD;
        for (int c = table.childrenFrom(node); c < table.childrenTo(node); c++) {
            found = first(found, risen(table.child(c)));
        }
        return found;
    }

    private int risenElement(int e) {
        if (!s.serving[e]) {
            return OLD;
        }
        if (s.causePending[e]) {
            return PENDING;
        }
        return s.roseAt[e] == s.now ? s.roseChain[e] : OLD;
    }

    private int risenIn(int list) {
        int found = OLD;
        for (int r = table.rootsFrom(list); r < table.rootsTo(list); r++) {
            found = first(found, risen(table.root(r)));
        }
        return found;
    }

    /** A chain before what is pending, and that before what is old. */
    private static int first(int one, int other) {
        if (one >= Chains.NONE) {
            return one;
        }
        return other >= Chains.NONE || other == PENDING ? other : one;
    }
}
