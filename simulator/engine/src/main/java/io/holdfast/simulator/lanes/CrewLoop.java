package io.holdfast.simulator.lanes;

import io.holdfast.simulator.sampling.KeyedDraws;
import io.holdfast.simulator.sampling.Sampler;
import java.util.Arrays;

/**
 * Runs single trials of a program of lanes in which people may have to be waited for: an event loop like that of the engine, with
 * the same bits, for what fits lanes alone. Every element stops at the event if at all and starts once, so that of all needs
 * only a count of those missing is kept, and nothing is looked at but what an event reaches. Hot: no allocation in the steady
 * state. One instance a thread.
 */
public final class CrewLoop {

    private static final int UP = 0;
    private static final int NEED_LOST = 1;
    private static final int HIT_OUTAGE = 2;

    private static final int METHOD_END = 0;
    private static final int RESTART_DUE = 1;
    private static final int READY = 2;
    private static final int HAZARD_END = 3;
    private static final int KIND_SHIFT = 28;
    private static final int NUMBER = (1 << KIND_SHIFT) - 1;

    private static final int NOTHING = -1;
    private static final int SELF = -1;
    private static final int STAYS = -2;

    private final CrewProgram p;
    private final CrewGates gates;
    private final CrewResponse response;
    private final CrewQueue people;
    private final CrewCauses causes;
    private final boolean keepsPaths;
    private final boolean[] detailed;
    private final int horizon;
    private final int[] idOf;
    private final EventHeap events = new EventHeap();
    private final EventHeap dirty = new EventHeap();
    private final boolean[] isDirty;
    private final int[] choices;
    private int choiceCount;

    private final int[] missing;
    private final int[] starts;
    private final int[] state;
    private final int[] hitState;
    private final boolean[] selfOk;
    private final boolean[] elapsed;
    private final boolean[] justRecovered;
    private final int[] restart;
    private final int[] dueAt;
    private final int[] working;
    private final int[] workStart;
    private final int[] workEnd;
    private final int[] waiting;
    private final int[] waitingSince;
    private final int[] readyEvent;
    private final int[] runsOn;
    private final int[] finishedOf;
    private final boolean[] tried;
    private final boolean[] finished;
    private final boolean[] lost;
    private final CrewLoss loss;
    private boolean anyLost;
    private boolean hasWaited;
    private int hazardEnd;
    private long hash;
    private int now;
    private int[] success = new int[64];
    private int successes;

    /**
     * Working memory for a program.
     *
     * @param keepsPaths whether driving paths are asked for
     * @param detailed the elements whose methods are asked for, by number
     * @throws IllegalStateException where the program cannot be run so, see {@link LaneProgram#hasCrewLoop}
     */
    public CrewLoop(LaneProgram program, boolean keepsPaths, boolean[] detailed) {
        p = program.crews();
        gates = p.gates;
        this.keepsPaths = keepsPaths;
        this.detailed = detailed.clone();
        horizon = program.horizonSeconds();
        response = new CrewResponse(program);
        people = new CrewQueue(p.teams);
        idOf = new int[program.model().elements().size()];
        Arrays.fill(idOf, NOTHING);
        for (int id = 0; id < p.size; id++) {
            idOf[p.element[id]] = id;
        }
        int n = p.size;
        isDirty = new boolean[n];
        choices = new int[n];
        missing = new int[gates.wanted.length];
        starts = new int[n];
        state = new int[n];
        hitState = new int[n];
        selfOk = new boolean[n];
        elapsed = new boolean[n];
        justRecovered = new boolean[n];
        restart = new int[n];
        dueAt = new int[n];
        working = new int[n];
        workStart = new int[n];
        workEnd = new int[n];
        waiting = new int[n];
        waitingSince = new int[n];
        readyEvent = new int[n];
        runsOn = new int[n];
        finishedOf = new int[n];
        tried = new boolean[p.method.length];
        finished = new boolean[p.method.length];
        lost = new boolean[n];
        loss = new CrewLoss(p);
        causes = new CrewCauses(p, starts, missing);
    }

