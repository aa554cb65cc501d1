/** The tables of the audit. Neighbours: internal. */
@NullMarked
package io.holdfast.service.audit.store;

import org.jspecify.annotations.NullMarked;
