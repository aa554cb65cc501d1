package io.holdfast.service.identity.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.holdfast.service.identity.OpenSession;
import io.holdfast.service.kernel.access.Permission;
import io.holdfast.service.kernel.access.Principal;
import io.holdfast.service.kernel.access.Role;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who is signed in.
 *
 * @param state {@code signed-in}; {@code signed-out}; {@code first} where nobody has an account yet; {@code demo} where anybody
 *     at this computer may do everything
 * @param signInName the sign-in name, or null
 * @param displayName how others see them, or null
 * @param roles their roles, those held as a deputy too
 * @param permissions what they may do, somewhere at least
 * @param everywhere what they may do in the whole organisation
 * @param csrf what writes must carry in the header {@code Holdfast-Csrf}, or null
 * @param idleMinutes after how many minutes without a request the session ends, or null
 * @param endsAt when it ends in any case, or null
 * @param sharedStation whether others use the same device
 * @param byProvider whether the identity provider showed who it is
 * @param provider with whom one can sign in beside the local accounts, or null
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record SessionView(
        String state,
        @Nullable String signInName,
        @Nullable String displayName,
        List<String> roles,
        List<String> permissions,
        List<String> everywhere,
        @Nullable String csrf,
        @Nullable Long idleMinutes,
        @Nullable Instant endsAt,
        boolean sharedStation,
        boolean byProvider,
        @Nullable ProviderView provider) {

    static SessionView signedOut(boolean first, @Nullable ProviderView provider) {
        return new SessionView(
                first ? "first" : "signed-out",
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                false,
                false,
                provider);
    }

    static SessionView demo(Principal principal) {
        return new SessionView(
                "demo",
                principal.name(),
                principal.name(),
                roles(principal),
                permissions(principal),
                everywhere(principal),
                null,
                null,
                null,
                false,
                false,
                null);
    }

    static SessionView of(OpenSession session, @Nullable ProviderView provider) {
        Principal principal = session.principal();
        return new SessionView(
                "signed-in",
                principal.name(),
                session.displayName(),
                roles(principal),
                permissions(principal),
                everywhere(principal),
                session.csrf(),
                session.idleLimit().toMinutes(),
                session.endsAt(),
                session.sharedStation(),
                session.byProvider(),
                provider);
    }

    private static List<String> roles(Principal principal) {
        return principal.grants().stream()
                .map(grant -> grant.role())
                .distinct()
                .sorted()
                .map(Role::word)
                .toList();
    }

    private static List<String> permissions(Principal principal) {
        return Stream.of(Permission.values())
                .filter(principal::may)
                .map(Permission::word)
                .toList();
    }

    private static List<String> everywhere(Principal principal) {
        return Stream.of(Permission.values())
                .filter(principal::mayEverywhere)
                .map(Permission::word)
                .toList();
    }
}
