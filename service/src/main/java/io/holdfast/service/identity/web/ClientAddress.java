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
        String forwarded = request.getHeaders().get("X-Forwarded-For");
        if (exposure.trustsProxy() && forwarded != null) {
            String last = forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
            if (last.matches("[0-9A-Fa-f:.]{2,45}")) {
                return last;
            }
        }
        return request.getRemoteAddress().getAddress().getHostAddress();
    }
}
