/**
 * Answers Boolean questions about the moment of an event exactly: is an element down or disrupted, and which smallest
 * joint failures take it there. By decision diagrams over the independent chances of a scenario, without a trial.
 *
 * <p>Invariant: an answer that is called exact has no error but that of floating-point sums of positive terms. Neighbours:
 * takes {@code compile}; {@code rare} draws from its diagrams.
 */
@NullMarked
package io.holdfast.simulator.exact;

import org.jspecify.annotations.NullMarked;
