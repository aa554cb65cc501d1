/**
 * The drill calendar of a year: which drills take place on which day, as a constraint program (CP-SAT), with a proven
 * bound, a reason for every placement and every omission. A library: no framework, no database, no file but the native
 * solver's own.
 *
 * <p>Input is one {@link io.holdfast.simulator.calendar.CalendarProblem}, output one {@link
 * io.holdfast.simulator.calendar.CalendarPlan}; both immutable. {@link io.holdfast.simulator.calendar.CalendarSolver} goes
 * from one to the other. What is hard, what is wanted and in which order stands there and in decision record 22.
 * Neighbours: {@code model} for the types of drills; the service makes problems of its register and keeps plans.
 */
@NullMarked
package io.holdfast.simulator.calendar;

import org.jspecify.annotations.NullMarked;
