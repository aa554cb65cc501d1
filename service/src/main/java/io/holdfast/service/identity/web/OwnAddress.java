package io.holdfast.service.identity.web;

import io.holdfast.service.kernel.access.Exposure;
import io.micronaut.context.BeanProvider;
import io.micronaut.http.HttpRequest;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Singleton;
import java.net.URI;

/** The address under which people reach this service: the public one, or that on this computer. */
@Singleton
final class OwnAddress {

    private final Exposure exposure;
    private final BeanProvider<EmbeddedServer> server;

    OwnAddress(Exposure exposure, BeanProvider<EmbeddedServer> server) {
        this.exposure = exposure;
        this.server = server;
    }

    /** The page, with a slash at its end. */
    URI home() {
        URI publicUrl = exposure.publicUrl();
        EmbeddedServer its = server.get();
        return URI.create(
                publicUrl == null
                        ? its.getScheme() + "://127.0.0.1:" + its.getPort() + "/"
                        : publicUrl.toString().replaceFirst("/?$", "/"));
    }

    /** Whether a request was sent to it, so that cookies set now come back there. */
    boolean isOf(HttpRequest<?> request) {
        return home().getAuthority().equalsIgnoreCase(request.getHeaders().get("Host"));
    }
}
