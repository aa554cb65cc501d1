package io.holdfast.service.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody as an identity provider knows them. Issuer and subject together identify; the names do not.
 *
 * @param id the number
 * @param issuer the provider
 * @param subject who it is there
 * @param account the account that it opens; null where somebody was turned away who has none
 * @param name the sign-in name there, as last told
 * @param displayName how others see them there, as last told
 * @param firstSeenAt since when it is known here
 * @param seenAt when they last came from there, or null where an administrator has named them before
 */
public record ExternalIdentity(
        long id,
        String issuer,
        String subject,
        @Nullable Long account,
        String name,
        String displayName,
        Instant firstSeenAt,
        @Nullable Instant seenAt) {}
