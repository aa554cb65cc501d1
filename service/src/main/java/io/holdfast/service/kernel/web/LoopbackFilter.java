package io.holdfast.service.kernel.web;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.net.URI;
import java.util.Set;

/**
 * There is no sign-in yet, so only this computer may ask: requests must name a loopback host, and writes must not come from
 * another origin.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class LoopbackFilter {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    @RequestFilter
    void check(HttpRequest<?> request) {
        String host = request.getHeaders().get("Host");
        String name = host == null ? "" : host.replaceFirst(":\\d+$", "");
        if (!LOOPBACK.contains(name)) {
            throw new ProblemException(
                    HttpStatus.FORBIDDEN,
                    "foreign-host",
                    "There is no sign-in yet: ask through 127.0.0.1 or localhost.");
        }
        String origin = request.getHeaders().get("Origin");
        boolean reads = request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.HEAD;
        if (origin != null && !reads && !origin.equals("http://" + host) && !isSameHost(origin, host)) {
            throw new ProblemException(
                    HttpStatus.FORBIDDEN, "foreign-origin", "Writes from another origin are refused: " + origin + ".");
        }
    }

    private static boolean isSameHost(String origin, String host) {
        try {
            return host.equals(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException e) {
            return false; // not an address, so not ours
        }
    }
}
