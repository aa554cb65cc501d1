package io.holdfast.service.identity.web;

import io.holdfast.service.identity.Accounts;
import io.holdfast.service.identity.OpenSession;
import io.holdfast.service.identity.SignInOutcome;
import io.holdfast.service.identity.SignIns;
import io.holdfast.service.kernel.access.Acting;
import io.holdfast.service.kernel.access.Allows;
import io.holdfast.service.kernel.access.Exposure;
import io.holdfast.service.kernel.access.Open;
import io.holdfast.service.kernel.access.Permission;
import io.holdfast.service.kernel.access.Principal;
import io.holdfast.service.kernel.web.ProblemException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Signing in and out over HTTP, and the links that work once. */
@Controller("/api")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "session", description = "Who is signed in")
final class SessionController {

    private final SignIns signIns;
    private final Accounts accounts;
    private final SessionCookie cookie;
    private final ClientAddress addresses;
    private final Exposure exposure;
    private final ProviderView.Maker providers;

    SessionController(
            SignIns signIns,
            Accounts accounts,
            SessionCookie cookie,
            ClientAddress addresses,
            Exposure exposure,
            ProviderView.Maker providers) {
        this.signIns = signIns;
        this.accounts = accounts;
        this.cookie = cookie;
        this.addresses = addresses;
        this.exposure = exposure;
        this.providers = providers;
    }

    /** Who is signed in, what they may, and until when; answers everybody. */
    @Open
    @Get("/session")
    SessionView session(HttpRequest<?> request) {
        if (exposure.demo()) {
            return SessionView.demo(Principal.demo(addresses.of(request)));
        }
        boolean counts = !request.getHeaders().contains(Fetcher.BACKGROUND);
        Optional<OpenSession> session =
                cookie.find(request).flatMap(id -> signIns.findSession(id, addresses.of(request), counts));
        ProviderView provider = providers.findView().orElse(null);
        return session.map(open -> SessionView.of(open, provider))
                .orElseGet(() -> SessionView.signedOut(accounts.isEmpty(), provider));
    }

    /**
     * What somebody signs in with.
     *
     * @param name the sign-in name
     * @param password the password
     * @param sharedStation whether others use the same device: the session then ends sooner without a request
     */
    record Credentials(String name, String password, boolean sharedStation) {}

    @Open
    @Post("/session")
    @ApiResponse(responseCode = "200", description = "Signed in; the cookie is the session", useReturnTypeSchema = true)
    HttpResponse<SessionView> signIn(HttpRequest<?> request, @Body Credentials credentials) {
        String name = Objects.requireNonNullElse(credentials.name(), "");
        String password = Objects.requireNonNullElse(credentials.password(), "");
        return switch (signIns.signIn(name, password, device(request, credentials.sharedStation()))) {
            case SignInOutcome.SignedIn signedIn -> begun(request, signedIn);
            case SignInOutcome.Refused refused ->
                throw new ProblemException(
                        HttpStatus.UNAUTHORIZED,
                        "wrong-sign-in",
                        "The sign-in name or the password is not right. Try again, or ask an administrator for a new link.");
            case SignInOutcome.Locked locked -> throw locked(locked);
        };
    }

    static ProblemException locked(SignInOutcome.Locked locked) {
        return new ProblemException(
                HttpStatus.TOO_MANY_REQUESTS,
                "sign-in-locked",
                "Too many attempts have failed. Try again in "
                        + (locked.pause().toMinutes() + 1)
                        + " minutes, or ask an administrator for a new link.",
                Map.of("waitSeconds", locked.pause().toSeconds() + 1));
    }

    private SignIns.Device device(HttpRequest<?> request, boolean sharedStation) {
        return addresses.device(request, sharedStation);
    }

    private HttpResponse<SessionView> begun(HttpRequest<?> request, SignInOutcome.SignedIn signedIn) {
        cookie.find(request).ifPresent(signIns::end);
        OpenSession session = signIns.findSession(signedIn.sessionId(), addresses.of(request), true)
                .orElseThrow(() -> new IllegalStateException("A session that has just begun goes on"));
        return HttpResponse.ok(SessionView.of(session, providers.findView().orElse(null)))
                .cookie(cookie.of(signedIn.sessionId()));
    }

    /** Signs out on every device. */
    @Allows(Permission.OWN_ACCOUNT)
    @Delete("/session")
    @Consumes("*/*")
    @ApiResponse(responseCode = "204", description = "Signed out")
    HttpResponse<?> signOut(HttpRequest<?> request) {
        Principal who = Acting.of(request);
        signIns.signOut(who, Objects.requireNonNull(who.account()));
        return HttpResponse.noContent().cookie(cookie.gone());
    }

    /** A link that works once, by the secret in it. */
    record Link(String link) {}

    /**
     * What a link is for.
     *
     * @param signInName for whose password; empty where it makes the first administrator
     */
    record LinkView(String signInName) {}

    /** What a link is for, without using it up. */
    @Open
    @Post("/links/look")
    LinkView look(@Body Link link) {
        return accounts.findLink(Objects.requireNonNullElse(link.link(), ""))
                .map(use -> new LinkView(Objects.requireNonNullElse(use.signInName(), "")))
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.GONE,
                        "link-gone",
                        "This link does not work any more: it was used, or its time is over. Ask an administrator for another one;"
                                + " the first one is printed anew when the service starts."));
    }

    /** What makes the first administrator. */
    record First(String link, String signInName, String displayName, String password) {}

    /** Makes the first administrator and signs them in. */
    @Open
    @Post("/links/first")
    @ApiResponse(responseCode = "200", description = "Signed in; the cookie is the session", useReturnTypeSchema = true)
    HttpResponse<SessionView> first(HttpRequest<?> request, @Body First first) {
        long account = accounts.acceptFirst(
                Objects.requireNonNullElse(first.link(), ""),
                Objects.requireNonNullElse(first.signInName(), ""),
                Objects.requireNonNullElse(first.displayName(), ""),
                Objects.requireNonNullElse(first.password(), ""),
                addresses.of(request));
        return open(request, account);
    }

    /** What gives somebody a password. */
    record NewPassword(String link, String password) {}

    /** Chooses a password by a link, and signs in. */
    @Open
    @Post("/links/password")
    @ApiResponse(responseCode = "200", description = "Signed in; the cookie is the session", useReturnTypeSchema = true)
    HttpResponse<SessionView> password(HttpRequest<?> request, @Body NewPassword wanted) {
        long account = accounts.acceptPassword(
                Objects.requireNonNullElse(wanted.link(), ""),
                Objects.requireNonNullElse(wanted.password(), ""),
                addresses.of(request));
        return open(request, account);
    }

    private HttpResponse<SessionView> open(HttpRequest<?> request, long account) {
        return switch (signIns.open(account, device(request, false))) {
            case SignInOutcome.SignedIn signedIn -> begun(request, signedIn);
            case SignInOutcome.Refused refused ->
                throw new ProblemException(
                        HttpStatus.FORBIDDEN, "account-disabled", "This account is disabled. Ask an administrator.");
            case SignInOutcome.Locked locked -> throw new IllegalStateException("Only a password locks");
        };
    }
}
