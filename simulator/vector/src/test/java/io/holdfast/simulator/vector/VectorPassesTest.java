package io.holdfast.simulator.vector;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.simulator.engine.Way;
import io.holdfast.simulator.lanes.Lane;
import io.holdfast.simulator.lanes.LanePasses;
import io.holdfast.simulator.lanes.ScalarPasses;
import io.holdfast.simulator.model.Distribution;
import io.holdfast.simulator.sampling.Sampler;
import io.holdfast.simulator.sampling.TableSampler;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The vector passes give the bits of the scalar ones, on random lanes and on borders. */
class VectorPassesTest {

    private static final int LANES = 256;
    private static final int ROUNDS = 400;
    private static final LanePasses VECTOR = new VectorPasses();
    private static final LanePasses SCALAR = new ScalarPasses();
    private final SplittableRandom random = new SplittableRandom(5);

    private int[] words() {
        int[] made = random.ints(LANES).toArray();
        made[0] = 0;
        made[1] = -1;
        made[2] = Integer.MIN_VALUE;
        made[3] = Integer.MAX_VALUE;
        return made;
    }

    private int[] times() {
        int[] edges = {Lane.ALWAYS, 0, 1, 3600, Lane.LONGEST, Lane.NEVER};
        return random.ints(LANES, 0, 12)
                .map(i -> i < edges.length ? edges[i] : random.nextInt(1_000_000))
                .toArray();
    }

    private int[] seconds() {
        return random.ints(LANES, 0, 5)
                .map(i -> i == 0 ? 0 : i == 1 ? Lane.LONGEST : random.nextInt(100_000))
                .toArray();
    }

    private int[] mask() {
        return random.ints(LANES).map(i -> i >> 31).toArray();
    }

    private void same(Function<LanePasses, int[]> pass) {
        assertThat(pass.apply(VECTOR)).isEqualTo(pass.apply(SCALAR));
    }

    /** Hashes where the passes want those of each lane. */
    private static long[] placed(LanePasses passes, long[] hashes) {
        long[] placed = new long[LANES];
        for (int l = 0; l < LANES; l++) {
            placed[passes.place(l, LANES)] = hashes[l];
        }
        return placed;
    }

    @Test
    void isFoundByNameWhereTheModuleIsThereAndVectorsAreWide() {
        assertThat(Way.fastestPasses()).isInstanceOf(VECTOR.width() < 8 ? ScalarPasses.class : VectorPasses.class);
        assertThat(VECTOR.name()).startsWith("vector ");
    }

    /** C2's FreqInlineSize: a method of more byte code is compiled for itself, see {@link VectorPasses}. */
    @Test
    void longLoopsStayTooLongToBePutIntoCallers() throws IOException {
        try (InputStream bytes = VectorPasses.class.getResourceAsStream("VectorPasses.class")) {
            Map<String, Integer> sizes =
                    ClassFile.of().parse(Objects.requireNonNull(bytes).readAllBytes()).methods().stream()
                            .filter(method ->
                                    method.findAttribute(Attributes.code()).isPresent())
                            .collect(Collectors.toMap(
                                    method -> method.methodName().stringValue(),
                                    method -> method.findAttribute(Attributes.code())
                                            .orElseThrow()
                                            .codeLength(),
                                    Math::max));
            assertThat(List.of("draw", "strike", "words", "recover", "lookUp", "simple", "worked"))
                    .allSatisfy(name -> assertThat(sizes.get(name)).as(name).isGreaterThan(325));
        }
    }

    @Test
    void drawsTheSameBits() {
        for (int round = 0; round < ROUNDS; round++) {
            long[] hashes = random.longs(LANES).toArray();
            long key = random.nextLong() & ~1;
            int[] low = new int[LANES];
            int[] otherLow = new int[LANES];
            same(passes -> {
                int[] high = new int[LANES];
                passes.draw(placed(passes, hashes), key, high, passes.equals(VECTOR) ? low : otherLow, LANES);
                return high;
            });
            assertThat(low).isEqualTo(otherLow);
        }
    }

    @Test
    void comparesTheSameWithChances() {
        for (int round = 0; round < ROUNDS; round++) {
            int[] first = words();
            int[] second = words();
            long cells = round % 2 == 0
                    ? random.nextLong() >>> 12
                    : ((long) first[5] & 0xFFFFFFFFL) << 20 | (second[5] >>> 12) + random.nextInt(2);
            same(passes -> {
                int[] mask = new int[LANES + 1];
                mask[LANES] = passes.below(first, second, cells, mask, LANES) ? 1 : 0;
                return mask;
            });
        }
    }

    @Test
    void samplesTheSameSeconds() {
        List<Distribution> all = List.of(
                new Distribution.Exponential(3),
                new Distribution.Lognormal(6, 140),
                new Distribution.Uniform(1, 3),
                new Distribution.Triangular(0, 1, 6),
                new Distribution.Pert(1, 2, 6),
                new Distribution.Gamma(0.3, 50),
                new Distribution.Weibull(0.2, 1e6),
                new Distribution.Normal(2, 2));
        for (Distribution distribution : all) {
            TableSampler table = (TableSampler) Sampler.of(distribution);
            for (int round = 0; round < ROUNDS; round++) {
                int[] high = words();
                same(passes -> {
                    int[] seconds = new int[LANES];
                    passes.sample(table, high, new int[LANES], new long[LANES], seconds, LANES);
                    return seconds;
                });
            }
        }
    }

