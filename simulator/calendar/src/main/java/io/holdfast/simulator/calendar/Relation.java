package io.holdfast.simulator.calendar;

/**
 * An occurrence that must be over before another may begin; without it the other may not take place.
 *
 * @param earlier index of the one
 * @param later index of the other
 * @param gap days from the last day of the one to the first day of the other
 * @param sameDrill whether both are times of one drill
 */
record Relation(int earlier, int later, int gap, boolean sameDrill) {}
