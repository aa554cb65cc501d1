/** The tables of the room. */
@NullMarked
package io.holdfast.service.approval.store;

import org.jspecify.annotations.NullMarked;
