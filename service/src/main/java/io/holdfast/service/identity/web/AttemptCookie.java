package io.holdfast.service.identity.web;

import io.holdfast.service.identity.ProviderSignIns;
import io.holdfast.service.kernel.access.Exposure;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * What a browser keeps while somebody is at the identity provider, one for each attempt, so that two tabs do not disturb each other. It
 * is sent with the navigation that comes back from there (Lax), which the cookie of a session (Strict) is not.
 */
@Singleton
final class AttemptCookie {

    private final Exposure exposure;

    AttemptCookie(Exposure exposure) {
        this.exposure = exposure;
    }

    private String name(String state) {
        String which = state.substring(0, Math.min(8, state.length())).replaceAll("[^A-Za-z0-9_-]", "");
        return (exposure.isSecure() ? "__Host-holdfast-provider-" : "holdfast-provider-") + which;
    }

    Optional<String> find(HttpRequest<?> request, String state) {
        return request.getCookies()
                .findCookie(name(state))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty());
    }

    Cookie of(String state, String secret) {
        return Cookie.of(name(state), secret)
                .httpOnly(true)
                .secure(exposure.isSecure())
                .sameSite(SameSite.Lax)
                .maxAge(ProviderSignIns.ATTEMPT_LASTS.toSeconds())
                .path("/");
    }

    Cookie gone(String state) {
        return of(state, "").maxAge(0);
    }
}
