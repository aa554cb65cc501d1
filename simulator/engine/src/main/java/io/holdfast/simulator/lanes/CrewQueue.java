package io.holdfast.simulator.lanes;

import java.util.Arrays;

/**
 * Who of each team is free in one trial, and who waits for people: free people go down the list of turns, and one that cannot be
 * served is passed over. Of those that ask for the same people the first comes first as long as they are free; of those that
 * ask for others the one whose turn is first. Hot. One instance a thread.
 */
final class CrewQueue {

    private static final int NOBODY = -1;

    /** By class, so many ints: how many wait, the lowest word in which one may, and what is asked for, the first team apart. */
    private static final int ROW = 8;

    private static final int WAITING = 0;
    private static final int LOWEST = 1;
    private static final int TEAM = 2;
    private static final int PEOPLE = 3;
    private static final int MORE_FROM = 4;
    private static final int MORE_TO = 5;

    private final CrewTeams teams;
    private final int[] turn;
    private final int[] free;
    private final int[] rows;
    private final int[] fresh;
    private final int[] rowOfWord;
    private final long[] waiting;
    private int count;
    private boolean changed;

    CrewQueue(CrewTeams teams) {
        this.teams = teams;
        turn = teams.turn;
        free = teams.sizes.clone();
        int classes = teams.asksFrom.length - 1;
        fresh = new int[classes * ROW];
        for (int of = 0; of < classes; of++) {
            int row = of * ROW;
            fresh[row + LOWEST] = teams.wordsFrom[of];
            fresh[row + TEAM] = teams.team[teams.asksFrom[of]];
            fresh[row + PEOPLE] = teams.people[teams.asksFrom[of]];
            fresh[row + MORE_FROM] = teams.asksFrom[of] + 1;
            fresh[row + MORE_TO] = teams.asksFrom[of + 1];
        }
        rows = fresh.clone();
        waiting = new long[teams.wordsFrom[classes]];
        rowOfWord = Arrays.stream(teams.classOf).map(of -> of * ROW).toArray();
    }

    void reset() {
        System.arraycopy(teams.sizes, 0, free, 0, free.length);
        System.arraycopy(fresh, 0, rows, 0, rows.length);
        if (count > 0) {
            Arrays.fill(waiting, 0);
            count = 0;
        }
        changed = false;
    }

    /** Whether anybody waits. */
    boolean isAnyWaiting() {
        return count > 0;
    }

    /** A method, by its slot, waits for people. */
    void join(int slot) {
        int word = slot >>> 6;
        int row = rowOfWord[word];
        waiting[word] |= 1L << slot;
        rows[row + LOWEST] = Math.min(rows[row + LOWEST], word);
        rows[row + WAITING]++;
        count++;
        changed = true;
    }

    /** It waits no longer. */
    void leave(int slot) {
        waiting[slot >>> 6] &= ~(1L << slot);
        rows[rowOfWord[slot >>> 6] + WAITING]--;
        count--;
    }

    /** Gives back its people. */
    void free(int slot) {
        give(rowOfWord[slot >>> 6], 1);
        changed = true;
    }

    private void give(int row, int sign) {
        free[rows[row + TEAM]] += sign * rows[row + PEOPLE];
        for (int i = rows[row + MORE_FROM]; i < rows[row + MORE_TO]; i++) {
            free[teams.team[i]] += sign * teams.people[i];
        }
    }

    /** The element that gets its people next; it has them, and waits no longer. -1 where there is none. */
    int takeNext() {
        if (!changed) {
            return NOBODY;
        }
        int best = NOBODY;
        for (int row = 0; row < rows.length; row += ROW) {
            if (rows[row + WAITING] > 0 && isFree(row)) {
                int slot = firstOf(row);
                best = best == NOBODY || turn[slot] < turn[best] ? slot : best;
            }
        }
        if (best == NOBODY) {
            changed = false;
            return NOBODY;
        }
        leave(best);
        give(rowOfWord[best >>> 6], -1);
        return teams.elementOf[best];
    }

    private boolean isFree(int row) {
        boolean all = free[rows[row + TEAM]] >= rows[row + PEOPLE];
        for (int i = rows[row + MORE_FROM]; all && i < rows[row + MORE_TO]; i++) {
            all = free[teams.team[i]] >= teams.people[i];
        }
        return all;
    }

    private int firstOf(int row) {
        int word = rows[row + LOWEST];
        while (waiting[word] == 0) {
            word++;
        }
        rows[row + LOWEST] = word;
        return (word << 6) + Long.numberOfTrailingZeros(waiting[word]);
    }
}
