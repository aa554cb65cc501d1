package io.holdfast.simulator.vector;

import io.holdfast.simulator.lanes.Lane;
import io.holdfast.simulator.lanes.LanePasses;
import io.holdfast.simulator.sampling.KeyedDraws;
import io.holdfast.simulator.sampling.TableSampler;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;
import org.jspecify.annotations.Nullable;

/**
 * The passes by the Vector API; the same bits as {@code ScalarPasses}. Two longs, one of an odd lane and one of an even, are
 * woven into two ints by shifts, so that no lane has to be moved. Table words are loaded one by one: that is no slower than
 * gathering on the processors measured.
 *
 * <p>The longest loops are written out on purpose. C2 puts a method of up to 325 bytes of byte code into a hot caller, and
 * there, 15 calls deep, it stops looking into those of the Vector API: vectors then become objects and a pass takes ten
 * times as long. A longer method is compiled for itself. Hot.
 */
public final class VectorPasses implements LanePasses {

    private static final VectorShape SHAPE = VectorShape.preferredShape();
    private static final VectorSpecies<Integer> INTS = VectorSpecies.of(int.class, SHAPE);
    private static final VectorSpecies<Long> LONGS = VectorSpecies.of(long.class, SHAPE);
    private static final int WIDTH = INTS.length();
    private static final long HIGH = 0xFFFFFFFF00000000L;
    private static final long LOW = 0xFFFFFFFFL;
    private static final int DIGITS = 52;

    /** Until so many digits are left, some of a thousand trials is as good as surely undecided. */
    private static final int LIKELY_OPEN = 44;

    private static final int LATER = 0;
    private static final int EARLIER = 1;
    private static final int AFTER = 2;
    private static final int MIDDLE = 3;
    private static final int CHOOSE = 4;
    private static final int MARK = 5;
    private static final long LOWER_SIGN = 0x80000000L;
    private static final long FIRST = 0xBF58476D1CE4E5B9L;
    private static final long SECOND = 0x94D049BB133111EBL;

    /** Passes of the preferred width of this machine. */
    public VectorPasses() {
        // nothing to set up
    }

    @Override
    public String name() {
        return "vector " + SHAPE.vectorBitSize();
    }

    @Override
    public int width() {
        return WIDTH;
    }

    @Override
    public int place(int lane, int lanes) {
        return (lane & 1) == 1 ? lane / 2 : lanes / 2 + lane / 2;
    }

    private static IntVector upper(LongVector odd, LongVector even) {
        return odd.and(HIGH).or(even.lanewise(VectorOperators.LSHR, 32)).reinterpretAsInts();
    }

    private static IntVector lower(LongVector odd, LongVector even) {
        return odd.lanewise(VectorOperators.LSHL, 32).or(even.and(LOW)).reinterpretAsInts();
    }

    @Override
    public void draw(long[] hashes, long key, int[] high, int[] low, int lanes) {
        int half = lanes / 2;
        for (int i = 0; i < half; i += LONGS.length()) {
            LongVector odd = LongVector.fromArray(LONGS, hashes, i).lanewise(VectorOperators.ADD, key);
            LongVector even = LongVector.fromArray(LONGS, hashes, half + i).lanewise(VectorOperators.ADD, key);
            odd = odd.lanewise(VectorOperators.XOR, odd.lanewise(VectorOperators.LSHR, 30))
                    .lanewise(VectorOperators.MUL, FIRST);
            even = even.lanewise(VectorOperators.XOR, even.lanewise(VectorOperators.LSHR, 30))
                    .lanewise(VectorOperators.MUL, FIRST);
            odd = odd.lanewise(VectorOperators.XOR, odd.lanewise(VectorOperators.LSHR, 27))
                    .lanewise(VectorOperators.MUL, SECOND);
            even = even.lanewise(VectorOperators.XOR, even.lanewise(VectorOperators.LSHR, 27))
                    .lanewise(VectorOperators.MUL, SECOND);
            odd = odd.lanewise(VectorOperators.XOR, odd.lanewise(VectorOperators.LSHR, 31));
            even = even.lanewise(VectorOperators.XOR, even.lanewise(VectorOperators.LSHR, 31));
            LongVector oddUpper = odd.lanewise(VectorOperators.AND, HIGH);
            LongVector oddLower = odd.lanewise(VectorOperators.LSHL, 32);
            LongVector evenUpper = even.lanewise(VectorOperators.LSHR, 32);
            LongVector evenLower = even.lanewise(VectorOperators.AND, LOW);
            LongVector upperHalves = oddUpper.lanewise(VectorOperators.OR, evenUpper);
            LongVector lowerHalves = oddLower.lanewise(VectorOperators.OR, evenLower);
            upperHalves.reinterpretAsInts().intoArray(high, 2 * i);
            lowerHalves.reinterpretAsInts().intoArray(low, 2 * i);
        }
    }

