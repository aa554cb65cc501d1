/**
 * Who may: people, their roles and units, deputies, sessions, keys for programs. Doors: {@link
 * io.holdfast.service.identity.Accounts}, {@link io.holdfast.service.identity.SignIns}, {@link
 * io.holdfast.service.identity.ApiKeys}, {@link io.holdfast.service.identity.Units}, {@link
 * io.holdfast.service.identity.ProviderSignIns}, {@link io.holdfast.service.identity.ProvidedAccounts}. Invariants: of passwords, session ids,
 * keys and links only hashes are stored, of tokens of an identity provider nothing; somebody with a password can always administer once
 * somebody could. Neighbours: kernel, audit.
 */
@NullMarked
package io.holdfast.service.identity;

import org.jspecify.annotations.NullMarked;
