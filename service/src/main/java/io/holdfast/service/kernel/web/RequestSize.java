package io.holdfast.service.kernel.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** How large a request may be: 64 MiB where files are sent in, 1 MiB elsewhere. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class RequestSize {

    private static final long USUAL = 1L << 20;

    /** What is said of a body with a Content-Encoding. */
    static final String PACKED =
            "The body is packed in a way that this service does not read. Send it as it is, without Content-Encoding.";

    /** What the server reads at most, whatever the address. */
    static final long MOST = 128L << 20;

    /** Where whole files come in; imports and evidence count theirs themselves, so that they can say more. */
    private static final Map<String, Long> FILES = Map.of(
            "/api/model",
            64L << 20,
            "/api/imports",
            MOST,
            "/api/imports/preview",
            MOST,
            "/api/calendar/imports",
            64L << 20,
            "/api/evidence",
            MOST);

    @RequestFilter
    void check(HttpRequest<?> request) {
        String path = request.getPath();
        long limit = Objects.requireNonNull(FILES.getOrDefault(path, USUAL));
        if (request.getHeaders().contains(HttpHeaders.CONTENT_ENCODING)) {
            throw new ProblemException(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type", PACKED);
        }
        if (request.getContentLength() > limit) {
            throw tooLarge(limit);
        }
        List<String> codings = request.getHeaders().getAll(HttpHeaders.TRANSFER_ENCODING);
        boolean chunked = codings.size() == 1 && codings.getFirst().equalsIgnoreCase("chunked");
        if (!codings.isEmpty() && (limit == USUAL || !chunked)) {
            throw new ProblemException(
                    HttpStatus.LENGTH_REQUIRED,
                    "length-required",
                    "Say with Content-Length how long this request is; at most " + (limit >> 20) + " MiB.");
        }
    }

    static ProblemException tooLarge(long limit) {
        return new ProblemException(
                HttpStatus.REQUEST_ENTITY_TOO_LARGE,
                "too-large",
                "This request is larger than " + (limit >> 20) + " MiB. Send less at once.");
    }
}
