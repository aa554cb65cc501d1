package io.holdfast.simulator.calendar;

/**
 * What one aim of the calendar came to, once all aims before it stand as they are.
 *
 * @param aim which
 * @param value what the plan has
 * @param bound what no plan can do better than, given the values of the aims before
 */
public record Level(Aim aim, double value, double bound) {

    /** The aims, the first first; {@link Score} says what each counts. */
    public enum Aim {
        /** What must take place or be covered does. */
        MISSING,
        /** As much as possible is learnt, in points. */
        LEARNING,
        /** Few drills of the earlier plan move. */
        MOVES,
        /** Drills lie near to where they would best lie, and not in crowded weeks. */
        DISTANCE
    }

    /** Whether no plan can do better. */
    public boolean isProven() {
        return value == bound;
    }

    /** How far the plan may be from the best, in the unit of the aim; 0 where it is proven. */
    public double gap() {
        return Math.abs(value - bound);
    }
}
