package io.holdfast.service.identity;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.audit.Audit;
import io.holdfast.service.identity.internal.Secrets;
import io.holdfast.service.identity.store.KeyStore;
import io.holdfast.service.kernel.access.Permission;
import io.holdfast.service.kernel.access.Principal;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Keys with which programs act for a person. A key never allows more than its person may at that moment. For any number of threads. */
@Singleton
public class ApiKeys {

    /** The longest that a key works. */
    public static final Duration LONGEST = Duration.ofDays(366);

    /** How exactly the last use is remembered. */
    private static final Duration USED_STEP = Duration.ofMinutes(1);

    private static final String PREFIX = "hf_";

    private final KeyStore keys;
    private final Principals principals;
    private final Audit audit;
    private final Clock clock;

    ApiKeys(KeyStore keys, Principals principals, Audit audit, Clock clock) {
        this.keys = keys;
        this.principals = principals;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A key and its secret.
     *
     * @param key the key
     * @param secret what the program sends as a bearer token, told only now
     */
    public record Created(ApiKey key, String secret) {}

    /** Makes a key for a person; throws {@link AccountRefused}. */
    @Transactional
    public Created create(Principal who, long account, String name, Set<Permission> scopes, Instant expiresAt) {
        Instant now = clock.instant();
        if (name.isBlank() || name.length() > 100) {
            throw new AccountRefused(
                    AccountRefused.Reason.BAD_KEY,
                    "A key needs a name of 1 to 100 characters that says what it is for.");
        }
        if (scopes.isEmpty() || !scopes.stream().allMatch(scope -> scope.isForKeys() && who.may(scope))) {
            throw new AccountRefused(
                    AccountRefused.Reason.BAD_KEY,
                    "A key needs at least one scope, and only such as you have yourself and as are for programs: not approving, not"
                            + " administering.");
        }
        if (!expiresAt.isAfter(now) || expiresAt.isAfter(now.plus(LONGEST))) {
            throw new AccountRefused(
                    AccountRefused.Reason.BAD_KEY,
                    "A key ends within " + LONGEST.toDays() + " days. Choose an earlier end.");
        }
        String secret = PREFIX + Secrets.create();
        ApiKey key = keys.create(account, name.strip(), Secrets.hash(secret), scopes, now, expiresAt);
        ObjectNode after =
                JsonNodeFactory.instance.objectNode().put("name", key.name()).put("expiresAt", expiresAt.toString());
        key.scopes().stream().map(Permission::word).sorted().forEach(after.withArrayProperty("scopes")::add);
        audit.record("key.create", "key", Long.toString(key.id()), null, after);
        return new Created(key, secret);
    }

    /** The keys of a person, from the newest. */
    @ReadOnly
    public List<ApiKey> listKeys(long account) {
        return keys.listOf(account);
    }

    /** Ends a key of a person; false where there is none that works. */
    @Transactional
    public boolean revoke(long account, long id) {
        boolean revoked = keys.revoke(account, id, clock.instant());
        if (revoked) {
            audit.record("key.revoke", "key", Long.toString(id), null, null);
        }
        return revoked;
    }

    /** Who acts with a key; empty where it does not work. */
    @Transactional
    public Optional<Principal> findPrincipal(String secret, String address) {
        if (!secret.startsWith(PREFIX)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Optional<ApiKey> key = keys.find(Secrets.hash(secret), now);
        key.filter(found -> {
                    Instant used = found.usedAt();
                    return used == null || used.plus(USED_STEP).isBefore(now);
                })
                .ifPresent(found -> keys.used(found.id(), now));
        return key.flatMap(found -> principals.find(found.account(), Principal.Kind.KEY, found.scopes(), address));
    }
}
