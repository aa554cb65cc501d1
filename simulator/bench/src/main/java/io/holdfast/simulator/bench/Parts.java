package io.holdfast.simulator.bench;

import io.holdfast.simulator.engine.Way;
import io.holdfast.simulator.lanes.LanePasses;
import io.holdfast.simulator.lanes.ScalarPasses;
import io.holdfast.simulator.sampling.KeyedDraws;
import io.holdfast.simulator.sampling.Sampler;
import io.holdfast.simulator.sampling.TableSampler;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The parts of the fast path one by one, by JMH: nanoseconds a lane (a trial of one element), or a word of 64 trials. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector"})
public class Parts {

    private static final int LANES = Way.LANES;
    private static final int WORDS = 128;

    /** Which passes: {@code plain} or {@code fastest}. */
    @Param({"plain", "fastest"})
    public String passes = "fastest";

    private LanePasses loops = new ScalarPasses();
    private final TableSampler restore = (TableSampler) Sampler.of(Network.restore(3));
    private final long[] hashes = new SplittableRandom(1).longs(LANES).toArray();
    private final int[] word = lane();
    private final int[] index = lane();
    private final int[] hit = lane();
    private final int[] one = lane();
    private final int[] other = lane();
    private final int[] third = lane();
    private final int[] people = lane();
    private final int[] end = lane();
    private final long[] piece = new long[LANES + 16];
    private final long[] open = new long[LANES];
    private final long[] bits = new long[LANES];
    private final long struck = KeyedDraws.cells(Network.HIT);
    private final long success = KeyedDraws.cells(Network.SUCCESS);
    private final double unit = 1.0 / (1 << 20);
    private long key;

    private static int[] lane() {
        return new int[LANES + 16];
    }

    /** Chooses the passes and fills what later passes read. */
    @Setup
    public void fill() {
        loops = passes.equals("plain") ? new ScalarPasses() : Way.fastestPasses();
        strike();
        words();
    }

    /** Which trials hit an element. */
    @Benchmark
    @OperationsPerInvocation(LANES)
    public boolean strike() {
        key += 2;
        return loops.strike(hashes, key, struck, hit, LANES);
    }

    /** What its method draws: the time's word and place in the table, and success. */
    @Benchmark
    @OperationsPerInvocation(LANES)
    public int[] words() {
        key += 2;
        loops.words(hashes, key, success, restore, word, index, LANES);
        return index;
    }

    /** The rest: table, gate of three, start. Of the plain passes it overwrites the words, which then are as good as others. */
    @Benchmark
    @OperationsPerInvocation(LANES)
    public int recover() {
        return loops.recover(
                restore, word, index, piece, hit, one, other, third, people, 3600, 0, Integer.MAX_VALUE, end, LANES);
    }

    /** The gate "two of three" alone. */
    @Benchmark
    @OperationsPerInvocation(LANES)
    public int[] middle() {
        loops.middle(one, other, third, end, LANES);
        return end;
    }

    /** A word of 64 trials with a chance of 7 %. */
    @Benchmark
    @OperationsPerInvocation(WORDS)
    public long[] chance() {
        key += 2;
        loops.chance(hashes, key, KeyedDraws.cells(0.07), open, bits, WORDS);
        return bits;
    }

    /** One time from the table, as the event loop takes it. */
    @Benchmark
    public long ticks() {
        key++;
        return restore.ticks((key & 0xFFFFF) * unit + unit / 2);
    }

    /** One keyed draw. */
    @Benchmark
    public long bits() {
        key += 2;
        return KeyedDraws.bits(hashes[0], key, 0);
    }
}
