package io.holdfast.simulator.lanes;

import java.util.Arrays;

/**
 * Who of each team is free in one trial, and which methods wait for people: free people go down the list of turns, and one that
 * cannot be served is passed over. Of those that ask for the same people the first as long as they are free; of those that
 * ask for others the one whose turn is first. Hot. One instance a thread.
 */
final class CrewQueue {

    private static final int NONE = -1;

    private final CrewTeams teams;
    private final int classes;
    private final int[] free;
    private final long[] waiting;
    private final int[] waitingOf;
    private final int[] lowest;
    private int count;
    private boolean changed;

    CrewQueue(CrewTeams teams) {
        this.teams = teams;
        classes = teams.asksFrom.length - 1;
        free = teams.sizes.clone();
        waiting = new long[teams.wordsFrom[classes]];
        waitingOf = new int[classes];
        lowest = new int[classes];
    }

    void reset() {
        System.arraycopy(teams.sizes, 0, free, 0, free.length);
        if (count > 0) {
            Arrays.fill(waiting, 0);
            Arrays.fill(waitingOf, 0);
            count = 0;
        }
        System.arraycopy(teams.wordsFrom, 0, lowest, 0, classes);
        changed = false;
    }

    /** Whether anybody waits. */
    boolean isAnyWaiting() {
        return count > 0;
    }

    /** A method, by its slot, waits for people. */
    void join(int slot) {
        int of = teams.classOf[slot >>> 6];
        int word = slot >>> 6;
        waiting[word] |= 1L << slot;
        lowest[of] = Math.min(lowest[of], word);
        waitingOf[of]++;
        count++;
        changed = true;
    }

    /** It waits no longer. */
    void leave(int slot) {
        waiting[slot >>> 6] &= ~(1L << slot);
        waitingOf[teams.classOf[slot >>> 6]]--;
        count--;
    }

    /** Gives back its people. */
    void free(int slot) {
        int of = teams.classOf[slot >>> 6];
        for (int i = teams.asksFrom[of]; i < teams.asksFrom[of + 1]; i++) {
            free[teams.team[i]] += teams.people[i];
        }
        changed = true;
    }

    /** The method that gets its people next; it has them, and waits no longer. -1 where there is none. */
    int takeNext() {
        if (!changed || count == 0) {
            changed = false;
            return NONE;
        }
        int best = NONE;
        for (int of = 0; of < classes; of++) {
            if (waitingOf[of] > 0 && isFree(of)) {
                int slot = firstOf(of);
                best = best == NONE || teams.turn[slot] < teams.turn[best] ? slot : best;
            }
        }
        if (best == NONE) {
            changed = false;
            return NONE;
        }
        leave(best);
        take(teams.classOf[best >>> 6]);
        return teams.methodOf[best];
    }

    private boolean isFree(int of) {
        for (int i = teams.asksFrom[of]; i < teams.asksFrom[of + 1]; i++) {
            if (free[teams.team[i]] < teams.people[i]) {
                return false;
            }
        }
        return true;
    }

    private void take(int of) {
        for (int i = teams.asksFrom[of]; i < teams.asksFrom[of + 1]; i++) {
            free[teams.team[i]] -= teams.people[i];
        }
    }

    private int firstOf(int of) {
        int word = lowest[of];
        while (waiting[word] == 0) {
            word++;
        }
        lowest[of] = word;
        return (word << 6) + Long.numberOfTrailingZeros(waiting[word]);
    }
}
