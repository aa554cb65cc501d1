package io.holdfast.simulator.bench;

import io.holdfast.simulator.engine.Way;
import io.holdfast.simulator.lanes.LanePasses;
import io.holdfast.simulator.sampling.KeyedDraws;
import io.holdfast.simulator.sampling.Sampler;
import io.holdfast.simulator.sampling.TableSampler;
import java.util.SplittableRandom;

/**
 * The limit of the passes: what one element of the network costs when nothing has to be fetched, neither program nor lanes: two
 * draws, whether it is hit and what its method takes and whether it works, a sample, a gate of three.
 */
final class PassLimit implements Rival {

    private static final int LANES = Way.LANES;
    private static final int LIMIT = Integer.MAX_VALUE;

    private final LanePasses passes;
    private final TableSampler restore = (TableSampler) Sampler.of(Network.restore(3));
    private final long[] hashes = new SplittableRandom(1).longs(LANES).toArray();
    private final int[][] lanes = new int[8][LANES + 16];
    private final long[] piece = new long[LANES + 16];

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
        int[] word = lanes[0];
        int[] index = lanes[1];
        int[] hit = lanes[2];
        int[] people = lanes[3];
        long cells = KeyedDraws.cells(Network.HIT);
        long success = KeyedDraws.cells(Network.SUCCESS);
        for (long block = 0; block < nodeTrials / LANES; block++) {
            long key = 2 * block;
            passes.strike(hashes, key, cells, hit, LANES);
            passes.words(hashes, key + 2000, success, restore, word, index, LANES);
            int[] end = lanes[5 + (int) (block % 3)];
            passes.recover(
                    restore, word, index, piece, hit, lanes[5], lanes[6], lanes[7], people, 3600, 0, LIMIT, end, LANES);
            for (int l = 0; (block & 1023) == 0 && l < LANES; l++) {
                end[l] = l; // times start anew now and then, so that they stay below never
            }
        }
        return lanes[5][7];
    }
}
