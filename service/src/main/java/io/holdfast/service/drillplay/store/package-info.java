/** Plays in their tables. */
@NullMarked
package io.holdfast.service.drillplay.store;

import org.jspecify.annotations.NullMarked;
