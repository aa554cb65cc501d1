package io.holdfast.simulator.lanes;

import io.holdfast.simulator.compile.MethodTable;
import io.holdfast.simulator.model.DownState;
import java.util.Arrays;
import java.util.List;

/**
 * What becomes of one element in one lane, by the rules of the event loop: the state of its hit, the methods that are worked
 * one after the other, and the moment from which it serves, with the reason. Fields hold the latest answer. One instance a
 * thread.
 */
final class LaneDecision {

    /** Why an element serves from its start on. */
    enum Cause {
        /** Work on the method that it runs on ended then. */
        WORK,
        /** A restart ended then. */
        RESTART,
        /** The hazard ended then. */
        HAZARD,
        /** What it runs on was met then. */
        NEEDS
    }

    private static final int OUTAGE = MethodTable.bit(DownState.OUTAGE);

    private static final LaneElement NOBODY = LaneElement.of(-1, List.of(), new Gate.Open(), null, 0, List.of(), true);

    private final LaneBlock block;

    int start;
    boolean isHit;
    Cause cause = Cause.NEEDS;

    /** The position of the method that it runs on, or -1 for itself. */
    int runsOn;

    int needsMet;
    boolean isLost;

    /** The rounds of work: methods by position, when each began and ended. The last one succeeded where {@link #done} says so. */
    int rounds;

    int[] worked = new int[8];
    int[] began = new int[8];
    int[] ended = new int[8];
    boolean done;

    /** The method that was at work when its work was called off or the trial ended, or -1; from when to when. */
    int open;

    int openFrom;
    int openTo;
    private LaneElement x = NOBODY;
    private int lane;
    private boolean[] tried = new boolean[8];

    LaneDecision(LaneBlock block) {
        this.block = block;
    }

    /** Decides. Marks who was asked for, and flags the lane where the order of one instant would matter. */
    void decide(LaneElement element, int l) {
        x = element;
        lane = l;
        rounds = 0;
        done = false;
        open = -1;
        clearTried();
        runsOn = -1;
        isLost = false;
        needsMet = x.own().at(block.starts, lane);
        int state = stateOfHit();
        isHit = state > 0;
        if (state == 0 && needsMet < 0) {
            start = Lane.ALWAYS;
            return;
        }
        int selfAt = selfAt(state);
        work(LaneAnalysis.bitOf(Math.max(state, LaneHit.OUTAGE)), selfAt);
        if (done) {
            afterWork(state);
        } else {
            start = selfAt;
            cause = causeOnSelf(state, selfAt, true);
        }
        isLost = state > 0
                && !(done && ended[rounds - 1] <= horizon())
                && (state > LaneHit.OUTAGE || block.hazard[lane] > horizon());
    }

    private void clearTried() {
        if (tried.length < x.methods().size()) {
            tried = new boolean[x.methods().size()];
        }
        Arrays.fill(tried, false);
    }

    private int horizon() {
        return block.program.horizonSeconds();
    }

    /** Whether an element is struck in a lane, without deciding what becomes of it. */
    boolean isStruck(LaneElement element, int l) {
        for (int i = 0; i < element.hits().size(); i++) {
            if (block.strikes(element.hits().get(i), l)) {
                return true;
            }
        }
        return false;
    }

    private int stateOfHit() {
        int worst = 0;
        List<LaneHit> hits = x.hits();
        for (int i = 0; i < hits.size(); i++) {
            if (block.strikes(hits.get(i), lane)) {
                worst = Math.max(worst, hits.get(i).state());
            }
        }
        return worst;
    }

    /** When it could run on itself if nobody worked. */
    private int selfAt(int state) {
        if (state > LaneHit.OUTAGE) {
            return Lane.NEVER;
        }
        if (state == LaneHit.OUTAGE) {
            return Math.max(block.hazard[lane], needsMet);
        }
        var restart = x.restart();
        return restart == null ? needsMet : Math.min(needsMet + block.draw(restart, x.restartKey(), lane), Lane.NEVER);
    }

    private Cause causeOnSelf(int state, int at, boolean restarts) {
        if (state == LaneHit.OUTAGE && block.hazard[lane] == at) {
            return Cause.HAZARD;
        }
        return restarts && state == 0 && at > needsMet ? Cause.RESTART : Cause.NEEDS;
    }

