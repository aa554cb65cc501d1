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

    void join(int m) {
        int slot = teams.slotOf[m];
        int of = teams.classOf[m];
        int word = slot >>> 6;
        waiting[word] |= 1L << slot;
        lowest[of] = Math.min(lowest[of], word);
        waitingOf[of]++;
        count++;
        changed = true;
    }

    void leave(int m) {
        int slot = teams.slotOf[m];
        waiting[slot >>> 6] &= ~(1L << slot);
        waitingOf[teams.classOf[m]]--;
        count--;
    }

    /** Gives back the people of a method. */
    void free(int m) {
        int of = teams.classOf[m];
        if (of >= 0) {
            for (int i = teams.asksFrom[of]; i < teams.asksFrom[of + 1]; i++) {
                free[teams.team[i]] += teams.people[i];
            }
            changed = true;
        }
    }

    /** The next method that gets its people; it has them, and waits no longer. -1 where there is none. */
    int takeNext() {
        if (!changed) {
            return NONE;
        }
        int best = NONE;
        for (int of = 0; count > 0 && of < classes; of++) {
            if (waitingOf[of] > 0 && isFree(of)) {
                int slot = firstOf(of);
                best = best == NONE || teams.turn[slot] < teams.turn[best] ? slot : best;
            }
        }
        if (best == NONE) {
            changed = false;
            return NONE;
        }
        int m = teams.methodOf[best];
        leave(m);
        take(teams.classOf[m]);
        return m;
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
