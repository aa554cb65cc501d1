/** Hashes and their chain. Neighbours: none. */
@NullMarked
package io.holdfast.service.audit.internal;

import org.jspecify.annotations.NullMarked;
