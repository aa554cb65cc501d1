package io.holdfast.service.identity;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person who may sign in.
 *
 * @param id the number
 * @param signInName what they type to sign in, in small letters
 * @param displayName how others see them
 * @param disabledAt since when they may not sign in, or null
 * @param hasPassword whether they have chosen a password
 * @param external whether somebody at the identity provider opens it
 * @param grants their roles
 * @param provided the roles that their groups at the identity provider give, those that hold no more among them
 * @param deputies who stands in for them, and when
 * @param createdAt since when there is the account
 * @param version for changes on what was seen
 */
public record Account(
        long id,
        String signInName,
        String displayName,
        @Nullable Instant disabledAt,
        boolean hasPassword,
        boolean external,
        List<AccountGrant> grants,
        List<ProvidedGrant> provided,
        List<Deputy> deputies,
        Instant createdAt,
        int version) {

    /** Copies the lists. */
    public Account {
        grants = List.copyOf(grants);
        provided = List.copyOf(provided);
        deputies = List.copyOf(deputies);
    }
}
