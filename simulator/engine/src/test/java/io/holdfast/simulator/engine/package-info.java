/** Tests of the engine against closed forms and by its invariants. */
@NullMarked
package io.holdfast.simulator.engine;

import org.jspecify.annotations.NullMarked;
