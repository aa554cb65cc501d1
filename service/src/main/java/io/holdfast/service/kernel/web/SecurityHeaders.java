package io.holdfast.service.kernel.web;

import io.holdfast.service.kernel.access.Exposure;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.types.files.FileCustomizableResponseType;
import jakarta.inject.Singleton;
import java.util.Optional;

/** What every answer tells the browser to refuse: scripts and frames of others, guessing of types, keeping what is confidential. */
@Singleton
final class SecurityHeaders {

    private static final String POLICY =
            "default-src 'none'; object-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none';"
                    + " form-action 'none'; frame-ancestors 'none'";

    private final Exposure exposure;

    SecurityHeaders(Exposure exposure) {
        this.exposure = exposure;
    }

    /** Adds them to an answer, once. */
    void addTo(HttpRequest<?> request, MutableHttpResponse<?> response) {
        if (response.getHeaders().contains("X-Content-Type-Options")) {
            return;
        }
        if (!response.getHeaders().contains("Content-Security-Policy")) { // files of people have a stricter one
            response.header("Content-Security-Policy", POLICY);
        }
        response.header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()");
        if (exposure.isSecure()) {
            response.header("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
        type(response)
                .filter(SecurityHeaders::lacksCharset)
                .ifPresent(type -> response.contentType(type + ";charset=utf-8"));
        if (request.getPath().startsWith("/api/") && !response.getHeaders().contains(HttpHeaders.CACHE_CONTROL)) {
            response.header(HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }

    /** What is sent; a file says it only when it is written. */
    private static Optional<MediaType> type(MutableHttpResponse<?> response) {
        return response.getContentType()
                .or(() -> response.getBody(FileCustomizableResponseType.class)
                        .map(FileCustomizableResponseType::getMediaType));
    }

    /** Whether a browser would have to guess how a text is written. */
    private static boolean lacksCharset(MediaType type) {
        return type.getType().equals("text") && type.getCharset().isEmpty();
    }
}
