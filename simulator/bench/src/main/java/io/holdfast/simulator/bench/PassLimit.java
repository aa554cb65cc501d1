package io.holdfast.simulator.bench;

import io.holdfast.simulator.engine.Way;
import io.holdfast.simulator.lanes.LanePasses;
import io.holdfast.simulator.sampling.Sampler;
import io.holdfast.simulator.sampling.TableSampler;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The limit of the passes: what one element of the network costs when nothing has to be fetched, neither program nor lanes: three
 * draws, two comparisons, two samples, a gate of three, and work of two methods.
 */
final class PassLimit implements Rival {

    private static final int LANES = Way.LANES;

    private final LanePasses passes;
    private final TableSampler restore = (TableSampler) Sampler.of(Network.restore(3));
    private final TableSampler rebuild = (TableSampler) Sampler.of(Network.rebuild(3));
    private final long[] hashes = new SplittableRandom(1).longs(LANES).toArray();
    private final int[][] lanes = new int[13][LANES + 16];
    private final long[] piece = new long[LANES];

    PassLimit(LanePasses passes) {
        this.passes = passes;
    }

    @Override
    public String name() {
        return "limit of the passes, " + passes.name();
    }

    /** Elements times trials, one after the other, in blocks; gives a number that depends on all. */
    @Override
    public double run(long nodeTrials) {
        int[] high = lanes[0];
        int[] low = lanes[1];
        int[] index = lanes[2];
        int[] mask = lanes[3];
        int[] success = lanes[4];
        int[] first = lanes[5];
        int[] second = lanes[6];
        int[] gate = lanes[7];
        int[] end = lanes[8];
        int[] start = lanes[9];
        int[] zero = lanes[12];
        Arrays.fill(end, -1);
        long cells = 1L << 51;
        for (long block = 0; block < nodeTrials / LANES; block++) {
            long key = 2 * block;
            passes.strike(hashes, key, cells, mask, LANES);
            passes.later(lanes[10], lanes[11], gate, LANES);
            passes.later(gate, start, gate, LANES);
            passes.method(hashes, key + 2000, cells, restore, high, index, piece, first, success, LANES);
            passes.draw(hashes, key + 4000, high, low, LANES);
            passes.sample(rebuild, high, index, piece, second, LANES);
            passes.workOfTwo(
                    gate, first, success, gate, second, end, mask, gate, Integer.MAX_VALUE, zero, start, LANES);
        }
        return start[7];
    }
}
