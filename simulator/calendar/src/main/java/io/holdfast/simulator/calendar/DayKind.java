package io.holdfast.simulator.calendar;

/** What a day is. */
public enum DayKind {
    /** Monday to Friday, no holiday. */
    WORKING,
    /** Saturday or Sunday. */
    WEEKEND,
    /** A public holiday, whatever day of the week it is. */
    HOLIDAY,
    /** A day of the weekend on which people work. */
    MAKE_UP;

    /** Whether people work. */
    public boolean isWorked() {
        return this == WORKING || this == MAKE_UP;
    }
}
