/** The benchmark: one generated model, this engine, and what else could compute it. Not part of the service. */
@NullMarked
package io.holdfast.simulator.bench;

import org.jspecify.annotations.NullMarked;
