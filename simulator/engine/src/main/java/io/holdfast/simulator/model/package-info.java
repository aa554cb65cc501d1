/**
 * The continuity model in the reader's words: what an organisation runs, what it needs, how it is recovered and what
 * can hit it.
 *
 * <p>Every type is an immutable value that is valid or not built; constructors throw {@link
 * java.lang.IllegalArgumentException} with the rule that was broken. References between parts are checked by {@link
 * io.holdfast.simulator.model.ContinuityModel}. Neighbours: {@code format} reads and writes these types, {@code
 * compile} turns them into arrays. Source: the published model format, version 1.
 */
@NullMarked
package io.holdfast.simulator.model;

import org.jspecify.annotations.NullMarked;
