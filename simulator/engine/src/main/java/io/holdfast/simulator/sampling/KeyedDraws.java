package io.holdfast.simulator.sampling;

/**
 * Draws by counter-based mixing: no state is advanced, so threads, blocks and order cannot change a number.
 *
 * <p>The mixing step is the 64-bit finaliser of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014). Set the trial with
 * {@link #startTrial} before use; one instance a thread. The lanes of {@code engine} compute the same bits for many
 * trials at once.
 */
public final class KeyedDraws implements Draws {

    /** What is added to a key for each further occurrence. */
    public static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private static final double UNIT = 0x1.0p-52;

    private final long seedHash;
    private long trialHash;

    /** Draws of a seed; trial 0 is set. */
    public KeyedDraws(long seed) {
        seedHash = mix(seed + GOLDEN);
        startTrial(0);
    }

    /** Turns to a trial. */
    public void startTrial(long trial) {
        trialHash = hashOf(trial);
    }

    /** The number that every key is added to in a trial. */
    public long hashOf(long trial) {
        return mix(seedHash + mix(trial + GOLDEN));
    }

    @Override
    public double uniform(long key, int occurrence) {
        return unit(bits(trialHash, key, occurrence));
    }

    /** The 64 random bits of a quantity; a key with its lowest bit set takes the halves of its partner the other way round. */
    public static long bits(long trialHash, long key, int occurrence) {
        long mixed = mix(trialHash + (key & ~1) + occurrence * GOLDEN);
        return (key & 1) == 0 ? mixed : Long.rotateLeft(mixed, 32);
    }

    /** Random bits as a number above 0 and below 1: the middle of one of 2^52 cells, exact. */
    public static double unit(long bits) {
        return ((bits >>> 12) + 0.5) * UNIT;
    }

    /**
     * The cells below a chance: {@code unit(bits) < chance} says the same as {@code (bits >>> 12) < cells(chance)}.
     */
    public static long cells(double chance) {
        return (long) StrictMath.ceil(chance * 0x1.0p52 - 0.5);
    }

    /** The 64-bit finaliser: a bijection whose output bits all depend on all input bits. */
    public static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
