/**
 * Who acts, and what they may do: the words that every room needs to guard itself. Invariants: a route that says nothing is closed;
 * what one may do in a unit one may do in the units below it. Neighbours: none.
 */
@NullMarked
package io.holdfast.service.kernel.access;

import org.jspecify.annotations.NullMarked;
