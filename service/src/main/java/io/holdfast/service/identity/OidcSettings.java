package io.holdfast.service.identity;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one OpenID Connect provider with which people may sign in, as the file of {@code --oidc} says; see
 * docs/operations/openid-connect.md.
 *
 * @param issuer the address that the provider calls itself, to the letter
 * @param clientId as what it knows this service
 * @param clientSecret how this service shows that it is that client; never told to anybody else
 * @param scopes what is asked for, {@code openid} among it
 * @param name how people call the provider, in English
 * @param nameZhHant the same in Traditional Chinese
 * @param nameClaim the claim from which a sign-in name is made; it identifies nobody
 * @param groupsClaim the claim with somebody's groups or roles; with dots inside: a claim in a claim
 * @param groups which roles each group gives
 * @param creates whether who has a mapped group gets an account at the first sign-in; else an administrator links accounts
 * @param rolesLast for how long after a sign-in the roles of groups hold
 * @param maxAge how long ago the provider may have asked for the password, or null where that is its own affair
 */
public record OidcSettings(
        URI issuer,
        String clientId,
        String clientSecret,
        List<String> scopes,
        String name,
        String nameZhHant,
        String nameClaim,
        String groupsClaim,
        Map<String, List<AccountGrant>> groups,
        boolean creates,
        Duration rolesLast,
        @Nullable Duration maxAge) {

    /** Copies the collections. */
    public OidcSettings {
        scopes = List.copyOf(scopes);
        groups = Map.copyOf(groups);
    }

    /** The roles of whoever is in these groups, each once. */
    public List<AccountGrant> grantsOf(List<String> held) {
        return held.stream()
                .flatMap(group -> groups.getOrDefault(group, List.of()).stream())
                .distinct()
                .toList();
    }

    /** Without the secret, which must not reach a log. */
    @Override
    public String toString() {
        return "OidcSettings[issuer=" + issuer + ", clientId=" + clientId + "]";
    }
}
