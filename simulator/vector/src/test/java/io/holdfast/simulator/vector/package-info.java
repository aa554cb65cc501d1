/** Tests of the vector passes. */
@NullMarked
package io.holdfast.simulator.vector;

import org.jspecify.annotations.NullMarked;
