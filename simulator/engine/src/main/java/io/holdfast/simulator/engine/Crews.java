package io.holdfast.simulator.engine;

import io.holdfast.simulator.compile.MethodTable;
import io.holdfast.simulator.compile.MethodTable.MethodEntry;
import java.util.Arrays;

/**
 * Who of each team is free, and who waits for them. Free people go down the priority list; one that cannot be served is passed
 * over, all people of a method come at once, and nobody is taken from work that has begun (parallel list scheduling). Hot.
 */
final class Crews {

    private static final int NOT_DRAWN = -1;

    private final TrialState s;
    private final MethodTable methods;
    private final int[] free;
    private final long[] freedAt;
    private final int[] freedChain;
    private final long[] completeAt;
    private final int[] ahead;
    private int orders;
    private final int[] queue;
    private int length;
    private int position;
    private boolean changed;
    private boolean touched;

    Crews(TrialState state) {
        s = state;
        methods = state.model.methods();
        int teams = state.model.response().teams();
        free = new int[teams];
        freedAt = new long[teams];
        freedChain = new int[teams];
        completeAt = new long[teams];
        ahead = new int[state.n];
        queue = new int[state.n];
        Arrays.fill(free, NOT_DRAWN);
        Arrays.fill(freedAt, -1);
        Arrays.fill(completeAt, -1);
    }

    void reset() {
        if (touched) {
            Arrays.fill(free, NOT_DRAWN);
            Arrays.fill(freedAt, -1);
            Arrays.fill(completeAt, -1);
            touched = false;
        }
        if (orders > 0) {
            Arrays.fill(ahead, 0);
            orders = 0;
        }
        length = 0;
        changed = false;
    }

    /** An element waits for the people of a method from now on. */
    void join(int e, int method, int chain) {
        s.waitingMethod[e] = method;
        s.waitingChain[e] = chain;
        s.waitingSince[e] = s.now;
        queue(e);
    }

    private void queue(int e) {
        int at = length++;
        while (at > 0 && isBefore(e, queue[at - 1])) {
            queue[at] = queue[at - 1];
            at--;
        }
        queue[at] = e;
        changed = true;
    }

    private boolean isBefore(int e, int other) {
        return ahead[e] == ahead[other]
                ? s.model.priorities().isBefore(e, s.downSince[e], other, s.downSince[other])
                : ahead[e] > ahead[other];
    }

    /** From now on an element gets people before all others; of several, the one that was ordered last. */
    void putFirst(int e) {
        ahead[e] = ++orders;
        if (s.waitingMethod[e] >= 0) {
            remove(e);
            queue(e);
        }
    }

    /** Whether nothing was put first after this element. */
    boolean isFirst(int e) {
        return orders > 0 && ahead[e] == orders;
    }

    /** An element waits no longer. */
    void leave(int e) {
        s.waitingMethod[e] = -1;
        remove(e);
    }

    private void remove(int e) {
        int to = 0;
        for (int i = 0; i < length; i++) {
            if (queue[i] != e) {
                queue[to++] = queue[i];
            }
        }
        length = to;
        changed = true;
    }

    /** The next of those that wait whose people are all free; -1 when there is none. */
    int takeNext() {
        if (!changed) {
            return -1;
        }
        while (position < length) {
            int e = queue[position];
            if (isFree(methods.get(s.waitingMethod[e]))) {
                return e;
            }
            position++;
        }
        position = 0;
        changed = false;
        return -1;
    }

    private boolean isFree(MethodEntry entry) {
        for (int i = 0; i < entry.crewTeams().length; i++) {
            if (freeOf(entry.crewTeams()[i]) < entry.crewCounts()[i]) {
                return false;
            }
        }
        return true;
    }

    private int freeOf(int team) {
        if (free[team] == NOT_DRAWN) {
            touched = true;
            int present = s.model.response().present(team, s.draws);
            free[team] = present;
            if (present < s.model.response().size(team)) {
                long rest = Math.max(s.model.response().lasts(s.draws), s.teamReady(team));
                if (rest > s.now) {
                    completeAt[team] = rest;
                    s.events.push(rest, EventLoop.teamComplete(team));
                } else {
                    free[team] = s.model.response().size(team);
                }
            }
        }
        return free[team];
    }

    /** Those of a team who could not come at first are there now. */
    void complete(int team) {
        if (completeAt[team] != s.now) {
            return;
        }
        completeAt[team] = -1;
        free[team] += s.model.response().size(team) - s.model.response().present(team, s.draws);
        freed(team, Chains.NONE);
    }

    /** The decision has fallen sooner: those who could not come at first may come sooner too. */
    void decided() {
        for (int team = 0; team < free.length; team++) {
            if (free[team] != NOT_DRAWN && completeAt[team] > s.now) {
                long rest = Math.max(s.model.response().lasts(s.draws), s.teamReady(team));
                if (rest < completeAt[team]) {
                    completeAt[team] = rest;
                    s.events.push(rest, EventLoop.teamComplete(team));
                }
            }
        }
    }

    /** Takes people from those of a team who are free, or will be. */
    void withdraw(int team, int people) {
        free[team] = freeOf(team) - people;
    }

    /** Gives them back. */
    void comeBack(int team, int people) {
        free[team] += people;
        freed(team, Chains.NONE);
    }

    /** Why an element that gets its people now begins: at once as it was chosen, else after the wait for a team. */
    int chainOfStart(int e) {
        if (s.waitingSince[e] == s.now) {
            return s.waitingChain[e];
        }
        int[] teams = methods.get(s.waitingMethod[e]).crewTeams();
        for (int team : teams) {
            if (freedAt[team] == s.now) {
                return s.chains.add(s.links.wait(team), freedChain[team]);
            }
        }
        return s.chains.add(s.links.wait(teams[0]), Chains.NONE);
    }

    /** Gives an element its people; it waits no longer. */
    void take(int e) {
        MethodEntry entry = methods.get(s.waitingMethod[e]);
        for (int i = 0; i < entry.crewTeams().length; i++) {
            free[entry.crewTeams()[i]] -= entry.crewCounts()[i];
        }
        leave(e);
    }

    /** Work has ended: its people are free, after the chain of that work. */
    void free(MethodEntry entry, int chain) {
        for (int i = 0; i < entry.crewTeams().length; i++) {
            free[entry.crewTeams()[i]] += entry.crewCounts()[i];
            freed(entry.crewTeams()[i], chain);
        }
    }

    /** Of several that free people of a team at one instant, the first with a chain counts. */
    private void freed(int team, int chain) {
        if (freedAt[team] != s.now || freedChain[team] == Chains.NONE) {
            freedChain[team] = chain;
        }
        freedAt[team] = s.now;
        changed = true;
    }

    /** Work in progress, or the wait for people, is called off. */
    void callOff(int e) {
        if (s.working[e] >= 0) {
            free(methods.get(s.working[e]), Chains.NONE);
            s.outcome.worked(s.working[e], s.workStart[e], s.now);
            s.working[e] = -1;
        }
        if (s.waitingMethod[e] >= 0) {
            leave(e);
        }
    }
}
