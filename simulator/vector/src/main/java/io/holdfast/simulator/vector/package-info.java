/**
 * The passes over lanes by the Vector API. A module of its own, because the API is incubating: loaded by name where Java was
 * started with it, and only then.
 */
@NullMarked
package io.holdfast.simulator.vector;

import org.jspecify.annotations.NullMarked;
