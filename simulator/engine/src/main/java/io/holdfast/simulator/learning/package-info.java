/**
 * Learning from what happened: beliefs about durations, chances and rates and how drills and incidents change them; the
 * choice of a distribution for observed durations; how far past predictions held; and which inputs the spread of an
 * estimate rests on.
 *
 * <p>Pure functions and immutable values; randomness only from a seed that the caller gives. Neighbours: takes {@code model}
 * and {@code sampling}, asks {@code engine} for runs. Source: {@code docs/model/7-learning.md}.
 */
@NullMarked
package io.holdfast.simulator.learning;

import org.jspecify.annotations.NullMarked;
