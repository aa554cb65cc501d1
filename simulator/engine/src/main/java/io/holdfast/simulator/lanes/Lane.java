package io.holdfast.simulator.lanes;

/** Times in lanes: whole seconds since the event, as ints. */
public final class Lane {

    /** Was there from the beginning and never stopped. */
    public static final int ALWAYS = -1;

    /** Later than every horizon; sums of two times still fit an int. */
    public static final int NEVER = 1 << 30;

    /** The longest drawn time. */
    public static final int LONGEST = NEVER - 1;

    private Lane() {}
}