    @Override
    public boolean below(int[] first, int[] second, long cells, int[] mask, int lanes) {
        int top = (int) (cells >>> 20) + Integer.MIN_VALUE;
        int rest = (int) cells & 0xFFFFF;
        IntVector any = IntVector.zero(INTS);
        for (int l = 0; l < lanes; l += WIDTH) {
            IntVector set = under(IntVector.fromArray(INTS, first, l), IntVector.fromArray(INTS, second, l), top, rest);
            set.intoArray(mask, l);
            any = any.or(set);
        }
        return any.reduceLanes(VectorOperators.OR) != 0;
    }

    private static IntVector under(IntVector first, IntVector second, int top, int rest) {
        IntVector flipped = first.add(Integer.MIN_VALUE);
        VectorMask<Integer> low = second.lanewise(VectorOperators.LSHR, 12).lt(rest);
        VectorMask<Integer> under = flipped.lt(top).or(flipped.eq(top).and(low));
        return IntVector.zero(INTS).blend(-1, under);
    }

    @Override
    public boolean strike(long[] hashes, long key, long cells, int[] mask, int lanes) {
        int half = lanes / 2;
        LongVector below = LongVector.broadcast(LONGS, cells << 12);
        LongVector none = LongVector.zero(LONGS);
        LongVector any = none;
        for (int i = 0; i < half; i += LONGS.length()) {
            LongVector odd = LongVector.fromArray(LONGS, hashes, i).add(key);
            LongVector even = LongVector.fromArray(LONGS, hashes, half + i).add(key);
            odd = odd.lanewise(VectorOperators.XOR, odd.lanewise(VectorOperators.LSHR, 30))
                    .mul(FIRST);
            even = even.lanewise(VectorOperators.XOR, even.lanewise(VectorOperators.LSHR, 30))
                    .mul(FIRST);
            odd = odd.lanewise(VectorOperators.XOR, odd.lanewise(VectorOperators.LSHR, 27))
                    .mul(SECOND);
            even = even.lanewise(VectorOperators.XOR, even.lanewise(VectorOperators.LSHR, 27))
                    .mul(SECOND);
            odd = odd.lanewise(VectorOperators.XOR, odd.lanewise(VectorOperators.LSHR, 31));
            even = even.lanewise(VectorOperators.XOR, even.lanewise(VectorOperators.LSHR, 31));
            VectorMask<Long> oddBelow = odd.compare(VectorOperators.ULT, below);
            VectorMask<Long> evenBelow = even.compare(VectorOperators.ULT, below);
            LongVector oddSet = none.blend(HIGH, oddBelow);
            LongVector evenSet = none.blend(LOW, evenBelow);
            LongVector set = oddSet.lanewise(VectorOperators.OR, evenSet);
            set.reinterpretAsInts().intoArray(mask, 2 * i);
            any = any.lanewise(VectorOperators.OR, set);
        }
        return any.reduceLanes(VectorOperators.OR) != 0;
    }

