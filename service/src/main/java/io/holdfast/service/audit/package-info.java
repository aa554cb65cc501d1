/**
 * Who did what, when and from where, kept for good. Door: {@link io.holdfast.service.audit.Audit}; what accounts are called
 * comes through {@link io.holdfast.service.audit.AccountNames}. Invariants: an entry is
 * written in the transaction of what it tells; entries are numbered without gaps and each carries the hash of the one before;
 * nobody changes or deletes one, a redaction takes personal data away and leaves the chain whole. Neighbours: kernel.
 */
@NullMarked
package io.holdfast.service.audit;

import org.jspecify.annotations.NullMarked;
