package io.holdfast.service.kernel.web;

import io.micronaut.http.HttpStatus;

/** Ends a request with a problem+json that names a stable code. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String code;

    /** A problem of a status and code, with a sentence in English for the reader. */
    public ProblemException(HttpStatus status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    HttpStatus status() {
        return status;
    }

    String code() {
        return code;
    }
}
