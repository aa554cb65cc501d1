/** Names and types of files, and their bytes in pieces. Neighbours: none. */
@NullMarked
package io.holdfast.service.evidence.internal;

import org.jspecify.annotations.NullMarked;
