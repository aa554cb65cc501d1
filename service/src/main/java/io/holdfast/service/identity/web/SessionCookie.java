package io.holdfast.service.identity.web;

import io.holdfast.service.kernel.access.Exposure;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The cookie of a session: out of reach of scripts and of other sites, and over TLS only where the service is reached so. */
@Singleton
final class SessionCookie {

    private final Exposure exposure;

    SessionCookie(Exposure exposure) {
        this.exposure = exposure;
    }

    private String name() {
        return exposure.isSecure() ? "__Host-holdfast" : "holdfast";
    }

    Optional<String> find(HttpRequest<?> request) {
        return request.getCookies().findCookie(name()).map(Cookie::getValue).filter(value -> !value.isEmpty());
    }

    Cookie of(String sessionId) {
        return Cookie.of(name(), sessionId)
                .httpOnly(true)
                .secure(exposure.isSecure())
                .sameSite(SameSite.Strict)
                .path("/");
    }

    Cookie gone() {
        return of("").maxAge(0);
    }
}
