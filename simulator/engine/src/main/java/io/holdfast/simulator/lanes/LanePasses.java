package io.holdfast.simulator.lanes;

import io.holdfast.simulator.sampling.TableSampler;

/**
 * Loops over the lanes of a block. Implementations differ in speed only, never in a bit. The number of lanes is a multiple
 * of 16. Masks are -1 for yes and 0 for no. Arrays may be the same where a pass reads and writes at one place. Stateless, for
 * any number of threads.
 */
public interface LanePasses {

    /** Of {@link #recover}: some lane is not recovered by the limit. */
    int LATE = 1;

    /** Of {@link #recover}: some work took no time. */
    int INSTANT = 2;

    /** A name for reports. */
    String name();

    /** How many lanes go in one step of the machine; 1 where its compiler decides. */
    int width();

    /** Where the hash of a lane's trial has to stand among the hashes of a block. */
    int place(int lane, int lanes);

    /** The random bits of a quantity: the upper halves to {@code high}, the lower to {@code low}. */
    void draw(long[] hashes, long key, int[] high, int[] low, int lanes);

    /** Where a number of 52 bits, made of {@code first} and the upper bits of {@code second}, is below cells; whether any is. */
    boolean below(int[] first, int[] second, long cells, int[] mask, int lanes);

    /** A draw and a comparison with cells in one: whether something of its own draw strikes, and whether in any lane. */
    boolean strike(long[] hashes, long key, long cells, int[] mask, int lanes);

    /**
     * A method's draw in one: seconds from a table by the one half of the bits, success by the other. {@code high}, {@code index}
     * and {@code piece} are scratch.
     */
    void method(
            long[] hashes,
            long key,
            long cells,
            TableSampler table,
            int[] high,
            int[] index,
            long[] piece,
            int[] seconds,
            int[] success,
            int lanes);

    /**
     * A method's draw and no more: the half of the bits that says its time to {@code word}, where its piece stands in the table
     * to {@code index}, made negative where it succeeds.
     */
    void words(long[] hashes, long key, long cells, TableSampler table, int[] word, int[] index, int lanes);

    /**
     * All that follows from {@link #words} for an element: what is hit starts once the latest of three needs is met and people
     * are there, works for the time of the table, and where that fails {@code more} seconds more, which end at {@code least} at
     * the earliest. What is not hit comes back with the latest need.
     *
     * @param piece scratch
     * @param people when people are there, at least 0
     * @param more at least 1, at most {@link Lane#LONGEST}
     * @param least {@link Lane#NEVER} where nothing follows a failure, else 0
     * @return {@link #LATE}, {@link #INSTANT}, both or 0
     */
    int recover(
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
            int lanes);

    /** Seconds from a table at the bits of {@code high}. {@code index} and {@code piece} are scratch. */
    void sample(TableSampler table, int[] high, int[] index, long[] piece, int[] seconds, int lanes);

    /** The later of two times. */
    void later(int[] one, int[] other, int[] result, int lanes);

    /** The earlier of two times. */
    void earlier(int[] one, int[] other, int[] result, int lanes);

    /** Time after a start, at most never; where {@code from} is before the event, {@code from} itself. */
    void after(int[] from, int[] seconds, int[] result, int lanes);

    /** The middle of three times. */
    void middle(int[] one, int[] other, int[] third, int[] result, int lanes);

    /**
     * When what is hit is recovered by one method: max(from, 0) + seconds where it succeeds, else never; what is not hit comes
     * back as {@code back} says. Marks in {@code zero} where work took no time; whether any is not recovered by the limit.
     */
    boolean work(
            int[] from,
            int[] seconds,
            int[] success,
            int[] hit,
            int[] back,
            int limit,
            int[] zero,
            int[] end,
            int lanes);

    /**
     * The same by one of two methods: of what can start first, the first where both can at once; if that fails, by the other,
     * not before the first has ended.
     */
    boolean workOfTwo(
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
            int lanes);

    /** {@code yes} where the mask is set, else {@code no}. */
    void choose(int[] mask, int[] yes, int[] no, int[] result, int lanes);

    /** Adds a mask to another; whether all lanes are set then. */
    boolean mark(int[] mask, int[] into, int lanes);

    /**
     * Words of 64 trials each in which a bit is set with a chance: the binary digits of 64 uniform numbers, the d-th those of
     * the mixed sum of a word's hash, the key and d times {@link io.holdfast.simulator.sampling.KeyedDraws#GOLDEN}, compared
     * with the 52 of the chance until all 64 are decided. Words are a multiple of 16, their hashes in natural order.
     *
     * @param open scratch
     */
    void chance(long[] hashes, long key, long cells, long[] open, long[] into, int words);
}
