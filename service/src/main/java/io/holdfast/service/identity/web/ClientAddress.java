package io.holdfast.service.identity.web;

import io.holdfast.service.identity.SignIns;
import io.holdfast.service.kernel.access.Exposure;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Objects;

/** From where a request comes: whoever opened the connection, or whom a trusted proxy names last. */
@Singleton
final class ClientAddress {

    /** The most characters of a browser's name that are kept. */
    private static final int MOST_AGENT = 200;

    private final Exposure exposure;

    ClientAddress(Exposure exposure) {
        this.exposure = exposure;
    }

    /** The device of a request: its address, and what its browser calls itself. */
    SignIns.Device device(HttpRequest<?> request, boolean sharedStation) {
        String agent = Objects.requireNonNullElse(request.getHeaders().get("User-Agent"), "");
        return new SignIns.Device(of(request), agent.substring(0, Math.min(MOST_AGENT, agent.length())), sharedStation);
    }

    String of(HttpRequest<?> request) {
        return exposure.clientOf(request.getHeaders().get("X-Forwarded-For"), request.getRemoteAddress());
    }
}
