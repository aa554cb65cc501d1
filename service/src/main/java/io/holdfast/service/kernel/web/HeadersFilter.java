package io.holdfast.service.kernel.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/** Adds {@link SecurityHeaders} to every answer of a route or file; {@link Problems} adds them to those that no route gave. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class HeadersFilter {

    private final SecurityHeaders headers;

    HeadersFilter(SecurityHeaders headers) {
        this.headers = headers;
    }

    @ResponseFilter
    void add(HttpRequest<?> request, MutableHttpResponse<?> response) {
        headers.addTo(request, response);
    }
}
