/**
 * A trial as a future that people can play: what has happened until now, how everything stands, what they can do, and what came
 * of it in the end. {@code docs/model/11-playing.md} says what each decision means. A trial that is played is an estimate of what
 * could be, never a drill of its own and never a measurement.
 *
 * <p>Invariant: nothing that is told of a moment depends on a later one, and a decision changes nothing before it. Neighbours:
 * takes {@code model} and the scope of {@code drill}, plays in {@code engine}.
 */
@NullMarked
package io.holdfast.simulator.play;

import org.jspecify.annotations.NullMarked;
