/** What the room keeps in its tables. */
@NullMarked
package io.holdfast.service.exchange.store;

import org.jspecify.annotations.NullMarked;
