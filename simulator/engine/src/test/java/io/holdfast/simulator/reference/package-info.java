/**
 * The judge: the meaning of a trial written down a second time, from the design notes alone, as plainly as it can be.
 * Slow. Knows the model and the draws of the product, nothing of its compiler and kernel.
 */
@NullMarked
package io.holdfast.simulator.reference;

import org.jspecify.annotations.NullMarked;
