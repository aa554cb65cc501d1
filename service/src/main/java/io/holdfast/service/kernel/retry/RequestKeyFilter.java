package io.holdfast.service.kernel.retry;

import io.holdfast.service.kernel.access.Acting;
import io.holdfast.service.kernel.access.Principal;
import io.holdfast.service.kernel.retry.RequestKeys.Owned;
import io.holdfast.service.kernel.web.ProblemException;
import io.micronaut.core.annotation.Order;
import io.micronaut.data.connection.exceptions.ConnectionException;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.body.ByteBody.SplitBackpressureMode;
import io.micronaut.http.body.CloseableAvailableByteBody;
import io.micronaut.json.JsonMapper;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.transaction.exceptions.TransactionException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.OptionalLong;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers a write that was sent before with what was answered then; see {@link RequestKeys}. */
@ServerFilter("/api/**")
@Order(RequestKeyFilter.AFTER_WHO_ASKS)
final class RequestKeyFilter {

    /** Later than who asks was found out, and whether their browser sent it on purpose. */
    static final int AFTER_WHO_ASKS = 39_550;

    static final String HEADER = "Idempotency-Key";

    /** The attribute of a request that carries a key and is the first of it. */
    static final String BEGUN = "holdfast.request-key";

    /** Of longer bodies only the length is compared. */
    private static final long READ_WHOLE = 1L << 20;

    private static final Logger LOG = LoggerFactory.getLogger(RequestKeyFilter.class);

    private final RequestKeys keys;
    private final JsonMapper json;

    RequestKeyFilter(RequestKeys keys, JsonMapper json) {
        this.keys = keys;
        this.json = json;
    }

    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Nullable
    HttpResponse<?> begin(HttpRequest<?> request) {
        Optional<Owned> sent = find(request);
        if (sent.isEmpty()) {
            return null;
        }
        Owned key = sent.get();
        return switch (keys.begin(key, fingerprint(request))) {
            case KeyOutcome.First first -> {
                request.setAttribute(BEGUN, key);
                yield null;
            }
            case KeyOutcome.Answered answered ->
                KeptAnswer.read(key.key().open(answered.sealed())).again();
            case KeyOutcome.Done done ->
                throw new ProblemException(
                        HttpStatus.CONFLICT,
                        "request-done",
                        "This request was carried out before, but its answer was lost. Load what it changes anew; it needs not be"
                                + " sent again.");
            case KeyOutcome.UnderWay underWay -> throw RequestKeys.underWay();
            case KeyOutcome.Reused reused ->
                throw new ProblemException(
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        "request-key-reused",
                        "Another request was sent with this " + HEADER
                                + ". Give every request a key of its own, as a random UUID.");
        };
    }

    private static Optional<Owned> find(HttpRequest<?> request) {
        String header = request.getHeaders().get(HEADER);
        Principal who = Acting.of(request);
        if (header == null || isRead(request) || who.kind() == Principal.Kind.NOBODY) {
            return Optional.empty();
        }
        SentKey key = SentKey.find(header)
                .orElseThrow(
                        () -> new ProblemException(
                                HttpStatus.BAD_REQUEST,
                                "bad-request-key",
                                "The header " + HEADER
                                        + " must have 22 to 100 letters, digits, _ or -, chosen at random, as a random UUID has."));
        Long account = who.account();
        return Optional.of(new Owned(account == null ? 0 : account, key));
    }

    private static boolean isRead(HttpRequest<?> request) {
        return request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.HEAD;
    }

    private static byte[] fingerprint(HttpRequest<?> request) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((request.getMethodName() + ' ' + request.getUri()).getBytes(StandardCharsets.UTF_8));
            if (isForm(request)) {
                return digest.digest(); // browsers separate the parts of a form otherwise each time that they send it
            }
            if (request instanceof ServerHttpRequest<?> server) {
                OptionalLong length = server.byteBody().expectedLength();
                digest.update(("\n" + length).getBytes(StandardCharsets.UTF_8));
                if (length.isPresent() && length.getAsLong() <= READ_WHOLE) {
                    digest.update(body(server));
                }
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static boolean isForm(HttpRequest<?> request) {
        return request.getContentType()
                .filter(type -> type.getName().equals(MediaType.MULTIPART_FORM_DATA))
                .isPresent();
    }

    private static byte[] body(ServerHttpRequest<?> request) {
        try (CloseableAvailableByteBody copy =
                request.byteBody().split(SplitBackpressureMode.FASTEST).buffer().join()) {
            return copy.toByteArray();
        }
    }

    @ResponseFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    void end(HttpRequest<?> request, HttpResponse<?> response) throws IOException {
        Optional<Owned> begun = request.getAttribute(BEGUN, Owned.class);
        if (begun.isEmpty()) {
            return;
        }
        Owned key = begun.get();
        try {
            if (response.code() < 300) {
                KeptAnswer answer = KeptAnswer.of(response, text(response.body()));
                keys.answer(key, key.key().seal(answer.bytes()));
            } else {
                keys.forget(key);
            }
        } catch (DataAccessException | TransactionException | ConnectionException e) {
            // what was asked is done or refused by now, and whoever asked shall hear it
            LOG.warn("An answer could not be kept for a request that is sent again: {}", e.getMessage());
        } finally {
            keys.leave(key);
        }
    }

    private String text(@Nullable Object body) throws IOException {
        return switch (body) {
            case null -> "";
            case byte[] bytes -> new String(bytes, StandardCharsets.UTF_8);
            case CharSequence characters -> characters.toString();
            default -> new String(json.writeValueAsBytes(body), StandardCharsets.UTF_8);
        };
    }
}
