/** Hashes and their chain, and which accounts entries name. Neighbours: none. */
@NullMarked
package io.holdfast.service.audit.internal;

import org.jspecify.annotations.NullMarked;
