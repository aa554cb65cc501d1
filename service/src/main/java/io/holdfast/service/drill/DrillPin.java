package io.holdfast.service.drill;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * A drill that a person has given its day: planning again leaves it there.
 *
 * @param uid the drill
 * @param date its day
 * @param start when it begins
 * @param reason why, in the person's words; may be empty
 * @param by who
 * @param at when
 */
public record DrillPin(String uid, LocalDate date, LocalTime start, String reason, String by, Instant at) {}