    /** Runs a trial. */
    public void run(KeyedDraws draws, long trial) {
        hash = draws.hashOf(trial);
        draws.startTrial(trial);
        reset();
        response.start(draws);
        boolean anyOutage = strike();
        if (anyOutage) {
            hazardEnd = response.hazardEnd(draws);
            push(hazardEnd, HAZARD_END, 0);
        }
        chooseAndServe();
        while (!events.isEmpty()) {
            now = (int) (events.first() >>> 32);
            do {
                happen((int) events.pop());
            } while (!events.isEmpty() && (int) (events.first() >>> 32) == now);
            settle();
            chooseAndServe();
        }
        findLost();
    }

    private void reset() {
        events.clear();
        people.reset();
        System.arraycopy(gates.wanted, 0, missing, 0, missing.length);
        Arrays.fill(tried, false);
        Arrays.fill(finished, false);
        if (keepsPaths) {
            causes.reset();
        }
        choiceCount = 0;
        successes = 0;
        anyLost = false;
        hasWaited = false;
        hazardEnd = NOTHING;
        now = 0;
    }

    /** Who is hit, and who stops with them: all that stops does so now. Whether anything is hit by an outage. */
    private boolean strike() {
        boolean anyOutage = false;
        for (int id : p.inOrder) {
            int worst = worstHit(id);
            if (worst == 0 && missing[p.own[id]] <= 0) {
                state[id] = UP;
                hitState[id] = 0;
                starts[id] = Lane.ALWAYS;
                runsOn[id] = SELF;
                raise(id);
            } else {
                stop(id, worst);
                anyOutage |= worst == LaneHit.OUTAGE;
            }
        }
        dropDirty();
        return anyOutage;
    }

    private int worstHit(int id) {
        int worst = 0;
        for (int i = p.hitsFrom[id]; i < p.hitsFrom[id + 1]; i++) {
            long cells = p.hitCells[i];
            if (cells == LaneHit.CERTAIN || KeyedDraws.bits(hash, p.hitKey[i], 0) >>> 12 < cells) {
                worst = Math.max(worst, p.hitState[i]);
            }
        }
        return worst;
    }

    private void stop(int id, int worst) {
        state[id] = worst == 0 ? NEED_LOST : worst + 1;
        hitState[id] = worst;
        selfOk[id] = worst == 0;
        starts[id] = Lane.NEVER;
        elapsed[id] = false;
        justRecovered[id] = false;
        Sampler sampler = p.restart[id];
        restart[id] = worst > 0 || sampler == null
                ? 0
                : LaneBlock.seconds(sampler.ticks(KeyedDraws.unit(KeyedDraws.bits(hash, p.restartKey[id], 0))));
        dueAt[id] = NOTHING;
        working[id] = NOTHING;
        waiting[id] = NOTHING;
        readyEvent[id] = NOTHING;
        runsOn[id] = SELF;
        finishedOf[id] = 0;
        choices[choiceCount++] = id;
    }

    /** What was there from the beginning wakes nobody. */
    private void dropDirty() {
        while (!dirty.isEmpty()) {
            isDirty[p.inOrder[(int) dirty.pop()]] = false;
        }
    }

    /** An element starts: what waits for it misses one less. */
    private void raise(int id) {
        int[] left = missing;
        for (int i = gates.countedFrom[id]; i < gates.countedFrom[id + 1]; i++) {
            int node = gates.counted[i];
            while (--left[node] == 0) {
                int above = gates.parent[node];
                if (above == CrewGates.ROOT) {
                    wake(gates.owner[node]);
                    break;
                }
                node = above;
            }
        }
    }

    private void wake(int id) {
        if (!isDirty[id]) {
            isDirty[id] = true;
            dirty.push(p.place[id]);
        }
    }

    private boolean isMet(int node) {
        return missing[node] <= 0;
    }

    private void push(int time, int kind, int number) {
        if (time <= horizon) {
            events.push((long) time << 32 | kind << KIND_SHIFT | number);
        }
    }

