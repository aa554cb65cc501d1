/**
 * What is practised in a year and on which day: the holiday calendar as imported data, the rules of the organisation, and the
 * drill schedule made from model, calendar, rules, the newest results and the schedule before by the calendar's solver; people move
 * drills, and what they fix stays. Invariants: no drill on a day off, no team twice a day, a service's desktop drill before its live
 * one, but for what a person has fixed; the same inputs give the same schedule. Neighbours: kernel, register, change, simulation;
 * simulator/calendar. Later rooms tell what became of drills and what they teach ({@link
 * io.holdfast.service.drill.ScheduledStates}, {@link io.holdfast.service.drill.LearningWorth}).
 */
@NullMarked
package io.holdfast.service.drill;

import org.jspecify.annotations.NullMarked;
