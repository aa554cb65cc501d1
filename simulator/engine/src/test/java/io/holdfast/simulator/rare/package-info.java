/** Rare events against published and exact values; coverage of the intervals; the same bits however run. */
@NullMarked
package io.holdfast.simulator.rare;

import org.jspecify.annotations.NullMarked;
