package io.holdfast.service.identity;

import java.time.Instant;

/**
 * A role that somebody's groups at the identity provider give.
 *
 * @param grant the role and where it holds
 * @param holdsUntil until when, unless they sign in there again
 */
public record ProvidedGrant(AccountGrant grant, Instant holdsUntil) {}
