package io.holdfast.service.identity;

import io.holdfast.service.kernel.access.Permission;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A key with which a program acts for a person, within what that person may do.
 *
 * @param id the number
 * @param account whose key it is
 * @param name what it is for
 * @param scopes what it may be used for
 * @param createdAt since when there is one
 * @param expiresAt when it ends by itself
 * @param usedAt when it was used last, to the minute; null where never
 * @param revokedAt when it was ended by hand, or null
 */
public record ApiKey(
        long id,
        long account,
        String name,
        Set<Permission> scopes,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant usedAt,
        @Nullable Instant revokedAt) {

    /** Copies the scopes. */
    public ApiKey {
        scopes = Set.copyOf(scopes);
    }
}
