package io.holdfast.service.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.holdfast.service.audit.AccountNames;
import io.holdfast.service.audit.Audit;
import io.holdfast.service.identity.internal.PasswordRules;
import io.holdfast.service.identity.internal.Passwords;
import io.holdfast.service.identity.internal.Secrets;
import io.holdfast.service.identity.store.AccountStore;
import io.holdfast.service.identity.store.FailureStore;
import io.holdfast.service.identity.store.LinkStore;
import io.holdfast.service.identity.store.SessionStore;
import io.holdfast.service.kernel.access.Principal;
import io.holdfast.service.kernel.access.Role;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** People: who there is, what they may, and how they get a password. For any number of threads. */
@Singleton
public class Accounts implements AccountNames {

    /** How long the link for the first administrator works; a new one is made at every start. */
    private static final Duration FIRST_LINK = Duration.ofDays(1);

    /** How long a link to choose a password works. */
    private static final Duration PASSWORD_LINK = Duration.ofDays(3);

    /** The roles of the first account: it administers, and can use the product before anybody else is there. */
    private static final List<AccountGrant> FIRST_GRANTS = List.of(
            new AccountGrant(Role.ADMINISTRATOR, null),
            new AccountGrant(Role.PLANNER, null),
            new AccountGrant(Role.OPERATOR, null));

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private final AccountStore accounts;
    private final LinkStore links;
    private final SessionStore sessions;
    private final FailureStore failures;
    private final PasswordWords words;
    private final Audit audit;
    private final Clock clock;

