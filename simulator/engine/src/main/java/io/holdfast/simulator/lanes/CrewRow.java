package io.holdfast.simulator.lanes;

/**
 * What a {@link CrewLoop} keeps of an element in a trial: so many ints, side by side in one line of the cache, at the number of
 * the element times their count.
 */
final class CrewRow {

    /** The row of an element begins at its number shifted by this. */
    static final int SHIFT = 4;

    static final int LENGTH = 1 << SHIFT;
    static final int MASK = LENGTH - 1;

    /** How long the method works that is worked on or waits for people. */
    static final int LENGTH_OF_WORK = 6;

    /** When it starts: {@link Lane#ALWAYS} where it never stopped, {@link Lane#NEVER} while it is down. */
    static final int START = 0;

    /** Up, down by a lost need, or by what hit it. */
    static final int STATE = 1;

    /** The worst state that it was hit with, 0 for none. */
    static final int HIT = 2;

    /** Whether it may run on itself; whether its restart is over now; whether a method succeeded now. */
    static final int SELF_OK = 3;

    static final int ELAPSED = 4;
    static final int JUST_RECOVERED = 5;

    /** How long its restart takes, and when that is over; {@link #NOTHING} while its needs are not met. */
    static final int RESTART = 7;

    static final int DUE = 8;

    /** The method that is worked on or waits for people; since when; when its work ends, {@link #NOTHING} while it waits. */
    static final int METHOD = 9;

    static final int SINCE = 10;
    static final int END = 11;

    /** Whether that work will succeed. */
    static final int SUCCEEDS = 12;

    /** The moment at which people come for whom it was looked at. */
    static final int READY = 13;

    /** Its methods that are worked to the end, and of these those that count, a bit each. */
    static final int TRIED = 14;

    static final int FINISHED = 15;

    static final int NOTHING = -1;

    static final int UP = 0;
    static final int NEED_LOST = 1;
    static final int HIT_OUTAGE = 2;

    private CrewRow() {}

    /** Rows of elements that are down and have begun nothing. */
    static int[] fresh(int elements) {
        int[] rows = new int[elements << SHIFT];
        for (int row = 0; row < rows.length; row += LENGTH) {
            rows[row + START] = Lane.NEVER;
            rows[row + DUE] = NOTHING;
            rows[row + METHOD] = NOTHING;
            rows[row + READY] = NOTHING;
        }
        return rows;
    }
}