    private void happen(int code) {
        int id = code & NUMBER;
        switch (code >>> KIND_SHIFT) {
            case METHOD_END -> {
                if (working[id] >= 0 && workEnd[id] == now) {
                    end(id);
                }
            }
            case RESTART_DUE -> {
                if (state[id] == NEED_LOST && dueAt[id] == now) {
                    elapsed[id] = true;
                    wake(id);
                }
            }
            case READY -> wake(id);
            default -> endHazard();
        }
    }

    /** Ends the work of an element now. */
    private void end(int id) {
        int m = working[id];
        working[id] = NOTHING;
        tried[m] = true;
        people.free(m);
        if (keepsPaths) {
            causes.ends(id, m, now);
        }
        wake(id);
        long cells = p.successCells[m];
        if (cells == LaneHit.CERTAIN || KeyedDraws.bits(hash, p.successKey[m], 0) >>> 12 < cells) {
            finished[m] = true;
            finishedOf[id]++;
            if (detailed[p.element[id]]) {
                note(p.method[m], workStart[id]);
            }
            recovered(id);
            justRecovered[id] = true;
        }
    }

    private void note(int method, int began) {
        if (successes + 3 > success.length) {
            success = Arrays.copyOf(success, 2 * success.length);
        }
        success[successes++] = method;
        success[successes++] = began;
        success[successes++] = now;
    }

    private void recovered(int id) {
        state[id] = NEED_LOST;
        restart[id] = 0;
        dueAt[id] = NOTHING;
    }

    private void endHazard() {
        for (int id = 0; id < p.size; id++) {
            if (hitState[id] == LaneHit.OUTAGE) {
                selfOk[id] = true;
                if (state[id] == HIT_OUTAGE) {
                    recovered(id);
                }
                wake(id);
            }
        }
    }

    /** Who starts now, each after all that it needs. */
    private void settle() {
        while (!dirty.isEmpty()) {
            int id = p.inOrder[(int) dirty.pop()];
            isDirty[id] = false;
            if (state[id] == NEED_LOST) {
                settle(id);
            }
            if (state[id] != UP) {
                choices[choiceCount++] = id;
            }
        }
    }

    private void settle(int id) {
        int run = runNow(id);
        if (run != STAYS) {
            start(id, run);
        } else if (selfOk[id] && dueAt[id] == NOTHING && isMet(p.own[id])) {
            dueAt[id] = Math.min(now + restart[id], Lane.NEVER);
            push(dueAt[id], RESTART_DUE, id);
            if (keepsPaths) {
                causes.restarts(id, now);
            }
        }
    }

    /** What an element that is not held down can run on from now on: itself, a method, or nothing yet. */
    private int runNow(int id) {
        int method = restart[id] == 0 ? firstFinished(id) : STAYS;
        boolean prefersMethod = justRecovered[id] && method != STAYS;
        justRecovered[id] = false;
        if (selfOk[id] && !prefersMethod && (restart[id] == 0 || elapsed[id]) && isMet(p.own[id])) {
            return SELF;
        }
        return method;
    }

    private int firstFinished(int id) {
        for (int m = p.methodsFrom[id]; finishedOf[id] > 0 && m < p.methodsFrom[id + 1]; m++) {
            if (finished[m] && isMet(p.run[m])) {
                return m;
            }
        }
        return STAYS;
    }

    private void start(int id, int run) {
        if (keepsPaths) {
            if (elapsed[id]) {
                causes.startsAfterRestart(id);
            } else {
                causes.starts(id, run, hitState[id] == LaneHit.OUTAGE && hazardEnd == now, now);
            }
        }
        state[id] = UP;
        starts[id] = now;
        runsOn[id] = run;
        callOff(id);
        raise(id);
    }

    private void callOff(int id) {
        if (working[id] >= 0) {
            people.free(working[id]);
            if (keepsPaths) {
                causes.frees(working[id], CrewCauses.NONE, now);
            }
            working[id] = NOTHING;
        }
        if (waiting[id] >= 0) {
            people.leave(waiting[id]);
            waiting[id] = NOTHING;
        }
    }

    private void chooseAndServe() {
        for (int i = 0; i < choiceCount; i++) {
            int id = choices[i];
            if (working[id] < 0 && waiting[id] < 0) {
                choose(id);
            }
        }
        choiceCount = 0;
        for (int m = people.takeNext(); m >= 0; m = people.takeNext()) {
            beginAfterWait(m);
        }
        hasWaited |= people.isAnyWaiting();
    }

