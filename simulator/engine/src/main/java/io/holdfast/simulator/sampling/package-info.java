/**
 * Randomness as a parameter: every random quantity of a trial has an address, its uniform number follows from (seed,
 * trial, address, occurrence), and its time from the inverse distribution function.
 *
 * <p>Neighbours: knows {@code model}; used by {@code compile} and {@code engine}.
 */
@NullMarked
package io.holdfast.simulator.sampling;

import org.jspecify.annotations.NullMarked;
