/**
 * Writes that are sent again because an answer was lost: with a key in {@code Idempotency-Key} they are done once. Invariants: a
 * key is marked in the transaction of what it does; an answer is readable for the sender of the key alone. Neighbours: audit, which
 * is part of every write.
 */
@NullMarked
package io.holdfast.service.kernel.retry;

import org.jspecify.annotations.NullMarked;
