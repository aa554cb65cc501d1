/** Tests of draws and samplers apart from the simulation. */
@NullMarked
package io.holdfast.simulator.sampling;

import org.jspecify.annotations.NullMarked;
