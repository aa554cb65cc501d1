/**
 * Probabilities too small for plain trials: exactly where the hits alone decide, else by importance sampling on the hits,
 * with intervals that stay true.
 *
 * <p>Invariant: how the hits are tilted is settled by pilot trials before the main run and never after it; results do not
 * depend on threads. Neighbours: takes {@code exact}, {@code compile} and single trials of {@code engine}; gives {@code
 * result}'s estimates.
 */
@NullMarked
package io.holdfast.simulator.rare;

import org.jspecify.annotations.NullMarked;
