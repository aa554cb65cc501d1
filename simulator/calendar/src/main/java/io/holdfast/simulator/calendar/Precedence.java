package io.holdfast.simulator.calendar;

/**
 * One drill must have been held before another may, as the desktop drill before the live one. Of drills that take place
 * several times the first ones are meant.
 *
 * @param before the earlier drill's id
 * @param after the later drill's id
 * @param gapDays days from the last day of the one to the first day of the other, at least 1
 */
public record Precedence(String before, String after, int gapDays) {

    /** Throws {@link IllegalArgumentException} where a drill waits for itself or the gap is no day. */
    public Precedence {
        if (before.equals(after)) {
            throw new IllegalArgumentException("Drill '" + before + "' waits for itself. Remove the precedence.");
        }
        if (gapDays < 1 || gapDays > 366) {
            throw new IllegalArgumentException("The gap between drills '" + before + "' and '" + after + "' is "
                    + gapDays + " days, but must lie between 1 and 366.");
        }
    }
}