    /** Works methods one after the other until one succeeds, nothing is left, or the element runs by itself. */
    private void work(int answered, int selfAt) {
        int now = 0;
        while (now <= horizon() && (now < selfAt || now == 0)) {
            int best = choose(answered, now);
            if (best < 0) {
                return;
            }
            LaneMethod method = x.methods().get(best);
            int begins = Math.max(now, availableAt(method));
            if (block.zero[lane] != 0 && begins == selfAt) {
                block.flagged[lane] = true;
            }
            if (begins >= Lane.NEVER || begins > horizon() || begins >= selfAt) {
                return;
            }
            int seconds = block.draw(method.work(), method.durationKey(), lane);
            int ends = begins + seconds;
            if (seconds == 0) {
                block.zero[lane] = -1;
            }
            if (ends > selfAt || ends > horizon()) {
                open = best;
                openFrom = begins;
                openTo = Math.min(ends, selfAt);
                return;
            }
            note(best, begins, ends);
            tried[best] = true;
            if (block.succeeds(method, lane)) {
                done = true;
                return;
            }
            now = ends;
        }
    }

    private void note(int method, int begins, int ends) {
        if (rounds == worked.length) {
            worked = Arrays.copyOf(worked, 2 * rounds);
            began = Arrays.copyOf(began, 2 * rounds);
            ended = Arrays.copyOf(ended, 2 * rounds);
        }
        worked[rounds] = method;
        began[rounds] = begins;
        ended[rounds] = ends;
        rounds++;
    }

    private int availableAt(LaneMethod method) {
        return Math.max(block.readyAt(method, lane), method.needsAt(block.starts, lane));
    }

    /** The method that can start first from now on, the first as written of those; asks for the people it looks at. */
    private int choose(int answered, int now) {
        int best = -1;
        int bestAt = Integer.MAX_VALUE;
        boolean asks = true;
        for (int i = 0; i < x.methods().size(); i++) {
            LaneMethod method = x.methods().get(i);
            if (!isOpen(i, method, answered)) {
                continue;
            }
            if (asks && method.ready() != LaneProgram.AUTOMATIC) {
                block.asked[method.ready()][lane] = -1;
            }
            int available = availableAt(method);
            if (asks && block.zero[lane] != 0 && available <= now) {
                flagIfNeedsCame(now, method);
            }
            asks &= available > now;
            int at = Math.max(now, available);
            if (block.zero[lane] != 0 && !x.allWaitAlike() && best >= 0 && at == bestAt) {
                flagIfNeedsCame(at, method);
                flagIfNeedsCame(at, x.methods().get(best));
            }
            if (at < bestAt) {
                best = i;
                bestAt = at;
            }
        }
        return best;
    }

    private void flagIfNeedsCame(int at, LaneMethod method) {
        if (method.needsAt(block.starts, lane) == at) {
            block.flagged[lane] = true;
        }
    }

    private boolean isOpen(int position, LaneMethod method, int answered) {
        return !tried[position] && method.answers(answered);
    }

    /** Its own recovery is done: it runs on the method, or on itself, as soon as what that needs is met. */
    private void afterWork(int state) {
        int ends = ended[rounds - 1];
        int position = worked[rounds - 1];
        LaneMethod method = x.methods().get(position);
        int runAt = method.run().at(block.starts, lane);
        int self = state > LaneHit.OUTAGE
                ? Lane.NEVER
                : state == LaneHit.OUTAGE ? Math.max(block.hazard[lane], needsMet) : needsMet;
        if (block.zero[lane] != 0 && (runAt == ends || self == ends)) {
            block.flagged[lane] = true;
        }
        if (runAt <= ends) {
            start = ends;
            runsOn = position;
            cause = Cause.WORK;
            return;
        }
        if (self <= ends) {
            start = ends;
            cause = causeOnSelf(state, ends, false);
            return;
        }
        flagIfMoreCanBeTried();
        start = Math.min(runAt, self);
        if (self <= runAt) {
            cause = causeOnSelf(state, self, false);
        } else {
            runsOn = position;
            cause = Cause.NEEDS;
        }
    }

    private void flagIfMoreCanBeTried() {
        for (int i = 0; i < x.methods().size(); i++) {
            if (isOpen(i, x.methods().get(i), OUTAGE)) {
                block.flagged[lane] = true;
            }
        }
    }
}
