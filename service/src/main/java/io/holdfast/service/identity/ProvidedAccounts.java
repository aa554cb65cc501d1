package io.holdfast.service.identity;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.holdfast.service.audit.Audit;
import io.holdfast.service.identity.ProviderOutcome.Reason;
import io.holdfast.service.identity.internal.ProviderPerson;
import io.holdfast.service.identity.store.AccountStore;
import io.holdfast.service.identity.store.IdentityStore;
import io.holdfast.service.identity.store.SessionStore;
import io.holdfast.service.kernel.access.Principal;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Accounts that people open by way of an identity provider. Issuer and subject identify somebody, a name or an e-mail address never does: who
 * has the name of an account at the provider does not get that account. For any number of threads.
 */
@Singleton
public class ProvidedAccounts {

    /** How long it is remembered that somebody was turned away, so that an administrator can let them in. */
    public static final Duration TURNED_AWAY_KEPT = Duration.ofDays(30);

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private final @Nullable OidcSettings settings;
    private final IdentityStore identities;
    private final AccountStore accounts;
    private final SessionStore sessions;
    private final Units units;
    private final Audit audit;
    private final Clock clock;

    ProvidedAccounts(
            @Nullable OidcSettings settings,
            IdentityStore identities,
            AccountStore accounts,
            SessionStore sessions,
            Units units,
            Audit audit,
            Clock clock) {
        this.settings = settings;
        this.identities = identities;
        this.accounts = accounts;
        this.sessions = sessions;
        this.units = units;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether somebody at the provider has an account. */
    sealed interface Entry {

        /** They have this one. */
        record Known(long account) implements Entry {}

        /** They have none that is open. */
        record Turned(Reason reason) implements Entry {}
    }

    /** Finds or makes the account of somebody of whom every check has held, and gives it the roles of their groups. */
    @Transactional
    Entry enter(ProviderPerson person, String address) {
        OidcSettings its = Objects.requireNonNull(settings, "somebody comes from a provider only where there is one");
        accounts.lock();
        if (accounts.isEmpty()) {
            return new Entry.Turned(Reason.FIRST);
        }
        Instant now = clock.instant();
        identities.forgetTurnedAwayBefore(now.minus(TURNED_AWAY_KEPT));
        accounts.forgetLapsed(now);
        ExternalIdentity identity =
                identities.see(person.issuer(), person.subject(), person.name(), person.displayName(), now);
        List<AccountGrant> grants = known(its.grantsOf(person.groups()));
        Long account = identity.account();
        if (account == null) {
            if (!its.creates() || grants.isEmpty()) {
                return new Entry.Turned(Reason.UNKNOWN_PERSON);
            }
            String name = SignInNames.of(person.name(), person.subject());
            if (accounts.findLogin(name).isPresent()) {
                return new Entry.Turned(Reason.NAME_TAKEN);
            }
            account = create(name, identity, address, now);
        }
        if (accounts.findLogin(account).orElseThrow().disabled()) {
            return new Entry.Turned(Reason.DISABLED);
        }
        provide(account, grants, now.plus(its.rolesLast()), address);
        return new Entry.Known(account);
    }

    /** Roles in units that there are; the settings may name one that there is not yet, or not any more. */
    private List<AccountGrant> known(List<AccountGrant> grants) {
        Set<String> ids = units.listUnits().stream().map(Unit::id).collect(Collectors.toSet());
        return grants.stream()
                .filter(grant -> grant.unit() == null || ids.contains(grant.unit()))
                .toList();
    }

    private long create(String name, ExternalIdentity identity, String address, Instant now) {
        long account = accounts.create(name, identity.displayName());
        identities.link(identity.issuer(), identity.subject(), account, now);
        ObjectNode after = JSON.valueToTree(accounts.find(account).orElseThrow());
        audit.record(
                by(account, name, address),
                "account.create",
                "account",
                Long.toString(account),
                null,
                after.put("issuer", identity.issuer()).put("subject", identity.subject()));
        return account;
    }

    private void provide(long account, List<AccountGrant> grants, Instant until, String address) {
        List<AccountGrant> before = accounts.listProvided(account).stream()
                .map(ProvidedGrant::grant)
                .toList();
        accounts.saveProvided(account, grants, until);
        if (!Set.copyOf(before).equals(Set.copyOf(grants))) {
            String name = accounts.findLogin(account).orElseThrow().signInName();
            audit.record(
                    by(account, name, address),
                    "account.provided-roles",
                    "account",
                    Long.toString(account),
                    JSON.valueToTree(before),
                    JSON.valueToTree(grants));
        }
    }

    private static Principal by(long account, String name, String address) {
        return new Principal(Principal.Kind.NOBODY, account, name, List.of(), null, address);
    }

    /** Everybody who is known from the provider, those who were turned away among them. */
    @ReadOnly
    public List<ExternalIdentity> listIdentities() {
        return identities.list();
    }

    /** Lets somebody at the provider open an account; throws {@link AccountRefused}. */
    @Transactional
    public ExternalIdentity link(long account, String subject) {
        OidcSettings its = settings;
        if (its == null) {
            throw new AccountRefused(
                    AccountRefused.Reason.BAD_IDENTITY,
                    "This service has no identity provider. Start it with --oidc FILE, then link accounts.");
        }
        if (subject.isBlank() || subject.length() > 255) {
            throw new AccountRefused(
                    AccountRefused.Reason.BAD_IDENTITY,
                    "The subject must have 1 to 255 characters: it is what the provider calls sub.");
        }
        String issuer = its.issuer().toString();
        Optional<Long> holder = identities.find(issuer, subject).map(ExternalIdentity::account);
        if (holder.isPresent() && holder.get() != account) {
            throw new AccountRefused(
                    AccountRefused.Reason.TAKEN,
                    "The subject '" + subject + "' opens the account "
                            + accounts.findLogin(holder.get()).orElseThrow().signInName() + ". Unlink it there first.");
        }
        ExternalIdentity after = identities.link(issuer, subject, account, clock.instant());
        audit.record("account.identity", "account", Long.toString(account), null, JSON.valueToTree(after));
        return after;
    }

    /** Takes the way through the provider away from an account, with the roles from there, or forgets who was turned away. */
    @Transactional
    public boolean unlink(long id) {
        Optional<ExternalIdentity> before = identities.find(id);
        before.ifPresent(identity -> {
            identities.remove(id);
            Long account = identity.account();
            if (account != null) {
                accounts.saveProvided(account, List.of(), clock.instant());
                sessions.endAll(account);
            }
            audit.record(
                    "account.identity",
                    account == null ? "identity" : "account",
                    Long.toString(account == null ? id : account),
                    JSON.valueToTree(identity),
                    JsonNodeFactory.instance.nullNode());
        });
        return before.isPresent();
    }
}