    @Override
    public void words(long[] hashes, long key, long cells, TableSampler table, int[] word, int[] index, int lanes) {
        int half = lanes / 2;
        int shift = table.shift();
        int base = table.base();
        int upper = table.upper();
        for (int i = 0; i < half; i += LONGS.length()) {
            LongVector odd = LongVector.fromArray(LONGS, hashes, i).add(key);
            LongVector even = LongVector.fromArray(LONGS, hashes, half + i).add(key);
            odd = odd.lanewise(VectorOperators.XOR, odd.lanewise(VectorOperators.LSHR, 30))
                    .mul(FIRST);
            even = even.lanewise(VectorOperators.XOR, even.lanewise(VectorOperators.LSHR, 30))
                    .mul(FIRST);
            odd = odd.lanewise(VectorOperators.XOR, odd.lanewise(VectorOperators.LSHR, 27))
                    .mul(SECOND);
            even = even.lanewise(VectorOperators.XOR, even.lanewise(VectorOperators.LSHR, 27))
                    .mul(SECOND);
            odd = odd.lanewise(VectorOperators.XOR, odd.lanewise(VectorOperators.LSHR, 31));
            even = even.lanewise(VectorOperators.XOR, even.lanewise(VectorOperators.LSHR, 31));
            IntVector drawn =
                    odd.and(HIGH).or(even.lanewise(VectorOperators.LSHR, 32)).reinterpretAsInts();
            drawn.intoArray(word, 2 * i);
            odd = odd.lanewise(VectorOperators.ROL, 32)
                    .lanewise(VectorOperators.LSHR, 12)
                    .sub(cells);
            even = even.lanewise(VectorOperators.ROL, 32)
                    .lanewise(VectorOperators.LSHR, 12)
                    .sub(cells);
            IntVector success = odd.and(Long.MIN_VALUE)
                    .or(even.lanewise(VectorOperators.LSHR, 32).and(LOWER_SIGN))
                    .reinterpretAsInts();
            IntVector side = drawn.lanewise(VectorOperators.ASHR, 31);
            IntVector tail = drawn.lanewise(VectorOperators.XOR, side).or(1);
            tail.convert(VectorOperators.I2F, 0)
                    .reinterpretAsInts()
                    .lanewise(VectorOperators.LSHR, shift)
                    .sub(base)
                    .add(side.and(upper))
                    .or(success)
                    .intoArray(index, 2 * i);
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
        lookUp(table, high, index, piece, seconds, success, lanes);
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
        load(table.pieces(), index, piece, lanes);
        float place = table.placeSeconds();
        float scale = table.scaleSeconds();
        int half = lanes / 2;
        IntVector last = IntVector.broadcast(INTS, limit);
        IntVector late = IntVector.zero(INTS);
        IntVector instant = IntVector.zero(INTS);
        for (int l = 0; l < lanes; l += WIDTH) {
            LongVector odd = LongVector.fromArray(LONGS, piece, l / 2);
            LongVector even = LongVector.fromArray(LONGS, piece, half + l / 2);
            IntVector work = time(IntVector.fromArray(INTS, word, l), odd, even, place, scale);
            IntVector met = IntVector.fromArray(INTS, one, l)
                    .max(IntVector.fromArray(INTS, other, l))
                    .max(IntVector.fromArray(INTS, third, l));
            IntVector done =
                    met.max(IntVector.fromArray(INTS, people, l)).add(work).min(Lane.NEVER);
            IntVector recovered = done.add(more)
                    .min(Lane.NEVER)
                    .max(least)
                    .blend(done, IntVector.fromArray(INTS, index, l).lt(0));
            IntVector struck = IntVector.fromArray(INTS, hit, l);
            late = late.or(last.sub(recovered).and(struck));
            instant = instant.or(work.sub(1).and(struck));
            met.blend(recovered, struck.lt(0)).intoArray(end, l);
        }
        return (late.reduceLanes(VectorOperators.OR) < 0 ? LATE : 0)
                | (instant.reduceLanes(VectorOperators.OR) < 0 ? INSTANT : 0);
    }

    private static FloatVector tail(IntVector word, IntVector side) {
        return (FloatVector) word.lanewise(VectorOperators.XOR, side).or(1).convert(VectorOperators.I2F, 0);
    }

    @Override
    public void sample(TableSampler table, int[] high, int[] index, long[] piece, int[] seconds, int lanes) {
        lookUp(table, high, index, piece, seconds, null, lanes);
    }

    /** Seconds, and success from the signs of {@code index} where it is asked for; else {@code index} is filled here. */
    private static void lookUp(
            TableSampler table,
            int[] word,
            int[] index,
            long[] piece,
            int[] seconds,
            int @Nullable [] success,
            int lanes) {
        int shift = table.shift();
        int base = table.base();
        int upper = table.upper();
        for (int l = 0; success == null && l < lanes; l += WIDTH) {
            IntVector drawn = IntVector.fromArray(INTS, word, l);
            IntVector side = drawn.lanewise(VectorOperators.ASHR, 31);
            IntVector tail = drawn.lanewise(VectorOperators.XOR, side).or(1);
            tail.convert(VectorOperators.I2F, 0)
                    .reinterpretAsInts()
                    .lanewise(VectorOperators.LSHR, shift)
                    .sub(base)
                    .add(side.and(upper))
                    .intoArray(index, l);
        }
        long[] pieces = table.pieces();
        int half = lanes / 2;
        int cut = pieces.length - 1;
        for (int i = 0; i < half; i++) {
            piece[i] = pieces[index[2 * i + 1] & cut];
            piece[half + i] = pieces[index[2 * i] & cut];
        }
        float place = table.placeSeconds();
        float scale = table.scaleSeconds();
        for (int l = 0; l < lanes; l += WIDTH) {
            LongVector odd = LongVector.fromArray(LONGS, piece, l / 2);
            LongVector even = LongVector.fromArray(LONGS, piece, half + l / 2);
            time(IntVector.fromArray(INTS, word, l), odd, even, place, scale).intoArray(seconds, l);
        }
        for (int l = 0; success != null && l < lanes; l += WIDTH) {
            IntVector.fromArray(INTS, index, l)
                    .lanewise(VectorOperators.ASHR, 31)
                    .intoArray(success, l);
        }
    }

    private static void load(long[] pieces, int[] index, long[] piece, int lanes) {
        int half = lanes / 2;
        int cut = pieces.length - 1;
        for (int i = 0; i < half; i++) {
            piece[i] = pieces[index[2 * i + 1] & cut];
            piece[half + i] = pieces[index[2 * i] & cut];
        }
    }

    private static IntVector time(IntVector word, LongVector odd, LongVector even, float place, float scale) {
        FloatVector slope = upper(odd, even).reinterpretAsFloats();
        FloatVector offset = lower(odd, even).reinterpretAsFloats();
        FloatVector value = offset.add(slope.mul(tail(word, word.lanewise(VectorOperators.ASHR, 31))));
        IntVector time = (IntVector) value.mul(scale).add(place).add(0.5f).convert(VectorOperators.F2I, 0);
        return time.min(Lane.LONGEST);
    }

    @Override
    public void later(int[] one, int[] other, int[] result, int lanes) {
        simple(LATER, one, other, other, result, lanes);
    }

    @Override
    public void earlier(int[] one, int[] other, int[] result, int lanes) {
        simple(EARLIER, one, other, other, result, lanes);
    }

    @Override
    public void after(int[] from, int[] seconds, int[] result, int lanes) {
        simple(AFTER, from, seconds, seconds, result, lanes);
    }

    @Override
    public void middle(int[] one, int[] other, int[] third, int[] result, int lanes) {
        simple(MIDDLE, one, other, third, result, lanes);
    }

    @Override
    public void choose(int[] mask, int[] yes, int[] no, int[] result, int lanes) {
        simple(CHOOSE, yes, no, mask, result, lanes);
    }

    @Override
    public boolean mark(int[] mask, int[] into, int lanes) {
        return simple(MARK, mask, into, into, into, lanes) == -1;
    }

    /** The short loops in one method, which so is too long to be put into its callers. */
    private static int simple(int loop, int[] one, int[] other, int[] third, int[] result, int lanes) {
        switch (loop) {
            case LATER -> {
                for (int l = 0; l < lanes; l += WIDTH) {
                    IntVector.fromArray(INTS, one, l)
                            .max(IntVector.fromArray(INTS, other, l))
                            .intoArray(result, l);
                }
            }
            case EARLIER -> {
                for (int l = 0; l < lanes; l += WIDTH) {
                    IntVector.fromArray(INTS, one, l)
                            .min(IntVector.fromArray(INTS, other, l))
                            .intoArray(result, l);
                }
            }
            case AFTER -> {
                for (int l = 0; l < lanes; l += WIDTH) {
                    IntVector since = IntVector.fromArray(INTS, one, l);
                    IntVector then =
                            since.add(IntVector.fromArray(INTS, other, l)).min(Lane.NEVER);
                    then.blend(since, since.lt(0)).intoArray(result, l);
                }
            }
            case MIDDLE -> {
                for (int l = 0; l < lanes; l += WIDTH) {
                    IntVector a = IntVector.fromArray(INTS, one, l);
                    IntVector b = IntVector.fromArray(INTS, other, l);
                    IntVector c = IntVector.fromArray(INTS, third, l);
                    a.min(b).max(a.max(b).min(c)).intoArray(result, l);
                }
            }
            case CHOOSE -> {
                for (int l = 0; l < lanes; l += WIDTH) {
                    IntVector.fromArray(INTS, other, l)
                            .blend(IntVector.fromArray(INTS, one, l), isSet(third, l))
                            .intoArray(result, l);
                }
            }
            default -> {
                IntVector all = IntVector.broadcast(INTS, -1);
                for (int l = 0; l < lanes; l += WIDTH) {
                    IntVector marked = IntVector.fromArray(INTS, other, l).or(IntVector.fromArray(INTS, one, l));
                    marked.intoArray(result, l);
                    all = all.and(marked);
                }
                return all.reduceLanes(VectorOperators.AND);
            }
        }
        return 0;
    }

    private static VectorMask<Integer> isSet(int[] mask, int lane) {
        return IntVector.fromArray(INTS, mask, lane).compare(VectorOperators.NE, 0);
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
        return worked(from, seconds, success, null, seconds, success, hit, back, limit, zero, end, lanes);
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
        return worked(from1, seconds1, success1, from2, seconds2, success2, hit, back, limit, zero, end, lanes);
    }

    private static boolean worked(
            int[] from1,
            int[] seconds1,
            int[] success1,
            int @Nullable [] from2,
            int[] seconds2,
            int[] success2,
            int[] hit,
            int[] back,
            int limit,
            int[] zero,
            int[] end,
            int lanes) {
        IntVector never = IntVector.broadcast(INTS, Lane.NEVER);
        IntVector last = IntVector.broadcast(INTS, limit);
        IntVector any = IntVector.zero(INTS);
        for (int l = 0; from2 == null && l < lanes; l += WIDTH) {
            IntVector work = IntVector.fromArray(INTS, seconds1, l);
            IntVector struck = IntVector.fromArray(INTS, hit, l);
            IntVector done =
                    IntVector.fromArray(INTS, from1, l).max(0).add(work).min(Lane.NEVER);
            IntVector recovered = never.blend(done, isSet(success1, l));
            any = any.or(last.sub(recovered).and(struck));
            noteZero(work.sub(1), struck, zero, l);
            IntVector.fromArray(INTS, back, l)
                    .blend(recovered, struck.compare(VectorOperators.NE, 0))
                    .intoArray(end, l);
        }
        for (int l = 0; from2 != null && l < lanes; l += WIDTH) {
            IntVector start1 = IntVector.fromArray(INTS, from1, l).max(0);
            IntVector start2 = IntVector.fromArray(INTS, from2, l).max(0);
            IntVector work1 = IntVector.fromArray(INTS, seconds1, l);
            IntVector work2 = IntVector.fromArray(INTS, seconds2, l);
            IntVector good1 = IntVector.fromArray(INTS, success1, l);
            IntVector good2 = IntVector.fromArray(INTS, success2, l);
            IntVector struck = IntVector.fromArray(INTS, hit, l);
            VectorMask<Integer> second = start1.compare(VectorOperators.GT, start2);
            IntVector done = start1.min(start2).add(work1.blend(work2, second)).min(Lane.NEVER);
            IntVector other =
                    done.max(start1.max(start2)).add(work2.blend(work1, second)).min(Lane.NEVER);
            VectorMask<Integer> succeeds = good1.blend(good2, second).compare(VectorOperators.NE, 0);
            VectorMask<Integer> otherSucceeds = good2.blend(good1, second).compare(VectorOperators.NE, 0);
            IntVector recovered = never.blend(other, otherSucceeds).blend(done, succeeds);
            any = any.or(last.sub(recovered).and(struck));
            noteZero(work1.sub(1).or(work2.sub(1)), struck, zero, l);
            IntVector.fromArray(INTS, back, l)
                    .blend(recovered, struck.compare(VectorOperators.NE, 0))
                    .intoArray(end, l);
        }
        return any.reduceLanes(VectorOperators.OR) < 0;
    }

    private static void noteZero(IntVector negativeWhereZero, IntVector struck, int[] zero, int lane) {
        negativeWhereZero
                .lanewise(VectorOperators.ASHR, 31)
                .and(struck)
                .or(IntVector.fromArray(INTS, zero, lane))
                .intoArray(zero, lane);
    }

    @Override
    public void chance(long[] hashes, long key, long cells, long[] open, long[] into, int words) {
        int width = LONGS.length();
        for (int w = 0; w < words; w += 2 * width) {
            LongVector hash1 = LongVector.fromArray(LONGS, hashes, w).add(key);
            LongVector hash2 = LongVector.fromArray(LONGS, hashes, w + width).add(key);
            LongVector open1 = LongVector.broadcast(LONGS, -1L);
            LongVector open2 = open1;
            LongVector set1 = LongVector.zero(LONGS);
            LongVector set2 = set1;
            for (int d = DIGITS - 1; d >= 0; d--) {
                LongVector random1 = hash1.lanewise(VectorOperators.XOR, hash1.lanewise(VectorOperators.LSHR, 30))
                        .mul(FIRST);
                LongVector random2 = hash2.lanewise(VectorOperators.XOR, hash2.lanewise(VectorOperators.LSHR, 30))
                        .mul(FIRST);
                random1 = random1.lanewise(VectorOperators.XOR, random1.lanewise(VectorOperators.LSHR, 27))
                        .mul(SECOND);
                random2 = random2.lanewise(VectorOperators.XOR, random2.lanewise(VectorOperators.LSHR, 27))
                        .mul(SECOND);
                random1 = random1.lanewise(VectorOperators.XOR, random1.lanewise(VectorOperators.LSHR, 31));
                random2 = random2.lanewise(VectorOperators.XOR, random2.lanewise(VectorOperators.LSHR, 31));
                long digit = -(cells >>> d & 1);
                set1 = set1.or(open1.and(digit).lanewise(VectorOperators.AND_NOT, random1));
                set2 = set2.or(open2.and(digit).lanewise(VectorOperators.AND_NOT, random2));
                open1 = open1.lanewise(VectorOperators.AND_NOT, random1.lanewise(VectorOperators.XOR, digit));
                open2 = open2.lanewise(VectorOperators.AND_NOT, random2.lanewise(VectorOperators.XOR, digit));
                if (d < LIKELY_OPEN
                        && open1.or(open2).compare(VectorOperators.EQ, 0).allTrue()) {
                    break;
                }
                hash1 = hash1.add(KeyedDraws.GOLDEN);
                hash2 = hash2.add(KeyedDraws.GOLDEN);
            }
            set1.intoArray(into, w);
            set2.intoArray(into, w + width);
        }
    }
}
