package io.holdfast.simulator.sampling;

/**
 * Draws by counter-based mixing: no state is advanced, so threads, blocks and order cannot change a number.
 *
 * <p>The mixing step is the 64-bit finaliser of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014). Set the trial with
 * {@link #startTrial} before use; one instance a thread.
 */
public final class KeyedDraws implements Draws {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-53;

    private final long seedHash;
    private long trialHash;

    /** Draws of a seed; trial 0 is set. */
    public KeyedDraws(long seed) {
        seedHash = mix(seed + GOLDEN);
        startTrial(0);
    }

    /** Turns to a trial. */
    public void startTrial(long trial) {
        trialHash = mix(seedHash + mix(trial + GOLDEN));
    }

    @Override
    public double uniform(long key, int occurrence) {
        long bits = mix(mix(trialHash + key) + occurrence * GOLDEN);
        return ((bits >>> 11) + 0.5) * UNIT;
    }

    /** The 64-bit finaliser: a bijection whose output bits all depend on all input bits. */
    static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
