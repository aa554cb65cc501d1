package io.holdfast.simulator.sampling;

/**
 * The draws of one of many incidents in a history: every key is moved by a number that belongs to the incident, so that each
 * has numbers of its own wherever it stands among the others. Not for use by several threads.
 */
public final class ShiftedDraws implements Draws {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Draws draws;
    private long shift;

    /** Draws that are not moved yet. */
    public ShiftedDraws(Draws draws) {
        this.draws = draws;
    }

    /** Turns to the draws of a history. */
    public void startHistory(Draws of) {
        draws = of;
    }

    /** Turns to an incident. */
    public void turnTo(long incidentShift) {
        shift = incidentShift;
    }

    /** The number of an incident: of a cause, by the key of its address, and which of them, from 0. Even, as keys are. */
    public static long shiftOf(long cause, long number) {
        return KeyedDraws.mix(cause + (number + 1) * GOLDEN) & ~1;
    }

    @Override
    public double uniform(long key, int occurrence) {
        return draws.uniform(key + shift, occurrence);
    }
}