    private void choose(int id) {
        int nextReady = Integer.MAX_VALUE;
        int answered = LaneAnalysis.bitOf(Math.max(1, state[id] - 1));
        for (int m = p.methodsFrom[id]; m < p.methodsFrom[id + 1]; m++) {
            if (!tried[m] && (p.answers[m] & answered) != 0) {
                int ready = response.ask(p.group[m]);
                if (ready > now) {
                    nextReady = Math.min(nextReady, ready);
                } else if (isMet(p.start[m]) && isMet(p.also[m])) {
                    decide(id, m, ready);
                    return;
                }
            }
        }
        if (nextReady != Integer.MAX_VALUE && readyEvent[id] != nextReady) {
            readyEvent[id] = nextReady;
            push(nextReady, READY, id);
        }
    }

    private void decide(int id, int m, int ready) {
        if (keepsPaths) {
            causes.chosen(id, m, ready, now);
        }
        if (p.teams.slotOf[m] == CrewTeams.NOBODY) {
            if (keepsPaths) {
                causes.begins(id, m);
            }
            begin(id, m);
        } else {
            waiting[id] = m;
            waitingSince[id] = now;
            people.join(m);
        }
    }

    private void beginAfterWait(int m) {
        int id = p.elementOf[m];
        waiting[id] = NOTHING;
        if (keepsPaths) {
            if (waitingSince[id] == now) {
                causes.begins(id, m);
            } else {
                causes.beginsAfterWait(id, m, now);
            }
        }
        begin(id, m);
    }

    private void begin(int id, int m) {
        working[id] = m;
        workStart[id] = now;
        workEnd[id] = now + p.seconds(m, KeyedDraws.bits(hash, p.durationKey[m], 0));
        push(workEnd[id], METHOD_END, id);
    }

    /** Who was hit and is in the state of the hit to the end has lost everything, and so has what runs on it. */
    private void findLost() {
        for (int id = 0; id < p.size; id++) {
            lost[id] = state[id] >= HIT_OUTAGE;
            anyLost |= lost[id];
        }
        if (anyLost) {
            for (int id = 0; id < p.size; id++) {
                runsOn[id] = state[id] == UP && runsOn[id] >= 0 ? firstFinished(id) : SELF;
            }
            loss.spread(starts, lost, runsOn);
        }
    }

    /** Whether anybody waited for people in the latest trial. */
    public boolean hasWaited() {
        return hasWaited;
    }

    /** When an element starts: {@link Lane#ALWAYS} where it never stopped; {@link Lane#NEVER} where it does not by the horizon. */
    public int start(int e) {
        return idOf[e] < 0 ? Lane.ALWAYS : starts[idOf[e]];
    }

    /** Whether an element has lost all its data, or all that it runs on at the end of the trial. */
    public boolean isLost(int e, boolean itselfOnly) {
        return anyLost && loss.isLost(e, itselfOnly);
    }

    /** Tells of every method of a detailed element that was worked to success. */
    public void forEachWorked(Worked worked) {
        for (int i = 0; i < successes; i += 3) {
            worked.worked(success[i], success[i + 1], success[i + 2]);
        }
    }

    /** What is told of a method that was worked to its end with success. */
    @FunctionalInterface
    public interface Worked {
        /** Times are in seconds. */
        void worked(int method, int began, int ended);
    }

    /** When the recovery was decided, or {@link Lane#ALWAYS} where nobody waited for it. */
    public int decided() {
        return response.decided();
    }

    /** When a team was ready, or {@link Lane#ALWAYS} where nobody waited for it. */
    public int teamReady(int team) {
        return response.teamReady(team);
    }

    /** Follows the driving path of an element that starts; how many links it has. */
    public int followPath(int e) {
        return causes.follow(idOf[e]);
    }

    /** A link of the path followed last: methods first, then elements, the response, waits for teams. */
    public int pathLink(int position) {
        return causes.pathLink(position);
    }
}
