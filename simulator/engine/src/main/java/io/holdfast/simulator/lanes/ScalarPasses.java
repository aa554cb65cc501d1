package io.holdfast.simulator.lanes;

import io.holdfast.simulator.sampling.KeyedDraws;
import io.holdfast.simulator.sampling.TableSampler;

/** The passes as plain loops. Hot. */
public final class ScalarPasses implements LanePasses {

    private static final long HIGH = 0xFFFFFFFF00000000L;

    @Override
    public String name() {
        return "scalar";
    }

    @Override
    public void draw(long[] hashes, long key, int[] high, int[] low, int lanes) {
        int half = lanes / 2;
        for (int i = 0; i < half; i++) {
            long odd = KeyedDraws.mix(hashes[i] + key);
            long even = KeyedDraws.mix(hashes[half + i] + key);
            high[2 * i] = (int) (even >>> 32);
            low[2 * i] = (int) even;
            high[2 * i + 1] = (int) ((odd & HIGH) >>> 32);
            low[2 * i + 1] = (int) odd;
        }
    }

    @Override
    public boolean below(int[] first, int[] second, long cells, int[] mask, int lanes) {
        int any = 0;
        int upper = (int) (cells >>> 20) + Integer.MIN_VALUE;
        int lower = (int) cells & 0xFFFFF;
        for (int l = 0; l < lanes; l++) {
            int flipped = first[l] + Integer.MIN_VALUE;
            int set = flipped < upper || (flipped == upper && second[l] >>> 12 < lower) ? -1 : 0;
            mask[l] = set;
            any |= set;
        }
        return any != 0;
    }

    @Override
    public void sample(TableSampler table, int[] high, int[] index, long[] piece, int[] seconds, int lanes) {
        long[] pieces = table.pieces();
        int shift = table.shift();
        int base = table.base();
        int upper = table.upper();
        float place = table.placeSeconds();
        float scale = table.scaleSeconds();
        for (int l = 0; l < lanes; l++) {
            int side = high[l] >> 31;
            float tail = (float) ((high[l] ^ side) | 1);
            long found = pieces[(Float.floatToRawIntBits(tail) >>> shift) - base + (side & upper)];
            float value = Float.intBitsToFloat((int) found) + Float.intBitsToFloat((int) (found >>> 32)) * tail;
            seconds[l] = Math.min((int) (place + scale * value + 0.5f), Lane.LONGEST);
        }
    }

    @Override
    public void later(int[] one, int[] other, int[] result, int lanes) {
        for (int l = 0; l < lanes; l++) {
            result[l] = Math.max(one[l], other[l]);
        }
    }

    @Override
    public void earlier(int[] one, int[] other, int[] result, int lanes) {
        for (int l = 0; l < lanes; l++) {
            result[l] = Math.min(one[l], other[l]);
        }
    }

    @Override
    public void after(int[] from, int[] seconds, int[] result, int lanes) {
        for (int l = 0; l < lanes; l++) {
            int since = from[l];
            result[l] = since < 0 ? since : Math.min(since + seconds[l], Lane.NEVER);
        }
    }

    @Override
    public void work(int[] from, int[] seconds, int[] success, int[] end, int lanes) {
        for (int l = 0; l < lanes; l++) {
            int done = Math.min(Math.max(from[l], 0) + seconds[l], Lane.NEVER);
            end[l] = success[l] == 0 ? Lane.NEVER : done;
        }
    }

    @Override
    public void workOfTwo(
            int[] from1,
            int[] seconds1,
            int[] success1,
            int[] from2,
            int[] seconds2,
            int[] success2,
            int[] end,
            int lanes) {
        for (int l = 0; l < lanes; l++) {
            int start1 = Math.max(from1[l], 0);
            int start2 = Math.max(from2[l], 0);
            boolean first = start1 <= start2;
            int done = Math.min((first ? start1 : start2) + (first ? seconds1[l] : seconds2[l]), Lane.NEVER);
            int next = Math.max(done, first ? start2 : start1);
            int other = Math.min(next + (first ? seconds2[l] : seconds1[l]), Lane.NEVER);
            int succeeds = first ? success1[l] : success2[l];
            int otherSucceeds = first ? success2[l] : success1[l];
            end[l] = succeeds != 0 ? done : otherSucceeds != 0 ? other : Lane.NEVER;
        }
    }

    @Override
    public void choose(int[] mask, int[] yes, int[] no, int[] result, int lanes) {
        for (int l = 0; l < lanes; l++) {
            result[l] = mask[l] != 0 ? yes[l] : no[l];
        }
    }

    @Override
    public boolean mark(int[] mask, int[] into, int lanes) {
        int all = -1;
        for (int l = 0; l < lanes; l++) {
            into[l] |= mask[l];
            all &= into[l];
        }
        return all == -1;
    }

    @Override
    public boolean anyAfter(int[] mask, int[] times, int limit, int lanes) {
        int any = 0;
        for (int l = 0; l < lanes; l++) {
            any |= mask[l] & (limit - times[l]);
        }
        return any < 0;
    }

    @Override
    public void markZero(int[] mask, int[] seconds, int[] zero, int lanes) {
        for (int l = 0; l < lanes; l++) {
            zero[l] |= mask[l] & ((seconds[l] - 1) >> 31);
        }
    }
}
