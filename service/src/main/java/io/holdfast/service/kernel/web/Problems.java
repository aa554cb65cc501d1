package io.holdfast.service.kernel.web;

import io.micronaut.context.annotation.Primary;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.netty.handler.codec.compression.DecompressionException;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder.ErrorDataDecoderException;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every error of every route as problem+json: status, stable code and a sentence; never a stack trace. */
@Singleton
@Primary
final class Problems implements ErrorResponseProcessor<Problem> {

    /** What the server itself refuses to read, before there is a route. */
    private static final String LONG_HEAD =
            "The address or the headers of this request are too long: an address may have 4 KiB, all headers 32 KiB. Shorten them.";

    private static final String BAD_FORM =
            "The form cannot be read: a part of it has a head that is none. Send it as multipart/form-data, as a browser does.";

    /** Whose classes read forms, and how far from its top their place is looked for in a trace. */
    private static final String FORMS = "io.netty.handler.codec.http.multipart.";

    private static final int DEEPEST = 5;

    private final SecurityHeaders headers;
    private final RefusalLog refusals;

    Problems(SecurityHeaders headers, RefusalLog refusals) {
        this.headers = headers;
        this.refusals = refusals;
    }

    @Override
    public MutableHttpResponse<Problem> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        MutableHttpResponse<Problem> answer = answer(context, response);
        headers.addTo(context.getRequest(), answer);
        answer.getBody().ifPresent(problem -> refusals.keep(context.getRequest(), problem));
        if (context.getRequest().getHeaders().contains(HttpHeaders.TRANSFER_ENCODING)) {
            answer.header(
                    HttpHeaders.CONNECTION, "close"); // where it ends is not certain, so nothing behind it is read
        }
        return answer;
    }

    private static MutableHttpResponse<Problem> answer(ErrorContext context, MutableHttpResponse<?> response) {
        Throwable cause = context.getRootCause().orElse(null);
        if (cause instanceof ProblemException known) {
            return answer(known.status(), known.problem());
        }
        if (cause instanceof ContentLengthExceededException) {
            ProblemException large = RequestSize.tooLarge(RequestSize.MOST);
            return answer(large.status(), large.problem());
        }
        if (cause instanceof DecompressionException) {
            return answer(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type", RequestSize.PACKED);
        }
        if (cause instanceof ErrorDataDecoderException || isOfForm(cause)) {
            return answer(HttpStatus.BAD_REQUEST, "bad-request", BAD_FORM);
        }
        Optional<Conflict> conflict = Optional.ofNullable(cause).flatMap(Conflict::find);
        if (conflict.isPresent()) {
            Conflict refused = conflict.get();
            MutableHttpResponse<Problem> answer = answer(refused.status(), refused.code(), refused.sentence());
            return refused == Conflict.AWAY ? answer.header(HttpHeaders.RETRY_AFTER, "5") : answer;
        }
        HttpStatus status = response.getStatus();
        if (status == HttpStatus.REQUEST_ENTITY_TOO_LARGE) {
            return answer(status, "too-large", LONG_HEAD);
        }
        String code = status.name().toLowerCase(Locale.ROOT).replace('_', '-');
        String detail = status.getCode() >= 500 || !context.hasErrors()
                ? "The service could not answer this request. Try again; its log says more."
                : Unreadable.find(cause)
                        .orElseGet(() -> context.getErrors().getFirst().getMessage());
        return response.body(Problem.of(status.getCode(), status.getReason(), code, detail))
                .contentType(MediaType.APPLICATION_JSON_PROBLEM_TYPE);
    }

    /** Whether the reader of forms has stumbled over one: it takes for granted that what follows a name is there. */
    private static boolean isOfForm(@Nullable Throwable cause) {
        return cause instanceof IndexOutOfBoundsException
                && Arrays.stream(cause.getStackTrace())
                        .limit(DEEPEST)
                        .anyMatch(each -> each.getClassName().startsWith(FORMS));
    }

    private static MutableHttpResponse<Problem> answer(HttpStatus status, String code, String detail) {
        return answer(status, Problem.of(status.getCode(), status.getReason(), code, detail));
    }

    private static MutableHttpResponse<Problem> answer(HttpStatus status, Problem problem) {
        return HttpResponse.<Problem>status(status)
                .contentType(MediaType.APPLICATION_JSON_PROBLEM_TYPE)
                .body(problem);
    }
}
