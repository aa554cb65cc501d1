package io.holdfast.service.identity;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.audit.Audit;
import io.holdfast.service.identity.ProviderOutcome.Reason;
import io.holdfast.service.identity.internal.AttemptSecrets;
import io.holdfast.service.identity.internal.ProviderAnswer;
import io.holdfast.service.identity.internal.ProviderClient;
import io.holdfast.service.identity.internal.ProviderPerson;
import io.holdfast.service.identity.internal.Secrets;
import io.holdfast.service.identity.store.AttemptStore;
import io.holdfast.service.kernel.access.Principal;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signing in with an OpenID Connect provider, where there is one: authorization code flow with PKCE. An attempt belongs to one
 * browser, is used once and lasts ten minutes; the provider is never asked inside a transaction. For any number of threads.
 */
@Singleton
public class ProviderSignIns {

    /** How long somebody may take at the provider. */
    public static final Duration ATTEMPT_LASTS = Duration.ofMinutes(10);

    /** How many attempts from one address may be under way; many people share one. */
    static final int MOST_ATTEMPTS = 300;

    private static final Logger LOG = LoggerFactory.getLogger(ProviderSignIns.class);

    private final @Nullable OidcSettings settings;
    private final @Nullable ProviderClient client;
    private final AttemptStore attempts;
    private final ProvidedAccounts accounts;
    private final SignIns signIns;
    private final Audit audit;
    private final Clock clock;

