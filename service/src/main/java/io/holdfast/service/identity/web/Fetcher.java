package io.holdfast.service.identity.web;

import io.holdfast.service.identity.ApiKeys;
import io.holdfast.service.identity.SignIns;
import io.holdfast.service.kernel.access.Exposure;
import io.holdfast.service.kernel.access.Principal;
import io.micronaut.http.HttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Finds out who a request is from: a bearer token, the key in the address of the calendar feed, a session, or a demonstration. */
@Singleton
final class Fetcher implements AuthenticationFetcher<HttpRequest<?>> {

    /** The one address that carries a key: programs that read calendars send no headers. */
    static final String FEED = "/api/drills/feed.ics";

    /** Sent by the page when it looks for news by itself, which keeps no session alive. */
    static final String BACKGROUND = "Holdfast-Background";

    private static final String BEARER = "Bearer ";

    private final SignIns signIns;
    private final ApiKeys keys;
    private final SessionCookie cookie;
    private final ClientAddress addresses;
    private final Exposure exposure;
    private final Scheduler blocking;

    Fetcher(
            SignIns signIns,
            ApiKeys keys,
            SessionCookie cookie,
            ClientAddress addresses,
            Exposure exposure,
            @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.signIns = signIns;
        this.keys = keys;
        this.cookie = cookie;
        this.addresses = addresses;
        this.exposure = exposure;
        this.blocking = Schedulers.fromExecutorService(blocking);
    }

    @Override
    public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
        if (!request.getPath().startsWith("/api/") && !request.getPath().equals(AccessRule.METRICS)) {
            return Mono.empty();
        }
        if (exposure.demo()) {
            return Mono.just(new SignedIn(Principal.demo(addresses.of(request)), null));
        }
        return Mono.fromCallable(() -> find(request)).subscribeOn(blocking).flatMap(Mono::justOrEmpty);
    }

    private Optional<Authentication> find(HttpRequest<?> request) {
        Optional<String> secret = secret(request);
        return secret.isPresent()
                ? secret.flatMap(key -> keys.findPrincipal(key, addresses.of(request)))
                        .map(principal -> new SignedIn(principal, null))
                : cookie.find(request)
                        .flatMap(id -> signIns.findSession(
                                id, addresses.of(request), !request.getHeaders().contains(BACKGROUND)))
                        .map(session -> new SignedIn(session.principal(), session.csrf()));
    }

    private static Optional<String> secret(HttpRequest<?> request) {
        String header = request.getHeaders().get("Authorization");
        if (header != null && header.startsWith(BEARER)) {
            return Optional.of(header.substring(BEARER.length()).strip());
        }
        return request.getPath().equals(FEED) ? request.getParameters().getFirst("key") : Optional.empty();
    }
}
