/**
 * The register's tables. A row is made from, and turned back into, the same tree that the published format writes: what has a
 * column goes there, what has none stays in {@code rest}, so nothing of a file is lost. Only the room's door uses it.
 */
@NullMarked
package io.holdfast.service.register.store;

import org.jspecify.annotations.NullMarked;
