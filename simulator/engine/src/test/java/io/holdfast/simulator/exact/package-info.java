/** Exact answers against published values, brute force and the simulation. */
@NullMarked
package io.holdfast.simulator.exact;

import org.jspecify.annotations.NullMarked;