    @Test
    void drawsAndComparesTheSameInOne() {
        TableSampler table = (TableSampler) Sampler.of(new Distribution.Lognormal(6, 14));
        for (int round = 0; round < ROUNDS; round++) {
            long[] hashes = random.longs(LANES).toArray();
            long key = random.nextLong() & ~1;
            long cells = random.nextLong() >>> 12;
            same(passes -> {
                int[] mask = new int[LANES + 1];
                mask[LANES] = passes.strike(placed(passes, hashes), key, cells, mask, LANES) ? 1 : 0;
                return mask;
            });
            same(passes -> {
                int[] seconds = new int[LANES];
                int[] success = new int[LANES];
                passes.method(
                        placed(passes, hashes),
                        key,
                        cells,
                        table,
                        new int[LANES],
                        new int[LANES],
                        new long[LANES],
                        seconds,
                        success,
                        LANES);
                return IntStream.concat(Arrays.stream(seconds), Arrays.stream(success))
                        .toArray();
            });
        }
    }

    @Test
    void setsTheSameBitsWithAChance() {
        for (int round = 0; round < ROUNDS; round++) {
            long[] hashes = random.longs(LANES).toArray();
            long key = random.nextLong() & ~1;
            long cells = (random.nextLong() >>> 12) >>> random.nextInt(52);
            long[][] found = new long[2][LANES];
            VECTOR.chance(hashes, key, cells, new long[LANES], found[0], LANES);
            SCALAR.chance(hashes, key, cells, new long[LANES], found[1], LANES);
            assertThat(found[0]).isEqualTo(found[1]);
        }
    }

    @Test
    void recoversTheSame() {
        TableSampler table = (TableSampler) Sampler.of(new Distribution.Weibull(0.3, 2));
        for (int round = 0; round < ROUNDS; round++) {
            long[] hashes = random.longs(LANES).toArray();
            long key = random.nextLong() & ~1;
            long cells = round % 7 == 0 ? Long.MAX_VALUE : random.nextLong() >>> 12;
            int[] one = times();
            int[] other = times();
            int[] third = times();
            int[] people = seconds();
            int[] hit = mask();
            int more = round % 3 == 0 ? Lane.LONGEST : 1 + random.nextInt(10_000);
            int least = round % 3 == 0 ? Lane.NEVER : 0;
            same(passes -> {
                int[] word = new int[LANES];
                int[] index = new int[LANES];
                passes.words(placed(passes, hashes), key, cells, table, word, index, LANES);
                int[] r = Arrays.copyOf(index, 2 * LANES + 1);
                int[] end = new int[LANES];
                r[2 * LANES] = passes.recover(
                        table,
                        word,
                        index,
                        new long[LANES],
                        hit,
                        one,
                        other,
                        third,
                        people,
                        more,
                        least,
                        500_000,
                        end,
                        LANES);
                System.arraycopy(end, 0, r, LANES, LANES);
                return r;
            });
        }
    }

    @Test
    void computesTheSameTimes() {
        for (int round = 0; round < ROUNDS; round++) {
            int[] one = times();
            int[] other = times();
            int[] work = seconds();
            int[] otherWork = seconds();
            int[] mask = mask();
            int[] otherMask = mask();
            same(passes -> {
                int[] r = new int[LANES];
                passes.later(one, other, r, LANES);
                return r;
            });
            same(passes -> {
                int[] r = new int[LANES];
                passes.earlier(one, other, r, LANES);
                return r;
            });
            same(passes -> {
                int[] r = new int[LANES];
                passes.after(one, work, r, LANES);
                return r;
            });
            int[] third = times();
            int[] hit = mask();
            same(passes -> {
                int[] r = new int[LANES];
                passes.middle(one, other, third, r, LANES);
                return r;
            });
            same(passes -> {
                int[] r = new int[LANES + 1];
                int[] zero = otherMask.clone();
                boolean late = passes.work(one, work, mask, hit, third, 500_000, zero, r, LANES);
                r[LANES] = Arrays.hashCode(zero) + (late ? 1 : 0);
                return r;
            });
            same(passes -> {
                int[] r = new int[LANES + 1];
                int[] zero = otherMask.clone();
                boolean late = passes.workOfTwo(
                        one, work, mask, other, otherWork, otherMask, hit, third, 500_000, zero, r, LANES);
                r[LANES] = Arrays.hashCode(zero) + (late ? 1 : 0);
                return r;
            });
            same(passes -> {
                int[] r = new int[LANES];
                passes.choose(mask, one, other, r, LANES);
                return r;
            });
        }
    }

    @Test
    void marksTheSameLanes() {
        for (int round = 0; round < ROUNDS; round++) {
            int[] mask = mask();
            int[] into = round % 3 == 0 ? random.ints(LANES).map(i -> -1).toArray() : mask();
            same(passes -> {
                int[] r = Arrays.copyOf(into, LANES + 1);
                r[LANES] = passes.mark(mask, r, LANES) ? 1 : 0;
                return r;
            });
        }
    }
}
