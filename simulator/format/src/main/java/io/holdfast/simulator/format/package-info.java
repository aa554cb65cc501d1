/** Reads and writes the model file and the result, and checks them against the published rules. */
@NullMarked
package io.holdfast.simulator.format;

import org.jspecify.annotations.NullMarked;
