package io.holdfast.simulator.lanes;

import io.holdfast.simulator.sampling.TableSampler;

/**
 * Loops over the lanes of a block. Implementations differ in speed only, never in a bit. The number of lanes is a multiple
 * of 16. Masks are -1 for yes and 0 for no. Arrays may be the same where a pass reads and writes at one place. Stateless, for
 * any number of threads.
 */
public interface LanePasses {

    /** A name for reports. */
    String name();

    /**
     * The random bits of a quantity: the upper halves to {@code high}, the lower to {@code low}.
     *
     * @param hashes hashes of the trials: of odd lanes in the first half, of even lanes in the second
     */
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
}
