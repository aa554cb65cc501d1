package io.holdfast.simulator.calendar;

import java.time.LocalDate;

/**
 * A day of the year.
 *
 * @param date the day, in the organisation's time zone
 * @param kind what it is
 * @param holidaysKnown whether the month has holiday data; without, only weekends and make-up days are known
 */
public record YearDay(LocalDate date, DayKind kind, boolean holidaysKnown) {}
