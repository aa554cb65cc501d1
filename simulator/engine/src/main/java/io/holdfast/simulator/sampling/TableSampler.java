package io.holdfast.simulator.sampling;

/**
 * Ticks from a {@link QuantileTable}: place + scale × the table's value, in float arithmetic of separate operations, so
 * that lanes of any width give the same bits. Immutable, for any number of threads.
 */
public final class TableSampler implements Sampler {

    private static final double SECONDS = 3600;

    private final Shape shape;
    private final QuantileTable table;
    private final double placeHours;
    private final double scaleHours;
    private final float place;
    private final float scale;

    TableSampler(Shape shape, double placeHours, double scaleHours) {
        this.shape = shape;
        this.placeHours = placeHours;
        this.scaleHours = scaleHours;
        table = QuantileTable.of(shape);
        place = (float) (placeHours * SECONDS);
        scale = (float) (scaleHours * SECONDS);
    }

    /** The exact time, without the table: slower, for reports and comparisons. */
    @Override
    public double hours(double uniform) {
        boolean above = uniform > 0.5;
        return placeHours + scaleHours * shape.quantile(above ? 1 - uniform : uniform, above);
    }

    @Override
    public long fineTicks(double uniform) {
        return Math.min((long) ((double) value(uniform) * Ticks.PER_SECOND + 0.5), Ticks.LONGEST);
    }

    @Override
    public long ticks(double uniform) {
        long seconds = (long) (value(uniform) + 0.5f);
        return Math.min(seconds, Ticks.LONGEST / Ticks.PER_SECOND) * Ticks.PER_SECOND;
    }

    /** The same as {@link #ticks} of a number made of random bits, in whole seconds, at most so many. */
    public int seconds(long bits, int most) {
        return (int) Math.min((long) (value((int) (bits >>> 32)) + 0.5f), most);
    }

    private float value(double uniform) {
        return value((int) (long) (uniform * 0x1.0p32));
    }

    private float value(int word) {
        return place + scale * table.at(word);
    }

    /**
     * The pieces, the lower side first: slopes in the upper, offsets in the lower halves; as many words as a power of two, so
     * that an index can be cut to them without a comparison. Not to be changed.
     */
    public long[] pieces() {
        return table.pieces();
    }

    /** How far the bits of a tail are shifted to give its piece. */
    public int shift() {
        return table.shift();
    }

    /** What is taken from the shifted bits. */
    public int base() {
        return table.base();
    }

    /** Where the pieces of the upper side begin. */
    public int upper() {
        return table.upper();
    }

    /** Seconds added to every time. */
    public float placeSeconds() {
        return place;
    }

    /** Seconds of one unit of the table. */
    public float scaleSeconds() {
        return scale;
    }
}
