package io.holdfast.service.kernel.web;

import io.micronaut.http.HttpStatus;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Ends a request with a problem+json that names a stable code. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String code;

    @SuppressWarnings("serial") // plain values only
    private final Map<String, Object> more;

    /** A problem of a status and code, with a sentence in English for the reader. */
    public ProblemException(HttpStatus status, String code, String message) {
        this(status, code, message, Map.of());
    }

    /** A problem that says more, such as {@code violations}; the values are written as JSON beside the sentence. */
    public ProblemException(HttpStatus status, String code, String message, Map<String, Object> more) {
        super(message);
        this.status = status;
        this.code = code;
        this.more = Collections.unmodifiableMap(new LinkedHashMap<>(more));
    }

    HttpStatus status() {
        return status;
    }

    String code() {
        return code;
    }

    Map<String, Object> more() {
        return more;
    }
}
