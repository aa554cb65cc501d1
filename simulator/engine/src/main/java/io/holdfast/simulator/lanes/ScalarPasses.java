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
        for (int l = 0; l < lanes; l++) {
            long number = ((first[l] & 0xFFFFFFFFL) << 20) | (second[l] >>> 12);
            int set = (int) ((number - cells) >> 63);
            mask[l] = set;
            any |= set;
        }
        return any != 0;
    }

    @Override
    public boolean strike(long[] hashes, long key, long cells, int[] mask, int lanes) {
        int half = lanes / 2;
        int any = 0;
        for (int i = 0; i < half; i++) {
            int even = (int) (((KeyedDraws.mix(hashes[half + i] + key) >>> 12) - cells) >> 63);
            int odd = (int) (((KeyedDraws.mix(hashes[i] + key) >>> 12) - cells) >> 63);
            mask[2 * i] = even;
            mask[2 * i + 1] = odd;
            any |= even | odd;
        }
        return any != 0;
    }

    @Override
    public void method(
            long[] hashes,
            long key,
            long cells,
            TableSampler table,
            int[] high,
            int[] index,
            long[] piece,
            int[] seconds,
            int[] success,
            int lanes) {
        int half = lanes / 2;
        for (int i = 0; i < half; i++) {
            long even = KeyedDraws.mix(hashes[half + i] + key);
            long odd = KeyedDraws.mix(hashes[i] + key);
            high[2 * i] = (int) (even >>> 32);
            high[2 * i + 1] = (int) (odd >>> 32);
            success[2 * i] = (int) (((Long.rotateLeft(even, 32) >>> 12) - cells) >> 63);
            success[2 * i + 1] = (int) (((Long.rotateLeft(odd, 32) >>> 12) - cells) >> 63);
        }
        sample(table, high, index, piece, seconds, lanes);
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
    public void middle(int[] one, int[] other, int[] third, int[] result, int lanes) {
        for (int l = 0; l < lanes; l++) {
            int least = Math.min(one[l], other[l]);
            int most = Math.max(one[l], other[l]);
            result[l] = Math.max(least, Math.min(most, third[l]));
        }
    }

    @Override
    public void after(int[] from, int[] seconds, int[] result, int lanes) {
        for (int l = 0; l < lanes; l++) {
            int since = from[l];
            result[l] = pick(since >> 31, since, Math.min(since + seconds[l], Lane.NEVER));
        }
    }

    /** Without a branch: one where the mask is -1, the other where it is 0. */
    private static int pick(int mask, int one, int other) {
        return other ^ ((one ^ other) & mask);
    }

    @Override
    public boolean work(
            int[] from,
            int[] seconds,
            int[] success,
            int[] hit,
            int[] back,
            int limit,
            int[] zero,
            int[] end,
            int lanes) {
        int any = 0;
        for (int l = 0; l < lanes; l++) {
            int done = Math.min(Math.max(from[l], 0) + seconds[l], Lane.NEVER);
            int recovered = pick(success[l], done, Lane.NEVER);
            zero[l] |= hit[l] & ((seconds[l] - 1) >> 31);
            any |= hit[l] & (limit - recovered);
            end[l] = pick(hit[l], recovered, back[l]);
        }
        return any < 0;
    }

    @Override
    public boolean workOfTwo(
            int[] from1,
            int[] seconds1,
            int[] success1,
            int[] from2,
            int[] seconds2,
            int[] success2,
            int[] hit,
            int[] back,
            int limit,
            int[] zero,
            int[] end,
            int lanes) {
        int any = 0;
        for (int l = 0; l < lanes; l++) {
            int start1 = Math.max(from1[l], 0);
            int start2 = Math.max(from2[l], 0);
            int second = (start2 - start1) >> 31;
            int work = pick(second, seconds2[l], seconds1[l]);
            int otherWork = pick(second, seconds1[l], seconds2[l]);
            int done = Math.min(Math.min(start1, start2) + work, Lane.NEVER);
            int other = Math.min(Math.max(done, Math.max(start1, start2)) + otherWork, Lane.NEVER);
            int succeeds = pick(second, success2[l], success1[l]);
            int otherSucceeds = pick(second, success1[l], success2[l]);
            int recovered = pick(succeeds, done, pick(otherSucceeds, other, Lane.NEVER));
            zero[l] |= hit[l] & (((seconds1[l] - 1) | (seconds2[l] - 1)) >> 31);
            any |= hit[l] & (limit - recovered);
            end[l] = pick(hit[l], recovered, back[l]);
        }
        return any < 0;
    }

    @Override
    public void choose(int[] mask, int[] yes, int[] no, int[] result, int lanes) {
        for (int l = 0; l < lanes; l++) {
            result[l] = pick(mask[l], yes[l], no[l]);
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
}
