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
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

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
    private final CrewResponse response;
    private final CrewQueue people;
    private final CrewCauses causes;
    private final boolean keepsPaths;
    private final int horizon;
    private final int[] idOf;
    private final CrewEvents events = new CrewEvents();
    private final CrewState s;
    private final int[] rows;
    private final int[] runsOn;
    private @Nullable CrewLoss loss;
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
     * @param asked the elements of which something is asked, by number; a trial ends once they are back
     * @throws IllegalStateException where the program cannot be run so, see {@link LaneProgram#hasCrewLoop}
     */
    public CrewLoop(LaneProgram program, boolean keepsPaths, boolean[] asked) {
        p = program.crews();
        elements = p.elements;
        methods = p.methods;
        this.keepsPaths = keepsPaths;
        horizon = program.horizonSeconds();
        response = new CrewResponse(program);
        people = new CrewQueue(p.teams);
        idOf = new int[program.model().elements().size()];
        Arrays.fill(idOf, CrewRow.NOTHING);
        for (int id = 0; id < p.size; id++) {
            idOf[p.element[id]] = id;
        }
        s = new CrewState(p, asked);
        rows = s.rows;
        runsOn = new int[p.size];
        causes = new CrewCauses(p, rows, s.missing);
    }

    /** Runs a trial. */
    public void run(KeyedDraws draws, long trial) {
        hash = draws.hashOf(trial);
        draws.startTrial(trial);
        reset();
        response.start(draws);
        boolean anyOutage = s.strike(hash);
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
        return s.reportedDown == 0 && response.isAllAsked();
    }

    private void reset() {
        events.clear();
        people.reset();
        s.reset();
        if (keepsPaths) {
            causes.reset();
        }
        successes = 0;
        anyLost = false;
        hasWaited = false;
        hazardEnd = CrewRow.NOTHING;
        now = 0;
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
                    s.wake(id);
                }
            }
            case READY_NOW -> s.wake(id);
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
            if (s.reported[id] != 0) {
                note(methods[m * CrewProgram.METHOD + CrewProgram.NUMBER], rows[row + SINCE]);
            }
            if (rows[row + HIT] > LaneHit.OUTAGE
                    && rows[row + STATE] != NEED_LOST
                    && s.isMet(methods[m * CrewProgram.METHOD + CrewProgram.RUN])) {
                s.heldByHit--;
                start(id, row, m);
            } else {
                recovered(row);
                rows[row + JUST_RECOVERED] = 1;
                s.wake(id);
            }
        } else {
            s.choices[s.choiceCount++] = id;
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
        s.heldByHit -= rows[row + STATE] >= HIT_OUTAGE ? 1 : 0;
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
                s.wake(id);
            }
        }
    }

    /** Who starts now, each after all that it needs. */
    private void settle() {
        for (int place = s.dirty.take(); place >= 0; place = s.dirty.take()) {
            int id = p.inOrder[place];
            int row = id << SHIFT;
            settle(id, row);
            if (rows[row + STATE] != UP) {
                s.choices[s.choiceCount++] = id;
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
        return s.isMet(elements[id * CrewProgram.ELEMENT + CrewProgram.OWN]);
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
            if (s.isMet(methods[m * CrewProgram.METHOD + CrewProgram.RUN])) {
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
        s.reportedDown -= s.reported[id];
        if (run == SELF) {
            rows[row + FINISHED] = 0;
        }
        if (rows[row + METHOD] >= 0) {
            callOff(row);
        }
        s.raise(id);
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
        for (int i = 0; i < s.choiceCount; i++) {
            int row = s.choices[i] << SHIFT;
            if (rows[row + METHOD] < 0 && rows[row + STATE] != UP) {
                choose(s.choices[i], row);
            }
        }
        s.choiceCount = 0;
        for (int id = people.takeNext(); id >= 0; id = people.takeNext()) {
            begin(id, id << SHIFT);
        }
        hasWaited |= people.isAnyWaiting();
    }

    private void choose(int id, int row) {
        int answered = LaneAnalysis.bitOf(Math.max(1, rows[row + STATE] - 1));
        int at = id * CrewProgram.ELEMENT;
        int alike = elements[at + CrewProgram.ALIKE];
        int from = elements[at + CrewProgram.METHODS_FROM];
        int to = elements[at + CrewProgram.METHODS_TO];
        if (alike == CrewProgram.EACH) {
            chooseAny(id, row, from, to, answered);
            return;
        }
        int m = from + Integer.numberOfTrailingZeros(~rows[row + TRIED]);
        if (m < to && (alike & answered) != 0) {
            int ready = response.ask((alike >>> CrewProgram.STATE_BITS) + LaneProgram.AUTOMATIC);
            if (s.isMet(elements[at + CrewProgram.ALIKE_START])) {
                beginOrWait(id, row, m, ready);
            }
        }
    }

    private void beginOrWait(int id, int row, int m, int ready) {
        if (ready > now) {
            waitFor(id, row, ready);
        } else {
            decide(id, row, m, ready);
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
                } else if (s.isMet(methods[at + CrewProgram.START]) && s.isMet(methods[at + CrewProgram.ALSO])) {
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
        long bits = p.bits(m, hash);
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
        if (s.heldByHit > 0 && s.reportedDown > 0) {
            anyLost = true;
            for (int id = 0; id < p.size; id++) {
                int row = id << SHIFT;
                int m = rows[row + STATE] == UP ? firstFinished(id, row) : STAYS;
                runsOn[id] = m < 0 ? SELF : m - elements[id * CrewProgram.ELEMENT + CrewProgram.METHODS_FROM];
            }
            if (loss == null) {
                loss = new CrewLoss(p);
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
        return anyLost && loss != null && loss.isLost(e, itselfOnly);
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
