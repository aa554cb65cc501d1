/** Tests of the benchmark: that all that it compares computes the same. */
@NullMarked
package io.holdfast.simulator.bench;

import org.jspecify.annotations.NullMarked;
