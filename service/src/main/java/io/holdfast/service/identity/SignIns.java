package io.holdfast.service.identity;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.audit.Audit;
import io.holdfast.service.identity.internal.Passwords;
import io.holdfast.service.identity.internal.Secrets;
import io.holdfast.service.identity.store.AccountStore;
import io.holdfast.service.identity.store.FailureStore;
import io.holdfast.service.identity.store.SessionStore;
import io.holdfast.service.kernel.access.Principal;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Signing in and out, and the sessions between. Five failures in a row lock a name for a quarter of an hour, thirty an address;
 * whether there is such a name is not told, neither by the answer nor by its time. For any number of threads.
 */
@Singleton
public class SignIns {

    /** After how many failures in a row a name is locked. */
    public static final int FAILURES_OF_A_NAME = 5;

    /** After how many failures in a row an address is locked, whatever the names. */
    public static final int FAILURES_OF_AN_ADDRESS = 30;

    /** For how long. */
    public static final Duration LOCK = Duration.ofMinutes(15);

    /** Compared with where there is no such name, so that the answer takes as long. */
    private static final AccountStore.Login NOBODYS = new AccountStore.Login(0, "", "", null, false);

    private final AccountStore accounts;
    private final SessionStore sessions;
    private final FailureStore failures;
    private final Principals principals;
    private final SessionLimits limits;
    private final Audit audit;
    private final Clock clock;

    SignIns(
            AccountStore accounts,
            SessionStore sessions,
            FailureStore failures,
            Principals principals,
            SessionLimits limits,
            Audit audit,
            Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.failures = failures;
        this.principals = principals;
        this.limits = limits;
        this.audit = audit;
        this.clock = clock;
    }

    /** From where somebody signs in, and with what. */
    public record Device(String address, String agent, boolean sharedStation) {}

    /**
     * Begins a session, under a new id, where name and password are right. The password is hashed outside of transactions, so that
     * many attempts at once cannot hold all connections of the database.
     */
    public SignInOutcome signIn(String name, String password, Device device) {
        String signInName = name.strip().toLowerCase(Locale.ROOT);
        List<Gate> gates = gates(signInName, device.address());
        Known known = look(signInName, gates);
        return known.pause().isPresent()
                ? new SignInOutcome.Locked(known.pause().get())
                : settle(known.login().filter(login -> isRight(login, password)), gates, device);
    }

    /** What is known before a password is looked at: how long to wait, and whose it would be; of nobody, a login that nothing opens. */
    record Known(Optional<Duration> pause, Optional<AccountStore.Login> login) {}

    /** Looks up who it would be. */
    @ReadOnly
    Known look(String signInName, List<Gate> gates) {
        Instant now = clock.instant();
        return new Known(
                gates.stream().flatMap(gate -> wait(gate, now).stream()).max(Duration::compareTo),
                accounts.findLogin(signInName).or(() -> Optional.of(NOBODYS)));
    }

    /** Begins a session for who has shown the right password, or counts a failure. */
    @Transactional
    SignInOutcome settle(Optional<AccountStore.Login> right, List<Gate> gates, Device device) {
        if (right.isEmpty()) {
            miss(gates, device.address());
            return new SignInOutcome.Refused();
        }
        gates.forEach(gate -> failures.forget(gate.key()));
        return open(right.get().id(), device);
    }

    /**
     * Counts an attempt to show one's own password within a session as one at sign-in, so that who has got hold of a session
     * cannot try passwords in it.
     *
     * @return how long to wait, where too many have failed
     */
    public Optional<SignInOutcome.Locked> tryOwnPassword(Principal who, String password) {
        List<Gate> gates = gates(who.name(), who.address());
        Known known = look(who.name(), gates);
        if (known.pause().isEmpty()
                && known.login().filter(login -> isRight(login, password)).isEmpty()) {
            miss(gates, who.address());
        }
        return known.pause().map(SignInOutcome.Locked::new);
    }

    /** Counts a failure. */
    @Transactional
    void miss(List<Gate> gates, String address) {
        Instant now = clock.instant();
        gates.forEach(gate -> fail(gate, now, address));
    }

    private static boolean isRight(AccountStore.Login login, String password) {
        String stored = login.disabled() ? null : login.passwordHash();
        return Passwords.matches(password, stored == null ? Passwords.nobodys() : stored) && stored != null;
    }

    /** What counts failures, and how many it takes. */
    record Gate(String key, int most) {}

    private static List<Gate> gates(String signInName, String address) {
        return List.of(
                new Gate("name:" + signInName, FAILURES_OF_A_NAME),
                new Gate("address:" + address, FAILURES_OF_AN_ADDRESS));
    }

    private Optional<Duration> wait(Gate gate, Instant now) {
        return failures.find(gate.key())
                .filter(found -> found.count() >= gate.most())
                .map(found -> Duration.between(now, found.lastAt().plus(LOCK)))
                .filter(Duration::isPositive);
    }

