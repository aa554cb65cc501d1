package io.holdfast.service.kernel.web;

import io.holdfast.service.kernel.access.Exposure;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.net.URI;
import java.util.List;

/** Requests must name a host that is this service, and writes must not come from another origin. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class HostFilter {

    private final Exposure exposure;

    HostFilter(Exposure exposure) {
        this.exposure = exposure;
    }

    @RequestFilter
    void check(HttpRequest<?> request) {
        List<String> hosts = request.getHeaders().getAll("Host");
        String host = hosts.size() == 1 ? hosts.getFirst() : ""; // of two, each reader may take another
        if (!exposure.isOwnHost(host)) {
            throw new ProblemException(
                    HttpStatus.FORBIDDEN,
                    "foreign-host",
                    "This service does not answer under that name. Use the address that it was started with (--public-url), or"
                            + " 127.0.0.1 on its own computer.");
        }
        String origin = request.getHeaders().get("Origin");
        boolean reads = request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.HEAD;
        if (origin != null && !reads && !isOwnOrigin(origin, host)) {
            throw new ProblemException(
                    HttpStatus.FORBIDDEN, "foreign-origin", "Writes from another origin are refused: " + origin + ".");
        }
    }

    private boolean isOwnOrigin(String origin, String host) {
        try {
            String authority = URI.create(origin).getAuthority();
            return authority != null && (authority.equals(host) || exposure.isPublic(authority));
        } catch (IllegalArgumentException e) {
            return false; // not an address, so not ours
        }
    }
}
