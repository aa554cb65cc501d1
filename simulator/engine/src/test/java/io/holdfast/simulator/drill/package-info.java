/** Tests of simulated drills. */
@NullMarked
package io.holdfast.simulator.drill;

import org.jspecify.annotations.NullMarked;
