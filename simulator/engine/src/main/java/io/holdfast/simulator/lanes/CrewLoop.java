package io.holdfast.simulator.lanes;

import static io.holdfast.simulator.lanes.CrewRow.DUE;
import static io.holdfast.simulator.lanes.CrewRow.ELAPSED;
import static io.holdfast.simulator.lanes.CrewRow.END;
import static io.holdfast.simulator.lanes.CrewRow.FINISHED;
import static io.holdfast.simulator.lanes.CrewRow.HIT;
import static io.holdfast.simulator.lanes.CrewRow.HIT_OUTAGE;
import static io.holdfast.simulator.lanes.CrewRow.JUST_RECOVERED;
import static io.holdfast.simulator.lanes.CrewRow.LENGTH_OF_WORK;
import static io.holdfast.simulator.lanes.CrewRow.METHOD;
import static io.holdfast.simulator.lanes.CrewRow.NEED_LOST;
import static io.holdfast.simulator.lanes.CrewRow.READY;
import static io.holdfast.simulator.lanes.CrewRow.RESTART;
import static io.holdfast.simulator.lanes.CrewRow.SELF_OK;
import static io.holdfast.simulator.lanes.CrewRow.SHIFT;
import static io.holdfast.simulator.lanes.CrewRow.SINCE;
import static io.holdfast.simulator.lanes.CrewRow.START;
import static io.holdfast.simulator.lanes.CrewRow.STATE;
import static io.holdfast.simulator.lanes.CrewRow.SUCCEEDS;
import static io.holdfast.simulator.lanes.CrewRow.TRIED;
import static io.holdfast.simulator.lanes.CrewRow.UP;

import io.holdfast.simulator.sampling.KeyedDraws;
import io.holdfast.simulator.sampling.Sampler;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Runs single trials of a program of lanes in which people may have to be waited for: an event loop like that of the engine, with
 * the same bits, for what fits lanes alone. Every element stops at the event if at all and starts once, so that of all needs
 * only a count of those missing is kept, and nothing is looked at but what an event reaches. Hot: no allocation in the steady
 * state. One instance a thread.
 */
public final class CrewLoop {

    private static final int METHOD_END = 0;
    private static final int RESTART_DUE = 1;
    private static final int READY_NOW = 2;
    private static final int HAZARD_END = 3;
    private static final int KIND_SHIFT = 28;
    private static final int KIND_MASK = (1 << KIND_SHIFT) - 1;

    private static final int SELF = -1;
    private static final int STAYS = -2;

    private final CrewProgram p;
    private final int[] elements;
    private final int[] methods;
    private final int[] above;
    private final int[] counted;
    private final CrewResponse response;
    private final CrewQueue people;
    private final CrewCauses causes;
    private final boolean keepsPaths;
    private final int[] reported;
    private final int horizon;
    private final int[] idOf;
    private final CrewEvents events = new CrewEvents();
    private final CrewPlaces dirty;
    private final int[] choices;
    private int choiceCount;

    /** By node of gates: how many starts it misses. */
    private final int[] missing;

    /** By element: see {@link CrewRow}. */
    private final int[] rows;

    private final int[] freshRows;
    private final int[] runsOn;
    private final CrewLoss loss;
    private boolean anyLost;

    /** How many are still in the state of their hit. */
    private int heldByHit;

