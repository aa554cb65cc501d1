package io.holdfast.service.identity.internal;

import java.util.List;

/**
 * Somebody as the provider's token tells, after every check of it.
 *
 * @param issuer the provider
 * @param subject who it is there; with the issuer, what identifies somebody
 * @param name what a sign-in name may be made of; identifies nobody
 * @param displayName how others see them
 * @param groups their groups
 */
public record ProviderPerson(String issuer, String subject, String name, String displayName, List<String> groups) {

    /** Copies the list. */
    public ProviderPerson {
        groups = List.copyOf(groups);
    }
}
