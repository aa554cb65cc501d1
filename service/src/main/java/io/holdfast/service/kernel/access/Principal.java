package io.holdfast.service.kernel.access;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who acts in a request.
 *
 * @param kind how they showed who they are
 * @param account the number of their account; null for the demonstration and for the service itself
 * @param name the sign-in name, which the audit keeps
 * @param grants their roles, and those they hold as somebody's deputy
 * @param scopes what a key is for; null where no key narrows what the roles allow
 * @param address where the request comes from, empty for the service itself
 */
public record Principal(
        Kind kind,
        @Nullable Long account,
        String name,
        List<Grant> grants,
        @Nullable Set<Permission> scopes,
        String address) {

    /** How somebody showed who they are. */
    public enum Kind {
        /** Signed in with a browser. */
        SESSION,
        /** A program with a key. */
        KEY,
        /** Anybody at this computer, because the service was started with {@code --demo}. */
        DEMO,
        /** Somebody who has not shown who they are. */
        NOBODY,
        /** The service itself, in work that nobody waits for. */
        SERVICE
    }

    /** The service itself. */
    public static final Principal SERVICE = new Principal(Kind.SERVICE, null, "holdfast", List.of(), null, "");

    /** Somebody who has not shown who they are; may nothing. */
    public static final Principal NOBODY = new Principal(Kind.NOBODY, null, "nobody", List.of(), null, "");

    /** Copies the lists. */
    public Principal {
        grants = List.copyOf(grants);
        scopes = scopes == null ? null : Set.copyOf(scopes);
    }

    /** Somebody at this computer in a demonstration: every role, everywhere. */
    public static Principal demo(String address) {
        return new Principal(
                Kind.DEMO,
                null,
                "demo",
                Stream.of(Role.values()).map(Grant::everywhere).toList(),
                null,
                address);
    }

    /** Whether they may do it somewhere, be it in one unit only. */
    public boolean may(Permission permission) {
        return isInScope(permission)
                && (permission == Permission.OWN_ACCOUNT
                        ? kind == Kind.SESSION
                        : grantsOf(permission).findAny().isPresent());
    }

    /** Whether they may do it in the whole organisation. */
    public boolean mayEverywhere(Permission permission) {
        return isInScope(permission) && grantsOf(permission).anyMatch(grant -> grant.units() == null);
    }

    /** Whether they may do it to what belongs to a unit; what belongs to none (null) needs a role in the whole organisation. */
    public boolean mayIn(Permission permission, @Nullable String unit) {
        return isInScope(permission) && grantsOf(permission).anyMatch(grant -> grant.holdsIn(unit));
    }

    /** The roles by which they may do it to what belongs to a unit: their own, and those they hold as somebody's deputy. */
    public List<Grant> listGrants(Permission permission, @Nullable String unit) {
        return isInScope(permission)
                ? grantsOf(permission).filter(grant -> grant.holdsIn(unit)).toList()
                : List.of();
    }

    private boolean isInScope(Permission permission) {
        return scopes == null || scopes.contains(permission);
    }

    private Stream<Grant> grantsOf(Permission permission) {
        return grants.stream().filter(grant -> grant.role().permissions().contains(permission));
    }
}