    /** How many are down of which something is asked. */
    private int reportedDown;

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
     * @param asked the elements of which something is asked, by number; a trial ends once they are back
     * @throws IllegalStateException where the program cannot be run so, see {@link LaneProgram#hasCrewLoop}
     */
    public CrewLoop(LaneProgram program, boolean keepsPaths, boolean[] asked) {
        p = program.crews();
        elements = p.elements;
        methods = p.methods;
        above = p.gates.above;
        counted = p.gates.counted;
        this.keepsPaths = keepsPaths;
        horizon = program.horizonSeconds();
        response = new CrewResponse(program);
        people = new CrewQueue(p.teams);
        idOf = new int[program.model().elements().size()];
        Arrays.fill(idOf, CrewRow.NOTHING);
        for (int id = 0; id < p.size; id++) {
            idOf[p.element[id]] = id;
        }
        int n = p.size;
        reported = IntStream.of(p.element).map(e -> asked[e] ? 1 : 0).toArray();
        dirty = new CrewPlaces(n);
        choices = new int[3 * n + p.gates.wanted.length];
        missing = p.gates.wanted.clone();
        freshRows = CrewRow.fresh(n);
        rows = freshRows.clone();
        runsOn = new int[n];
        loss = new CrewLoss(p);
        causes = new CrewCauses(p, rows, missing);
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
        while (!events.isEmpty() && !isAllTold()) {
            now = (int) (events.first() >>> 32);
            do {
                happen((int) events.pop());
            } while (!events.isEmpty() && (int) (events.first() >>> 32) == now);
            settle();
            chooseAndServe();
        }
        findLost();
    }

    /** Whether nothing that is yet to happen can change what is asked for: what is back has lost nothing. */
    private boolean isAllTold() {
        return reportedDown == 0 && response.isAllAsked();
    }

    private void reset() {
        events.clear();
        people.reset();
        System.arraycopy(p.gates.wanted, 0, missing, 0, missing.length);
        System.arraycopy(freshRows, 0, rows, 0, rows.length);
        if (keepsPaths) {
            causes.reset();
        }
        choiceCount = 0;
        successes = 0;
        anyLost = false;
        heldByHit = 0;
        reportedDown = 0;
        hasWaited = false;
        hazardEnd = CrewRow.NOTHING;
        now = 0;
    }

    /** Who is hit, and who stops with them: all that stops does so now. Whether anything is hit by an outage. */
    private boolean strike() {
        boolean anyOutage = false;
        for (int id : p.inOrder) {
            int worst = worstHit(id);
            if (worst == 0 && isMet(elements[id * CrewProgram.ELEMENT + CrewProgram.OWN])) {
                rows[(id << SHIFT) + STATE] = UP;
                rows[(id << SHIFT) + START] = Lane.ALWAYS;
                raise(id);
            } else {
                stop(id, worst);
                anyOutage |= worst == LaneHit.OUTAGE;
            }
        }
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
        int row = id << SHIFT;
        rows[row + STATE] = worst == 0 ? NEED_LOST : worst + 1;
        rows[row + HIT] = worst;
        heldByHit += worst > 0 ? 1 : 0;
        reportedDown += reported[id];
        rows[row + SELF_OK] = worst == 0 ? 1 : 0;
        Sampler restart = p.restart[id];
        if (worst == 0 && restart != null) {
            double uniform = KeyedDraws.unit(KeyedDraws.bits(hash, p.restartKey[id], 0));
            rows[row + RESTART] = LaneBlock.seconds(restart.ticks(uniform));
        }
        choices[choiceCount++] = id;
    }

    /** An element starts: what waits for it misses one less. */
    private void raise(int id) {
        int[] left = missing;
        int to = elements[id * CrewProgram.ELEMENT + CrewProgram.COUNTED_TO];
        for (int i = elements[id * CrewProgram.ELEMENT + CrewProgram.COUNTED_FROM]; i < to; i++) {
            int node = counted[i];
            while (node >= 0 && --left[node] == 0) {
                node = above[node];
                if (node < 0) {
                    wake(~node);
                }
            }
        }
    }

    /** What is down by a lost need may start now; what is down by what hit it may begin to work. */
    private void wake(int id) {
        int state = rows[(id << SHIFT) + STATE];
        if (state == NEED_LOST) {
            dirty.add(elements[id * CrewProgram.ELEMENT + CrewProgram.PLACE]);
        } else if (state != UP) {
            choices[choiceCount++] = id;
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
        int id = code & KIND_MASK;
        int row = id << SHIFT;
        switch (code >>> KIND_SHIFT) {
            case METHOD_END -> {
                if (rows[row + METHOD] >= 0 && rows[row + END] == now) {
                    end(id, row);
                }
            }
            case RESTART_DUE -> {
                if (rows[row + STATE] == NEED_LOST && rows[row + DUE] == now) {
                    rows[row + ELAPSED] = 1;
                    wake(id);
                }
            }
            case READY_NOW -> wake(id);
            default -> endHazard();
        }
    }

    /** Ends the work of an element now. */
    private void end(int id, int row) {
        int m = rows[row + METHOD];
        int bit = 1 << (m - elements[id * CrewProgram.ELEMENT + CrewProgram.METHODS_FROM]);
        rows[row + METHOD] = CrewRow.NOTHING;
        rows[row + TRIED] |= bit;
        freePeople(m);
        if (keepsPaths) {
            causes.ends(id, m, now);
        }
        if (rows[row + SUCCEEDS] != 0) {
            rows[row + FINISHED] |= bit;
            if (reported[id] != 0) {
                note(methods[m * CrewProgram.METHOD + CrewProgram.NUMBER], rows[row + SINCE]);
            }
            if (rows[row + HIT] > LaneHit.OUTAGE
                    && rows[row + STATE] != NEED_LOST
                    && isMet(methods[m * CrewProgram.METHOD + CrewProgram.RUN])) {
                heldByHit--;
                start(id, row, m);
            } else {
                recovered(row);
                rows[row + JUST_RECOVERED] = 1;
                wake(id);
            }
        } else {
            choices[choiceCount++] = id;
        }
    }

    private void freePeople(int m) {
        int slot = methods[m * CrewProgram.METHOD + CrewProgram.SLOT];
        if (slot != CrewTeams.NOBODY) {
            people.free(slot);
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

    private void recovered(int row) {
        heldByHit -= rows[row + STATE] >= HIT_OUTAGE ? 1 : 0;
        rows[row + STATE] = NEED_LOST;
        rows[row + RESTART] = 0;
        rows[row + DUE] = CrewRow.NOTHING;
    }

    private void endHazard() {
        for (int id = 0; id < p.size; id++) {
            int row = id << SHIFT;
            if (rows[row + HIT] == LaneHit.OUTAGE) {
                rows[row + SELF_OK] = 1;
                if (rows[row + STATE] == HIT_OUTAGE) {
                    recovered(row);
                }
                wake(id);
            }
        }
    }

    /** Who starts now, each after all that it needs. */
    private void settle() {
        for (int place = dirty.take(); place >= 0; place = dirty.take()) {
            int id = p.inOrder[place];
            int row = id << SHIFT;
            settle(id, row);
            if (rows[row + STATE] != UP) {
                choices[choiceCount++] = id;
            }
        }
    }

    private void settle(int id, int row) {
        int run = runNow(id, row);
        if (run != STAYS) {
            start(id, row, run);
        } else if (rows[row + SELF_OK] != 0 && rows[row + DUE] == CrewRow.NOTHING && isOwnMet(id)) {
            int due = Math.min(now + rows[row + RESTART], Lane.NEVER);
            rows[row + DUE] = due;
            push(due, RESTART_DUE, id);
            if (keepsPaths) {
                causes.restarts(id, now);
            }
        }
    }

    private boolean isOwnMet(int id) {
        return isMet(elements[id * CrewProgram.ELEMENT + CrewProgram.OWN]);
    }

    /** What an element that is not held down can run on from now on: itself, a method, or nothing yet. */
    private int runNow(int id, int row) {
        int method = rows[row + RESTART] == 0 ? firstFinished(id, row) : STAYS;
        boolean prefersMethod = rows[row + JUST_RECOVERED] != 0 && method != STAYS;
        rows[row + JUST_RECOVERED] = 0;
        boolean restarted = rows[row + RESTART] == 0 || rows[row + ELAPSED] != 0;
        return rows[row + SELF_OK] != 0 && !prefersMethod && restarted && isOwnMet(id) ? SELF : method;
    }

    private int firstFinished(int id, int row) {
        int from = elements[id * CrewProgram.ELEMENT + CrewProgram.METHODS_FROM];
        for (int left = rows[row + FINISHED]; left != 0; left &= left - 1) {
            int m = from + Integer.numberOfTrailingZeros(left);
            if (isMet(methods[m * CrewProgram.METHOD + CrewProgram.RUN])) {
                return m;
            }
        }
        return STAYS;
    }

    private void start(int id, int row, int run) {
        if (keepsPaths) {
            if (rows[row + ELAPSED] != 0) {
                causes.startsAfterRestart(id);
            } else {
                causes.starts(id, run, rows[row + HIT] == LaneHit.OUTAGE && hazardEnd == now, now);
            }
        }
        rows[row + STATE] = UP;
        rows[row + START] = now;
        reportedDown -= reported[id];
        if (run == SELF) {
            rows[row + FINISHED] = 0;
        }
        if (rows[row + METHOD] >= 0) {
            callOff(row);
        }
        raise(id);
    }

    /** Work in progress, or the wait for people, is called off. */
    private void callOff(int row) {
        int m = rows[row + METHOD];
        rows[row + METHOD] = CrewRow.NOTHING;
        if (rows[row + END] < 0) {
            people.leave(methods[m * CrewProgram.METHOD + CrewProgram.SLOT]);
            return;
        }
        freePeople(m);
        if (keepsPaths) {
            causes.frees(m, CrewCauses.NONE, now);
        }
    }

    private void chooseAndServe() {
        for (int i = 0; i < choiceCount; i++) {
            int row = choices[i] << SHIFT;
            if (rows[row + METHOD] < 0 && rows[row + STATE] != UP) {
                choose(choices[i], row);
            }
        }
        choiceCount = 0;
        for (int id = people.takeNext(); id >= 0; id = people.takeNext()) {
            begin(id, id << SHIFT);
        }
        hasWaited |= people.isAnyWaiting();
    }

    private void choose(int id, int row) {
        int answered = LaneAnalysis.bitOf(Math.max(1, rows[row + STATE] - 1));
        int from = elements[id * CrewProgram.ELEMENT + CrewProgram.METHODS_FROM];
        int to = elements[id * CrewProgram.ELEMENT + CrewProgram.METHODS_TO];
        if (elements[id * CrewProgram.ELEMENT + CrewProgram.ALIKE] != 0) {
            chooseAlike(id, row, from, to, answered);
        } else {
            chooseAny(id, row, from, to, answered);
        }
    }

    /** The first that is untried, where all wait for the same. */
    private void chooseAlike(int id, int row, int from, int to, int answered) {
        int at = from * CrewProgram.METHOD;
        int m = from + Integer.numberOfTrailingZeros(~rows[row + TRIED]);
        if (m >= to || (methods[at + CrewProgram.ANSWERS] & answered) == 0) {
            return;
        }
        int ready = response.ask(methods[at + CrewProgram.GROUP]);
        if (isMet(methods[at + CrewProgram.START]) && isMet(methods[at + CrewProgram.ALSO])) {
            if (ready > now) {
                waitFor(id, row, ready);
            } else {
                decide(id, row, m, ready);
            }
        }
    }

    private void waitFor(int id, int row, int ready) {
        if (rows[row + READY] != ready) {
            rows[row + READY] = ready;
            push(ready, READY_NOW, id);
        }
    }

    private void chooseAny(int id, int row, int from, int to, int answered) {
        int nextReady = Integer.MAX_VALUE;
        int tried = rows[row + TRIED];
        for (int m = from; m < to; m++) {
            int at = m * CrewProgram.METHOD;
            if ((tried & 1 << (m - from)) == 0 && (methods[at + CrewProgram.ANSWERS] & answered) != 0) {
                int ready = response.ask(methods[at + CrewProgram.GROUP]);
                if (ready > now) {
                    nextReady = Math.min(nextReady, ready);
                } else if (isMet(methods[at + CrewProgram.START]) && isMet(methods[at + CrewProgram.ALSO])) {
                    decide(id, row, m, ready);
                    return;
                }
            }
        }
        if (nextReady != Integer.MAX_VALUE) {
            waitFor(id, row, nextReady);
        }
    }

    /** A method without people begins; any other waits for them, with its time drawn. */
    private void decide(int id, int row, int m, int ready) {
        long bits = KeyedDraws.bits(hash, p.draws[m * CrewProgram.DRAW + CrewProgram.DURATION_KEY], 0);
        rows[row + METHOD] = m;
        rows[row + LENGTH_OF_WORK] = p.seconds(m, bits);
        rows[row + SUCCEEDS] = p.succeeds(m, hash, bits) ? 1 : 0;
        rows[row + SINCE] = now;
        if (keepsPaths) {
            causes.chosen(id, m, ready, now);
        }
        int slot = methods[m * CrewProgram.METHOD + CrewProgram.SLOT];
        if (slot == CrewTeams.NOBODY) {
            begin(id, row);
        } else {
            rows[row + END] = CrewRow.NOTHING;
            people.join(slot);
        }
    }

    private void begin(int id, int row) {
        if (keepsPaths) {
            causes.begins(id, rows[row + METHOD], rows[row + SINCE], now);
        }
        int end = now + rows[row + LENGTH_OF_WORK];
        rows[row + SINCE] = now;
        rows[row + END] = end;
        push(end, METHOD_END, id);
    }

    /** Who was hit and is in the state of the hit to the end has lost everything, and so has what runs on it. */
    private void findLost() {
        if (heldByHit > 0 && reportedDown > 0) {
            anyLost = true;
            for (int id = 0; id < p.size; id++) {
                int row = id << SHIFT;
                int m = rows[row + STATE] == UP ? firstFinished(id, row) : STAYS;
                runsOn[id] = m < 0 ? SELF : m - elements[id * CrewProgram.ELEMENT + CrewProgram.METHODS_FROM];
            }
            loss.spread(rows, runsOn);
        }
    }

    /** Whether anybody waited for people in the latest trial. */
    public boolean hasWaited() {
        return hasWaited;
    }

    /** When an element starts: {@link Lane#ALWAYS} where it never stopped; {@link Lane#NEVER} where it does not by the horizon. */
    public int start(int e) {
        return idOf[e] < 0 ? Lane.ALWAYS : rows[(idOf[e] << SHIFT) + START];
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
