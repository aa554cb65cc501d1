/** The tables of the room. */
@NullMarked
package io.holdfast.service.change.store;

import org.jspecify.annotations.NullMarked;
