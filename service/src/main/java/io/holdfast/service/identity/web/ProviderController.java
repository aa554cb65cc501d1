package io.holdfast.service.identity.web;

import io.holdfast.service.identity.ProviderOutcome;
import io.holdfast.service.identity.ProviderSignIns;
import io.holdfast.service.identity.SignIns;
import io.holdfast.service.kernel.access.Open;
import io.holdfast.service.kernel.web.ProblemException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Signing in with an OpenID Connect provider over HTTP: the page asks for an address, the browser goes there and comes back to {@code
 * callback}, which begins a session and sends it on to the page.
 */
@Controller("/api/session/provider")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "session", description = "Who is signed in")
final class ProviderController {

    /** Where the provider sends the browser back, behind the address of the page. */
    static final String CALLBACK = "api/session/provider/callback";

    private final ProviderSignIns providers;
    private final OwnAddress own;
    private final SessionCookie sessions;
    private final AttemptCookie attempts;
    private final ClientAddress addresses;

    ProviderController(
            ProviderSignIns providers,
            OwnAddress own,
            SessionCookie sessions,
            AttemptCookie attempts,
            ClientAddress addresses) {
        this.providers = providers;
        this.own = own;
        this.sessions = sessions;
        this.attempts = attempts;
        this.addresses = addresses;
    }

    /**
     * A wish to sign in at the provider.
     *
     * @param path the place in the page to go on at afterwards; another one than in this page counts as the first page
     * @param sharedStation whether others use the same device: the provider then asks for the password in any case
     */
    record Wish(@Nullable String path, boolean sharedStation) {}

    /** The address of the provider to which the browser goes. */
    record Way(String address) {}

    /** Begins to sign in at the provider; the cookie binds what comes back to this browser. */
    @Open
    @Post
    @ApiResponse(responseCode = "200", description = "Where to go", useReturnTypeSchema = true)
    HttpResponse<Way> begin(HttpRequest<?> request, @Body Wish wish) {
        if (!own.isOf(request)) {
            throw new ProblemException(
                    HttpStatus.CONFLICT,
                    "other-address",
                    "The identity provider sends people back to " + own.home() + " only. Open the page there.",
                    Map.of("address", own.home().toString()));
        }
        SignIns.Device device = addresses.device(request, wish.sharedStation());
        String replaces = sessions.find(request).orElse(null);
        return switch (providers.begin(Paths.ofPage(wish.path()), back(), replaces, device)) {
            case ProviderSignIns.Beginning.Begun begun ->
                HttpResponse.ok(new Way(begun.address().toString()))
                        .cookie(attempts.of(begun.state(), begun.browser()));
            case ProviderSignIns.Beginning.NoProvider no ->
                throw new ProblemException(
                        HttpStatus.NOT_FOUND,
                        "no-provider",
                        "This service has no identity provider. Sign in with a local account.");
            case ProviderSignIns.Beginning.Unreachable no ->
                throw new ProblemException(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "provider-unreachable",
                        "The identity provider does not answer. Try again later, or sign in with a local account.");
            case ProviderSignIns.Beginning.Locked no ->
                throw new ProblemException(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "sign-in-locked",
                        "Too many attempts from this address have failed or are under way. Try again in "
                                + SignIns.LOCK.toMinutes() + " minutes.");
        };
    }

    /** Where the provider sends the browser back; sends it on to the page, with a session or with a reason. */
    @Open
    @Get("/callback")
    @ApiResponse(responseCode = "303", description = "To the page: signed in, or with a reason")
    HttpResponse<?> callback(
            HttpRequest<?> request,
            @Nullable @QueryValue String state,
            @Nullable @QueryValue String code,
            @Nullable @QueryValue String error,
            @Nullable @QueryValue String iss) {
        String attempt = Objects.requireNonNullElse(state, "");
        SignIns.Device device = addresses.device(request, false);
        ProviderOutcome outcome = providers.finish(
                new ProviderSignIns.Answer(state, code, error, iss),
                attempts.find(request, attempt).orElse(null),
                back(),
                device);
        MutableHttpResponse<?> answer =
                HttpResponse.status(HttpStatus.SEE_OTHER).cookie(attempts.gone(attempt));
        return switch (outcome) {
            case ProviderOutcome.SignedIn signedIn ->
                answer.cookie(sessions.of(signedIn.sessionId())).header(HttpHeaders.LOCATION, signedIn.path());
            case ProviderOutcome.Refused refused ->
                answer.header(
                        HttpHeaders.LOCATION,
                        "/sign-in?failed=" + refused.reason().word());
        };
    }

    private URI back() {
        return own.home().resolve("/" + CALLBACK);
    }
}