    Accounts(
            AccountStore accounts,
            LinkStore links,
            SessionStore sessions,
            FailureStore failures,
            PasswordWords words,
            Audit audit,
            Clock clock) {
        this.accounts = accounts;
        this.links = links;
        this.sessions = sessions;
        this.failures = failures;
        this.words = words;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether nobody has an account yet, so that the first link decides who administers. */
    @ReadOnly
    public boolean isEmpty() {
        return accounts.isEmpty();
    }

    /** The secret of a link for the first administrator; empty where there is one already. */
    @Transactional
    public Optional<String> createFirstLink() {
        if (!accounts.isEmpty()) {
            return Optional.empty();
        }
        String secret = Secrets.create();
        links.create(Secrets.hash(secret), null, clock.instant().plus(FIRST_LINK));
        return Optional.of(secret);
    }

    /** Everybody, by sign-in name. */
    @ReadOnly
    public List<Account> listAccounts() {
        return accounts.list();
    }

    @Override
    @ReadOnly
    public Map<Long, String> listNames() {
        return accounts.listNames();
    }

    /** One person. */
    @ReadOnly
    public Optional<Account> findAccount(long id) {
        return accounts.find(id);
    }

    /**
     * A person and the secret of the link with which they choose their password.
     *
     * @param account the person
     * @param link the secret, told only now
     * @param expiresAt how long it works
     */
    public record Invited(Account account, String link, Instant expiresAt) {}

    /** Adds a person; throws {@link AccountRefused}. */
    @Transactional
    public Invited create(String signInName, String displayName, List<AccountGrant> grants) {
        long id = add(signInName, displayName, grants);
        Account account = accounts.find(id).orElseThrow();
        audit.record("account.create", "account", Long.toString(account.id()), null, tree(account));
        return invite(account);
    }

    private long add(String signInName, String displayName, List<AccountGrant> grants) {
        String name = signInName.strip().toLowerCase(Locale.ROOT);
        if (!SignInNames.isOne(name)) {
            throw new AccountRefused(
                    AccountRefused.Reason.BAD_NAME,
                    "The sign-in name is '" + name
                            + "', but it must have 2 to 64 of the characters a-z, 0-9, '.', '_', '@'"
                            + " and '-', and begin with a letter or digit.");
        }
        requireDisplayName(displayName);
        if (accounts.findLogin(name).isPresent()) {
            throw new AccountRefused(
                    AccountRefused.Reason.TAKEN, "Somebody has the sign-in name '" + name + "'. Choose another one.");
        }
        long id = accounts.create(name, displayName.strip());
        accounts.saveGrants(id, grants);
        return id;
    }

    private static void requireDisplayName(String displayName) {
        if (displayName.isBlank() || displayName.length() > 100) {
            throw new AccountRefused(
                    AccountRefused.Reason.BAD_NAME, "The name that others see must have 1 to 100 characters.");
        }
    }

    /** A new link to choose a password, which ends every session and lock of that person. */
    @Transactional
    public Optional<Invited> createPasswordLink(long id) {
        Optional<Account> account = accounts.find(id);
        account.ifPresent(found -> {
            sessions.endAll(id);
            failures.forget("name:" + found.signInName());
            audit.record("account.link", "account", Long.toString(found.id()), null, null);
        });
        return account.map(this::invite);
    }

    private Invited invite(Account account) {
        String secret = Secrets.create();
        Instant expiresAt = clock.instant().plus(PASSWORD_LINK);
        links.create(Secrets.hash(secret), account.id(), expiresAt);
        return new Invited(account, secret, expiresAt);
    }

    /**
     * What is changed of a person.
     *
     * @param seen the version that the change is made on
     */
    public record Change(
            String displayName, boolean disabled, List<AccountGrant> grants, List<Deputy> deputies, int seen) {}

    /**
     * Changes a person; whoever is disabled or gets other roles is signed out. Throws {@link AccountRefused}.
     *
     * @return the person as stored now; empty where there is none
     */
    @Transactional
    public Optional<Account> change(long id, Change change) {
        accounts.lock();
        Optional<Account> before = accounts.find(id);
        if (before.isEmpty()) {
            return before;
        }
        requireDisplayName(change.displayName());
        requireOthers(id, change.deputies());
        Instant disabledAt =
                change.disabled() ? Objects.requireNonNullElse(before.get().disabledAt(), clock.instant()) : null;
        if (!accounts.update(id, change.seen(), change.displayName().strip(), disabledAt)) {
            throw new AccountRefused(
                    AccountRefused.Reason.CHANGED_MEANWHILE,
                    "Somebody else changed this account since it was loaded. Load it anew and change it then.");
        }
        accounts.saveGrants(id, change.grants());
        accounts.saveDeputies(id, change.deputies());
        if (accounts.countAdministrators() == 0) {
            throw new AccountRefused(
                    AccountRefused.Reason.LAST_ADMINISTRATOR,
                    "Nobody would be left who administers the whole organisation and can sign in with a password, which works when an"
                            + " identity provider is down. Give that role to somebody else who has a password first.");
        }
        Account after = accounts.find(id).orElseThrow();
        if (change.disabled() || !after.grants().equals(before.get().grants())) {
            sessions.endAll(id);
        }
        audit.record("account.change", "account", Long.toString(after.id()), tree(before.get()), tree(after));
        return Optional.of(after);
    }

    /** Says who stands in for a person; throws {@link AccountRefused}. */
    @Transactional
    public Account saveDeputies(long id, List<Deputy> deputies) {
        Account before = accounts.find(id).orElseThrow();
        requireOthers(id, deputies);
        accounts.saveDeputies(id, deputies);
        Account after = accounts.find(id).orElseThrow();
        audit.record("account.deputies", "account", Long.toString(after.id()), tree(before), tree(after));
        return after;
    }

    private static void requireOthers(long id, List<Deputy> deputies) {
        if (deputies.stream().anyMatch(deputy -> deputy.account() == id)) {
            throw new AccountRefused(
                    AccountRefused.Reason.BAD_DEPUTY, "Nobody stands in for themselves. Choose somebody else.");
        }
    }

    /** What a link is for: nobody's name where it makes the first administrator; empty where it does not work any more. */
    @ReadOnly
    public Optional<LinkUse> findLink(String secret) {
        return links.find(Secrets.hash(secret), clock.instant()).map(link -> {
            Long account = link.account();
            return new LinkUse(
                    account == null
                            ? null
                            : accounts.findLogin(account).orElseThrow().signInName());
        });
    }

    /**
     * What a link is for.
     *
     * @param signInName for whose password; null where it makes the first administrator
     */
    public record LinkUse(@Nullable String signInName) {}

    /**
     * Uses up the link for the first administrator; throws {@link AccountRefused}.
     *
     * @return the number of the account
     */
    @Transactional
    public long acceptFirst(String secret, String signInName, String displayName, String password, String address) {
        accounts.lock();
        useUp(secret);
        if (!accounts.isEmpty()) {
            throw new AccountRefused(AccountRefused.Reason.LINK_GONE, "There is an administrator already. Sign in.");
        }
        requirePassword(password, signInName, displayName);
        long id = add(signInName, displayName, FIRST_GRANTS);
        accounts.savePassword(id, Passwords.hash(password), clock.instant());
        Account account = accounts.find(id).orElseThrow();
        audit.record(
                by(account, address), "account.first", "account", Long.toString(account.id()), null, tree(account));
        return id;
    }

    /** Uses up a link to choose a password; throws {@link AccountRefused}. Answers the number of the account. */
    @Transactional
    public long acceptPassword(String secret, String password, String address) {
        Long id = links.find(Secrets.hash(secret), clock.instant())
                .map(LinkStore.Link::account)
                .orElse(null);
        useUp(secret);
        if (id == null) {
            throw new AccountRefused(
                    AccountRefused.Reason.LINK_GONE, "This link makes the first administrator, not a password.");
        }
        Account account = accounts.find(id).orElseThrow();
        requirePassword(password, account.signInName(), account.displayName());
        savePassword(account, password, by(account, address));
        return id;
    }

    /** Changes one's own password; every session ends. Throws {@link AccountRefused}. */
    @Transactional
    public void changePassword(Principal who, long id, String current, String password) {
        Account account = accounts.find(id).orElseThrow();
        String stored = accounts.findLogin(id).orElseThrow().passwordHash();
        if (stored == null || !Passwords.matches(current, stored)) {
            throw new AccountRefused(
                    AccountRefused.Reason.WRONG_PASSWORD, "The current password is not right. Type it again.");
        }
        requirePassword(password, account.signInName(), account.displayName());
        savePassword(account, password, who);
    }

    private void savePassword(Account account, String password, Principal by) {
        accounts.savePassword(account.id(), Passwords.hash(password), clock.instant());
        sessions.endAll(account.id());
        failures.forget("name:" + account.signInName());
        audit.record(by, "account.password", "account", Long.toString(account.id()), null, null);
    }

    private void useUp(String secret) {
        if (!links.use(Secrets.hash(secret), clock.instant())) {
            throw new AccountRefused(
                    AccountRefused.Reason.LINK_GONE,
                    "This link does not work any more: it was used, or its time is over. Ask an administrator for another one; the"
                            + " first one is printed anew when the service starts.");
        }
    }

    private void requirePassword(String password, String signInName, String displayName) {
        List<String> names = new ArrayList<>(words.words());
        names.addAll(List.of(signInName, displayName));
        PasswordRules.fault(password, names).ifPresent(fault -> {
            throw new AccountRefused(AccountRefused.Reason.WEAK_PASSWORD, fault);
        });
    }

    private static Principal by(Account account, String address) {
        return new Principal(Principal.Kind.NOBODY, account.id(), account.signInName(), List.of(), null, address);
    }

    private static JsonNode tree(Account account) {
        JsonNode tree = JSON.valueToTree(account);
        return Objects.requireNonNullElse(tree, JsonNodeFactory.instance.nullNode());
    }
}
