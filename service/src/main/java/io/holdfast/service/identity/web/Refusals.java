package io.holdfast.service.identity.web;

import io.holdfast.service.identity.AccountRefused;
import io.holdfast.service.kernel.web.ProblemException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;

/** What is answered to a change of people that breaks a rule. */
@Singleton
@Produces
final class Refusals implements ExceptionHandler<AccountRefused, HttpResponse<?>> {

    private final ErrorResponseProcessor<?> problems;

    Refusals(ErrorResponseProcessor<?> problems) {
        this.problems = problems;
    }

    @Override
    @SuppressWarnings("rawtypes") // the interface names the raw type
    public HttpResponse<?> handle(HttpRequest request, AccountRefused refused) {
        return problems.processResponse(
                ErrorContext.builder(request).cause(problem(refused)).build(), HttpResponse.unprocessableEntity());
    }

    private static ProblemException problem(AccountRefused refused) {
        String detail = String.valueOf(refused.getMessage());
        return switch (refused.reason()) {
            case BAD_NAME -> new ProblemException(HttpStatus.UNPROCESSABLE_ENTITY, "bad-name", detail);
            case TAKEN -> new ProblemException(HttpStatus.CONFLICT, "already-there", detail);
            case CHANGED_MEANWHILE -> new ProblemException(HttpStatus.PRECONDITION_FAILED, "changed-meanwhile", detail);
            case LAST_ADMINISTRATOR -> new ProblemException(HttpStatus.CONFLICT, "last-administrator", detail);
            case BAD_DEPUTY -> new ProblemException(HttpStatus.UNPROCESSABLE_ENTITY, "bad-deputy", detail);
            case LINK_GONE -> new ProblemException(HttpStatus.GONE, "link-gone", detail);
            case WRONG_PASSWORD -> new ProblemException(HttpStatus.UNPROCESSABLE_ENTITY, "wrong-password", detail);
            case WEAK_PASSWORD -> new ProblemException(HttpStatus.UNPROCESSABLE_ENTITY, "weak-password", detail);
            case BAD_KEY -> new ProblemException(HttpStatus.UNPROCESSABLE_ENTITY, "bad-key", detail);
            case BAD_IDENTITY -> new ProblemException(HttpStatus.UNPROCESSABLE_ENTITY, "bad-identity", detail);
            case BAD_UNIT -> new ProblemException(HttpStatus.UNPROCESSABLE_ENTITY, "bad-unit", detail);
        };
    }
}
