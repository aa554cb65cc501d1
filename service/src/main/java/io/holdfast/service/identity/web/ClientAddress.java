package io.holdfast.service.identity.web;

import io.holdfast.service.kernel.access.Exposure;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;

/** From where a request comes: whoever opened the connection, or whom a trusted proxy names last. */
@Singleton
final class ClientAddress {

    private final Exposure exposure;

    ClientAddress(Exposure exposure) {
        this.exposure = exposure;
    }

    String of(HttpRequest<?> request) {
        return exposure.clientOf(request.getHeaders().get("X-Forwarded-For"), request.getRemoteAddress());
    }
}
