/** The table of the room. */
@NullMarked
package io.holdfast.service.action.store;

import org.jspecify.annotations.NullMarked;
