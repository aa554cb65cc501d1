/** The tables of evidence and of retention. Neighbours: internal. */
@NullMarked
package io.holdfast.service.evidence.store;

import org.jspecify.annotations.NullMarked;
