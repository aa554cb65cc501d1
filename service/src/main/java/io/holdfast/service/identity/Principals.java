package io.holdfast.service.identity;

import io.holdfast.service.identity.store.AccountStore;
import io.holdfast.service.identity.store.UnitStore;
import io.holdfast.service.kernel.access.Grant;
import io.holdfast.service.kernel.access.Permission;
import io.holdfast.service.kernel.access.Principal;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes a principal of an account: own roles, and those held as a deputy today. The caller brings the transaction. */
@Singleton
final class Principals {

    private final AccountStore accounts;
    private final UnitStore units;
    private final Clock clock;

    Principals(AccountStore accounts, UnitStore units, Clock clock) {
        this.accounts = accounts;
        this.units = units;
        this.clock = clock;
    }

    /** Who somebody is who has shown it; empty where the account is disabled or gone. */
    Optional<Principal> find(long account, Principal.Kind kind, @Nullable Set<Permission> scopes, String address) {
        return accounts.findLogin(account)
                .filter(login -> !login.disabled())
                .map(login -> new Principal(kind, account, login.signInName(), grants(account), scopes, address));
    }

    private List<Grant> grants(long account) {
        Instant now = clock.instant();
        return Stream.concat(
                        accounts.listGrants(account, now).stream().map(own -> grant(own, null)),
                        accounts.listGrantsAsDeputy(account, LocalDate.now(clock), now).stream()
                                .map(held -> grant(held.grant(), held.heldFor())))
                .distinct()
                .toList();
    }

    private Grant grant(AccountGrant stored, @Nullable Long heldFor) {
        String unit = stored.unit();
        return new Grant(stored.role(), unit == null ? null : units.below(unit), heldFor);
    }
}
