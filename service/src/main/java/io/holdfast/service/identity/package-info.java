/**
 * Who may: people, their roles and units, deputies, sessions, keys for programs. Doors: {@link
 * io.holdfast.service.identity.Accounts}, {@link io.holdfast.service.identity.SignIns}, {@link
 * io.holdfast.service.identity.ApiKeys}, {@link io.holdfast.service.identity.Units}. Invariants: of passwords, session ids, keys
 * and links only hashes are stored; somebody can always administer once somebody could. Neighbours: kernel, audit.
 */
@NullMarked
package io.holdfast.service.identity;

import org.jspecify.annotations.NullMarked;
