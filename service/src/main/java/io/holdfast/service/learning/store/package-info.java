/** The tables of the room. */
@NullMarked
package io.holdfast.service.learning.store;

import org.jspecify.annotations.NullMarked;
