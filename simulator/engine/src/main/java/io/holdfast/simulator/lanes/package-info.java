/**
 * Many trials at once, side by side in lanes, for models in which every element stops and starts at most once: the analysis
 * that says whether a model fits, the elements one after the other in an order in which all comes after what it needs, and
 * the passes over lanes. The same bits as the event loop.
 *
 * <p>Neighbours: knows {@code model}, {@code sampling} and {@code compile}; used by {@code engine}.
 */
@NullMarked
package io.holdfast.simulator.lanes;

import org.jspecify.annotations.NullMarked;
