/** Plays of small models whose every moment is known. */
@NullMarked
package io.holdfast.simulator.play;

import org.jspecify.annotations.NullMarked;
