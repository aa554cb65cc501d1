/**
 * What is practised in a year and on which day: the holiday calendar as imported data, and the drill schedule made from
 * model, calendar, the newest results and the schedule before by the calendar's solver. Invariants: no drill on a day off, no
 * team twice a day, a service's desktop drill before its live one; the same inputs give the same schedule. Neighbours: kernel,
 * register, simulation; simulator/calendar.
 */
@NullMarked
package io.holdfast.service.drill;

import org.jspecify.annotations.NullMarked;