    ProviderSignIns(
            @Nullable OidcSettings settings,
            AttemptStore attempts,
            ProvidedAccounts accounts,
            SignIns signIns,
            Audit audit,
            Clock clock) {
        this.settings = settings;
        this.client = settings == null ? null : new ProviderClient(settings, clock);
        this.attempts = attempts;
        this.accounts = accounts;
        this.signIns = signIns;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What everybody may know of the provider.
     *
     * @param name how people call it, in English
     * @param nameZhHant the same in Traditional Chinese
     * @param answers whether it answered when it was last asked
     * @param signOut where one signs out there, too, or null
     */
    public record ProviderState(
            String name,
            String nameZhHant,
            boolean answers,
            @Nullable URI signOut) {}

    /** The provider, if there is one; never waits for it. */
    public Optional<ProviderState> findProvider(URI home) {
        OidcSettings its = settings;
        ProviderClient asks = client;
        return its == null || asks == null
                ? Optional.empty()
                : Optional.of(new ProviderState(
                        its.name(),
                        its.nameZhHant(),
                        !asks.isDown(),
                        asks.findSignOut(home).orElse(null)));
    }

    /** Asks the provider beside, so that the first page tells whether it answers. */
    public void look() {
        if (client != null) {
            client.isDown();
        }
    }

    /** What comes of the wish to sign in at the provider. */
    public sealed interface Beginning {

        /**
         * The browser goes to the provider.
         *
         * @param address where
         * @param state what the provider sends back
         * @param browser what the browser keeps meanwhile, where no script reads it
         */
        record Begun(URI address, String state, String browser) implements Beginning {}

        /** There is no provider. */
        record NoProvider() implements Beginning {}

        /** The provider does not answer. */
        record Unreachable() implements Beginning {}

        /** Too many attempts from this address are under way, or have failed. */
        record Locked() implements Beginning {}
    }

    /**
     * Begins an attempt.
     *
     * @param path the place in the page to go on at afterwards
     * @param back the address to which the provider sends the browser back
     * @param sessionId the session that the new one will take the place of, or null
     */
    public Beginning begin(String path, URI back, @Nullable String sessionId, SignIns.Device device) {
        ProviderClient asks = client;
        if (asks == null) {
            return new Beginning.NoProvider();
        }
        AttemptSecrets secrets = AttemptSecrets.create();
        URI address;
        try {
            address = asks.authorization(secrets, back, device.sharedStation());
        } catch (IOException e) {
            LOG.debug("The identity provider does not answer", e);
            return new Beginning.Unreachable();
        }
        String replaced = sessionId == null ? null : HexFormat.of().formatHex(Secrets.hash(sessionId));
        return remember(
                        secrets,
                        new AttemptStore.Attempt(
                                path,
                                device.sharedStation(),
                                replaced,
                                clock.instant().plus(ATTEMPT_LASTS)),
                        device.address())
                ? new Beginning.Begun(address, secrets.state(), secrets.browser())
                : new Beginning.Locked();
    }

    /** Stores an attempt; false where there are too many from that address. */
    @Transactional
    boolean remember(AttemptSecrets secrets, AttemptStore.Attempt attempt, String address) {
        attempts.forgetEnded(clock.instant());
        if (attempts.countFrom(address) >= MOST_ATTEMPTS || signIns.isLocked(gate(address))) {
            return false;
        }
        attempts.create(Secrets.hash(secrets.state()), Secrets.hash(secrets.browser()), attempt, address);
        return true;
    }

    private static SignIns.Gate gate(String address) {
        return new SignIns.Gate("provider:" + address, SignIns.FAILURES_OF_AN_ADDRESS);
    }

    /**
     * What a browser brings back from the provider.
     *
     * @param state which attempt it answers
     * @param code what a token is given for
     * @param error why there is no code
     * @param issuer who says so (RFC 9207)
     */
    public record Answer(
            @Nullable String state,
            @Nullable String code,
            @Nullable String error,
            @Nullable String issuer) {}

    /**
     * Ends an attempt.
     *
     * @param browser what the browser has kept, or null
     * @param back the address to which it was sent back
     * @param from the browser
     */
    public ProviderOutcome finish(Answer answer, @Nullable String browser, URI back, SignIns.Device from) {
        ProviderClient asks = client;
        String state = answer.state();
        Optional<AttemptStore.Attempt> attempt = asks == null || state == null || browser == null
                ? Optional.empty()
                : take(Secrets.hash(state), Secrets.hash(browser));
        if (asks == null || state == null || browser == null || attempt.isEmpty()) {
            LOG.info("An answer of the identity provider belongs to no attempt of the browser at {}", from.address());
            return new ProviderOutcome.Refused(Reason.STATE);
        }
        SignIns.Device device =
                new SignIns.Device(from.address(), from.agent(), attempt.get().sharedStation());
        Instant begun = attempt.get().expiresAt().minus(ATTEMPT_LASTS);
        Instant askedAgain = device.sharedStation() ? begun : null;
        return switch (redeem(asks, answer, new AttemptSecrets(state, browser), back, askedAgain)) {
            case ProviderAnswer.Person known -> enter(known.person(), attempt.get(), device);
            case ProviderAnswer.Unreachable no -> refuse(Reason.UNREACHABLE, no.why(), null, device);
            case ProviderAnswer.Refused no ->
                refuse(answer.error() == null ? Reason.ANSWER : Reason.DENIED, no.why(), null, device);
        };
    }

    /** Uses an attempt up. */
    @Transactional
    Optional<AttemptStore.Attempt> take(byte[] stateHash, byte[] browserHash) {
        return attempts.take(stateHash, browserHash, clock.instant());
    }

    private static ProviderAnswer redeem(
            ProviderClient asks, Answer answer, AttemptSecrets secrets, URI back, @Nullable Instant askedAgain) {
        try {
            if (!asks.isIssuer(answer.issuer())) {
                return new ProviderAnswer.Refused("the answer comes from another issuer");
            }
        } catch (IOException e) {
            return new ProviderAnswer.Unreachable(String.valueOf(e.getMessage()));
        }
        if (answer.error() != null) {
            return new ProviderAnswer.Refused("the provider says " + ProviderClient.withoutMarks(answer.error()));
        }
        String code = answer.code();
        return code == null || code.isBlank()
                ? new ProviderAnswer.Refused("the answer has no code")
                : asks.redeem(code, secrets, back, askedAgain);
    }

    /** Begins a session for somebody of whom every check has held, if they have an account or get one. */
    @Transactional
    ProviderOutcome enter(ProviderPerson person, AttemptStore.Attempt attempt, SignIns.Device device) {
        ProvidedAccounts.Entry entry = accounts.enter(person, device.address());
        return switch (entry) {
            case ProvidedAccounts.Entry.Turned turned ->
                refuse(turned.reason(), turned.reason().word(), person, device);
            case ProvidedAccounts.Entry.Known known ->
                switch (signIns.openByProvider(known.account(), device, person.issuer(), attempt.replaced())) {
                    case SignInOutcome.SignedIn signedIn ->
                        new ProviderOutcome.SignedIn(signedIn.sessionId(), attempt.path());
                    case SignInOutcome.Refused refused ->
                        refuse(Reason.DISABLED, Reason.DISABLED.word(), person, device);
                    case SignInOutcome.Locked locked -> throw new IllegalStateException("Only a password locks");
                };
        };
    }

    /** Turns somebody away, keeps why, and counts it for their address. */
    @Transactional
    ProviderOutcome refuse(Reason reason, String why, @Nullable ProviderPerson person, SignIns.Device device) {
        ObjectNode after = JsonNodeFactory.instance
                .objectNode()
                .put("reason", reason.word())
                .put("why", why);
        if (person != null) {
            after.put("issuer", person.issuer())
                    .put("subject", person.subject())
                    .put("name", person.name());
        }
        Principal from =
                new Principal(Principal.Kind.NOBODY, null, Principal.NOBODY.name(), List.of(), null, device.address());
        audit.record(from, "session.refuse", "sign-in", "", null, after);
        if (reason == Reason.ANSWER || reason == Reason.DENIED) {
            signIns.countFailure(gate(device.address()), device);
        }
        return new ProviderOutcome.Refused(reason);
    }
}
