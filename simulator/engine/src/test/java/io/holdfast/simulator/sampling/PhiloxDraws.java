package io.holdfast.simulator.sampling;

import org.apache.commons.rng.core.source64.Philox4x64;

/** Slow and by other means: Philox of Commons RNG, keyed by seed and trial, counted by the quantity and its occurrence. */
final class PhiloxDraws implements Draws {

    private final long seed;
    private final long trial;

    PhiloxDraws(long seed, long trial) {
        this.seed = seed;
        this.trial = trial;
    }

    @Override
    public double uniform(long key, int occurrence) {
        long bits = new Philox4x64(new long[] {seed, trial, key, occurrence, 0, 0}).nextLong();
        return KeyedDraws.unit(bits);
    }
}
