/**
 * Runs a scenario over many trials: trial kernels, blocks of trials, threads, progress and cancellation.
 *
 * <p>Invariant: results do not depend on threads, blocks or order. Neighbours: takes {@code model}, gives {@code
 * result}.
 */
@NullMarked
package io.holdfast.simulator.engine;

import org.jspecify.annotations.NullMarked;
