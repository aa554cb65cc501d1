/**
 * Drills simulated as what they are: a desktop drill walks the response chain, a data recovery drill restores stores aside
 * from production, a scenario drill recovers in a parallel environment, a live failover switches production and switches it
 * back. {@code docs/model/10-drills.md} says what each one means; a simulated drill is an estimate, never a drill.
 *
 * <p>The types reuse the engine's meaning: all but the desktop's call tree are runs of the event kernel on a model derived
 * from the one that was given. Draws have addresses as everywhere, so results depend on model, request and seed alone.
 */
@NullMarked
package io.holdfast.simulator.drill;

import org.jspecify.annotations.NullMarked;
