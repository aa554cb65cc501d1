package io.holdfast.service.kernel.web;

import io.micronaut.context.annotation.Primary;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Every error of every route as problem+json: status, stable code and a sentence; never a stack trace. */
@Singleton
@Primary
final class Problems implements ErrorResponseProcessor<Map<String, Object>> {

    @Override
    public MutableHttpResponse<Map<String, Object>> processResponse(
            ErrorContext context, MutableHttpResponse<?> response) {
        int status = response.getStatus().getCode();
        Map<String, Object> problem = new LinkedHashMap<>();
        if (context.getRootCause().orElse(null) instanceof ProblemException known) {
            body(
                    problem,
                    known.status().getCode(),
                    known.status().getReason(),
                    known.code(),
                    String.valueOf(known.getMessage()));
            problem.putAll(known.more());
            return HttpResponse.<Map<String, Object>>status(known.status())
                    .contentType(MediaType.APPLICATION_JSON_PROBLEM_TYPE)
                    .body(problem);
        }
        Optional<Conflict> conflict = context.getRootCause().flatMap(Conflict::find);
        if (conflict.isPresent()) {
            return HttpResponse.<Map<String, Object>>status(HttpStatus.CONFLICT)
                    .contentType(MediaType.APPLICATION_JSON_PROBLEM_TYPE)
                    .body(body(
                            problem,
                            HttpStatus.CONFLICT.getCode(),
                            HttpStatus.CONFLICT.getReason(),
                            conflict.get().code(),
                            conflict.get().sentence()));
        }
        String code = response.getStatus().name().toLowerCase(Locale.ROOT).replace('_', '-');
        String detail = status >= 500 || !context.hasErrors()
                ? "The service could not answer this request. Try again; its log says more."
                : context.getErrors().getFirst().getMessage();
        return response.body(body(problem, status, response.getStatus().getReason(), code, detail))
                .contentType(MediaType.APPLICATION_JSON_PROBLEM_TYPE);
    }

    @com.google.errorprone.annotations.CanIgnoreReturnValue
    private static Map<String, Object> body(
            Map<String, Object> problem, int status, String title, String code, String detail) {
        problem.put("type", "about:blank");
        problem.put("title", title);
        problem.put("status", status);
        problem.put("code", code);
        problem.put("detail", detail);
        return problem;
    }
}
