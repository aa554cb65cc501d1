package io.holdfast.simulator.sampling;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The quantile function of a {@link Shape} as straight pieces, indexed by the exponent and the first mantissa bits of the
 * tail mass as a float: pieces are as dense, relative to the mass, at one in a billion as at one half. 32 pieces to each
 * halving of the mass, more where the error would be above {@value #GOAL}; every piece has the mean of what it stands for,
 * so that means carry no error. Immutable.
 *
 * <p>A piece is one 8-byte word: slope and offset as floats. The tail mass is an odd number of 31 bits, in units of 2^-32.
 */
final class QuantileTable {

    /** The relative error from which on pieces are made finer. */
    static final double GOAL = 2e-4;

    private static final int OCTAVES = 31;
    private static final int FIRST_EXPONENT = 127;
    private static final int LEAST_BITS = 5;
    private static final int MOST_BITS = 8;
    private static final int KEPT = 512;
    private static final double UNIT = 0x1.0p-32;

    /** Tables of shapes that were asked for before; a table follows from its shape alone. */
    private static final Map<Shape, QuantileTable> TABLES = new ConcurrentHashMap<>();

    private final long[] pieces;
    private final int shift;
    private final int base;
    private final int upper;
    private final double error;

    private QuantileTable(Shape shape, int bits) {
        shift = 23 - bits;
        base = (FIRST_EXPONENT << 23) >>> shift;
        int side = (OCTAVES << bits) + 1;
        upper = side;
        pieces = new long[Integer.highestOneBit(2 * side - 1) << 1];
        double worst = 0;
        for (int half = 0; half < 2; half++) {
            boolean above = half == 1;
            double from = shape.quantile(massAt(0), above);
            for (int i = 0; i < side; i++) {
                double to = i == side - 1 ? from : shape.quantile(massAt(i + 1), above);
                worst = Math.max(worst, fill(shape, half * side + i, i, above, from, to));
                from = to;
            }
        }
        error = worst;
    }

    /** The table of a shape. */
    static QuantileTable of(Shape shape) {
        QuantileTable found = TABLES.get(shape);
        if (found == null) {
            found = build(shape);
            if (TABLES.size() < KEPT) {
                TABLES.put(shape, found);
            }
        }
        return found;
    }

    private static QuantileTable build(Shape shape) {
        QuantileTable table = new QuantileTable(shape, LEAST_BITS);
        for (int bits = LEAST_BITS + 1; bits <= MOST_BITS && table.error > GOAL; bits++) {
            table = new QuantileTable(shape, bits);
        }
        return table;
    }

    /** The tail in units of 2^-32 at which a piece begins. */
    private double unitsAt(int piece) {
        return Float.intBitsToFloat((piece + base) << shift);
    }

    private double massAt(int piece) {
        return unitsAt(piece) * UNIT;
    }

    /** Fills a piece and gives its largest relative error. */
    private double fill(Shape shape, int at, int piece, boolean above, double from, double to) {
        double start = unitsAt(piece);
        double end = unitsAt(piece + 1);
        boolean last = from == to;
        double middle = last ? from : shape.quantile((start + end) / 2 * UNIT, above);
        double lift = last ? 0 : (4 * middle - 2 * from - 2 * to) / 6;
        double slope = (to - from) / (end - start);
        double offset = from - slope * start + lift;
        pieces[at] = ((long) Float.floatToRawIntBits((float) slope) << 32)
                | (Float.floatToRawIntBits((float) offset) & 0xFFFFFFFFL);
        double half = Math.abs(middle - (from + to) / 2 - lift);
        double scale = Math.max(Double.MIN_NORMAL, Math.min(Math.abs(from), Math.abs(to)));
        return Math.max(half, Math.abs(lift)) / scale;
    }

    /** The value at a random word: its first bit is the side, the others the tail. */
    float at(int word) {
        int side = word >> 31;
        float tail = (float) ((word ^ side) | 1);
        int index = (Float.floatToRawIntBits(tail) >>> shift) - base + (side & upper());
        long piece = pieces[index];
        return Float.intBitsToFloat((int) piece) + Float.intBitsToFloat((int) (piece >>> 32)) * tail;
    }

    /** Where the pieces of the upper side begin. */
    int upper() {
        return upper;
    }

    /** How far the bits of a tail are shifted to give its piece. */
    int shift() {
        return shift;
    }

    /** What is taken from the shifted bits. */
    int base() {
        return base;
    }

    /** The pieces, the lower side first; as many words as a power of two, the last ones unused. Not to be changed. */
    long[] pieces() {
        return pieces;
    }

    /** The largest relative error at the ends and in the middle of pieces. */
    double error() {
        return error;
    }
}
