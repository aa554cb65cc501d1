package io.holdfast.simulator.lanes;

import io.holdfast.simulator.sampling.KeyedDraws;
import io.holdfast.simulator.sampling.TableSampler;
import java.util.Arrays;

/** The passes as plain loops. Hot. */
public final class ScalarPasses implements LanePasses {

    private static final int DIGITS = 52;

    /** Digits that are compared for all words; what is still open then is followed word by word. */
    private static final int TOGETHER = 12;

    @Override
    public String name() {
        return "scalar";
    }

    @Override
    public int width() {
        return 1;
    }

    @Override
    public int place(int lane, int lanes) {
        return lane;
    }

    @Override
    public void draw(long[] hashes, long key, int[] high, int[] low, int lanes) {
        for (int l = 0; l < lanes; l++) {
            long bits = KeyedDraws.mix(hashes[l] + key);
            high[l] = (int) (bits >>> 32);
            low[l] = (int) bits;
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
        int any = 0;
        for (int l = 0; l < lanes; l++) {
            int set = (int) (((KeyedDraws.mix(hashes[l] + key) >>> 12) - cells) >> 63);
            mask[l] = set;
            any |= set;
        }
        return any != 0;
    }

    @Override
    public void words(long[] hashes, long key, long cells, TableSampler table, int[] word, int[] index, int lanes) {
        for (int l = 0; l < lanes; l++) {
            long bits = KeyedDraws.mix(hashes[l] + key);
            word[l] = (int) (bits >>> 32);
            index[l] = (int) (((Long.rotateLeft(bits, 32) >>> 12) - cells) >> 63) & Integer.MIN_VALUE;
        }
        int shift = table.shift();
        int base = table.base();
        int upper = table.upper();
        for (int l = 0; l < lanes; l++) {
            int side = word[l] >> 31;
            float tail = (float) ((word[l] ^ side) | 1);
            index[l] |= (Float.floatToRawIntBits(tail) >>> shift) - base + (side & upper);
        }
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
        words(hashes, key, cells, table, high, index, lanes);
        finish(table, high, index, piece, seconds, lanes);
        for (int l = 0; l < lanes; l++) {
            success[l] = index[l] >> 31;
        }
    }

    private static void finish(TableSampler table, int[] word, int[] index, long[] piece, int[] seconds, int lanes) {
        long[] pieces = table.pieces();
        int cut = pieces.length - 1;
        for (int l = 0; l < lanes; l++) {
            piece[l] = pieces[index[l] & cut];
        }
        float place = table.placeSeconds();
        float scale = table.scaleSeconds();
        for (int l = 0; l < lanes; l++) {
            float tail = (float) ((word[l] ^ (word[l] >> 31)) | 1);
            float value = Float.intBitsToFloat((int) piece[l]) + Float.intBitsToFloat((int) (piece[l] >>> 32)) * tail;
            seconds[l] = Math.min((int) (place + scale * value + 0.5f), Lane.LONGEST);
        }
    }

    @Override
    public int recover(
            TableSampler table,
            int[] word,
            int[] index,
            long[] piece,
            int[] hit,
            int[] one,
            int[] other,
            int[] third,
            int[] people,
            int more,
            int least,
            int limit,
            int[] end,
            int lanes) {
        finish(table, word, index, piece, word, lanes);
        int late = 0;
        int instant = 0;
        for (int l = 0; l < lanes; l++) {
            int met = Math.max(Math.max(one[l], other[l]), third[l]);
            int done = Math.min(Math.max(met, people[l]) + word[l], Lane.NEVER);
            int second = Math.max(Math.min(done + more, Lane.NEVER), least);
            int recovered = pick(index[l] >> 31, done, second);
            late |= (limit - recovered) & hit[l];
            instant |= (word[l] - 1) & hit[l];
            end[l] = pick(hit[l], recovered, met);
        }
        return (late < 0 ? LATE : 0) | (instant < 0 ? INSTANT : 0);
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

    @Override
    public void chance(long[] hashes, long key, long cells, long[] open, long[] into, int words) {
        Arrays.fill(into, 0, words, 0);
        Arrays.fill(open, 0, words, -1L);
        for (int d = 0; d < TOGETHER; d++) {
            next(hashes, key + d * KeyedDraws.GOLDEN, digit(cells, d), open, into, words);
        }
        for (int w = 0; w < words; w++) {
            if (open[w] != 0) {
                into[w] |= rest(hashes[w] + key, cells, open[w]);
            }
        }
    }

    /** All bits set where a digit is 1. */
    private static long digit(long cells, int d) {
        return -(cells >>> (DIGITS - 1 - d) & 1);
    }

    private static void next(long[] hashes, long key, long digit, long[] open, long[] into, int words) {
        for (int w = 0; w < words; w++) {
            long random = KeyedDraws.mix(hashes[w] + key);
            long undecided = open[w];
            into[w] |= undecided & ~random & digit;
            open[w] = undecided & ~(random ^ digit);
        }
    }

    private static long rest(long hash, long cells, long undecided) {
        long set = 0;
        long left = undecided;
        for (int d = TOGETHER; d < DIGITS && left != 0; d++) {
            long random = KeyedDraws.mix(hash + d * KeyedDraws.GOLDEN);
            long digit = digit(cells, d);
            set |= left & ~random & digit;
            left &= ~(random ^ digit);
        }
        return set;
    }
}
