/**
 * Turns a continuity model and one of its scenarios into flat arrays: order of evaluation, entries of needs, methods,
 * hits, samplers and keys of draws.
 *
 * <p>Invariant: a compiled model is immutable and can be read by any number of threads. Elements are numbered in file
 * order. Neighbours: knows {@code model} and {@code sampling}; used by {@code engine}.
 */
@NullMarked
package io.holdfast.simulator.compile;

import org.jspecify.annotations.NullMarked;