    /** Whether something has failed too often of late. The caller brings the transaction. */
    boolean isLocked(Gate gate) {
        return wait(gate, clock.instant()).isPresent();
    }

    /** Counts a failure. The caller brings the transaction. */
    void countFailure(Gate gate, Device device) {
        fail(gate, clock.instant(), device.address());
    }

    private void fail(Gate gate, Instant now, String address) {
        int count = failures.add(gate.key(), now, now.minus(LOCK));
        if (count == gate.most()) {
            Principal from =
                    new Principal(Principal.Kind.NOBODY, null, Principal.NOBODY.name(), List.of(), null, address);
            audit.record(
                    from,
                    "session.lock",
                    "sign-in",
                    "",
                    null,
                    JsonNodeFactory.instance.objectNode().put("locked", gate.key()));
        }
    }

    /** Begins a session for somebody who has shown who they are in another way. */
    @Transactional
    public SignInOutcome open(long account, Device device) {
        return begin(account, device, null);
    }

    /**
     * Begins a session for somebody of whom an identity provider says who they are.
     *
     * @param replaced the hexadecimal digits of the hash of the id of the session that this one takes the place of, or null
     */
    @Transactional
    SignInOutcome openByProvider(long account, Device device, String issuer, @Nullable String replaced) {
        if (replaced != null) {
            sessions.end(HexFormat.of().parseHex(replaced));
        }
        return begin(account, device, issuer);
    }

    private SignInOutcome begin(long account, Device device, @Nullable String issuer) {
        Optional<Principal> principal = principals.find(account, Principal.Kind.SESSION, null, device.address());
        if (principal.isEmpty()) {
            return new SignInOutcome.Refused();
        }
        Instant now = clock.instant();
        String id = Secrets.create();
        sessions.forgetEnded(now);
        failures.forgetBefore(now.minus(LOCK));
        sessions.create(new SessionStore.Stored(
                HexFormat.of().formatHex(Secrets.hash(id)),
                account,
                Secrets.create(),
                device.sharedStation(),
                issuer != null,
                device.address(),
                device.agent(),
                now,
                now,
                now.plus(limits.whole())));
        ObjectNode how = JsonNodeFactory.instance.objectNode().put("sharedStation", device.sharedStation());
        if (issuer != null) {
            how.put("issuer", issuer);
        }
        audit.record(principal.get(), "session.begin", "account", Long.toString(account), null, how);
        return new SignInOutcome.SignedIn(id, principal.get());
    }

    /**
     * The session of an id, if it goes on.
     *
     * @param id the secret of the cookie
     * @param address where the request comes from
     * @param counts whether the request is a person's and not the page's own looking after news, which keeps no session alive
     */
    @Transactional
    public Optional<OpenSession> findSession(String id, String address, boolean counts) {
        byte[] hash = Secrets.hash(id);
        Instant now = clock.instant();
        Optional<SessionStore.Stored> stored = sessions.find(hash).filter(session -> goesOn(session, now));
        if (stored.isEmpty()) {
            return Optional.empty();
        }
        SessionStore.Stored session = stored.get();
        if (counts && session.seenAt().plus(SessionLimits.SEEN_STEP).isBefore(now)) {
            sessions.seen(hash, now);
        }
        return principals
                .find(session.account(), Principal.Kind.SESSION, null, address)
                .map(principal -> new OpenSession(
                        principal,
                        accounts.findLogin(session.account()).orElseThrow().displayName(),
                        session.csrf(),
                        session.sharedStation(),
                        session.byProvider(),
                        limits.idleOf(session.sharedStation()),
                        session.endsAt()));
    }

    private boolean goesOn(SessionStore.Stored session, Instant now) {
        return now.isBefore(session.endsAt())
                && now.isBefore(session.seenAt().plus(limits.idleOf(session.sharedStation())));
    }

    /**
     * A session of one's own.
     *
     * @param current whether it is the one that asks
     */
    public record OwnSession(
            Instant createdAt, Instant seenAt, String address, String agent, boolean sharedStation, boolean current) {}

    /** The sessions of a person that go on, from the newest. */
    @ReadOnly
    public List<OwnSession> listSessions(long account, String currentId) {
        String current = HexFormat.of().formatHex(Secrets.hash(currentId));
        Instant now = clock.instant();
        return sessions.listOf(account).stream()
                .filter(session -> goesOn(session, now))
                .map(session -> new OwnSession(
                        session.createdAt(),
                        session.seenAt(),
                        session.address(),
                        session.agent(),
                        session.sharedStation(),
                        session.idDigest().equals(current)))
                .toList();
    }

    /** Ends one session, whose id a new one takes the place of. */
    @Transactional
    public void end(String id) {
        sessions.end(Secrets.hash(id));
    }

    /** Ends every session of whoever signs out, on every device. */
    @Transactional
    public void signOut(Principal who, long account) {
        sessions.endAll(account);
        audit.record(who, "session.end", "account", Long.toString(account), null, null);
    }
}
