package io.holdfast.service.identity.web;

import io.holdfast.service.kernel.web.ProblemException;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.security.authentication.AuthorizationException;
import io.micronaut.security.authentication.DefaultAuthorizationExceptionHandler;
import jakarta.inject.Singleton;

/** What somebody is told who is not let through: sign in, or ask for a role. */
@Singleton
@Produces
@Replaces(DefaultAuthorizationExceptionHandler.class)
final class Turned implements ExceptionHandler<AuthorizationException, MutableHttpResponse<?>> {

    private final ErrorResponseProcessor<?> problems;

    Turned(ErrorResponseProcessor<?> problems) {
        this.problems = problems;
    }

    @Override
    @SuppressWarnings("rawtypes") // the interface names the raw type
    public MutableHttpResponse<?> handle(HttpRequest request, AuthorizationException exception) {
        ProblemException problem = exception.isForbidden()
                ? new ProblemException(
                        HttpStatus.FORBIDDEN,
                        "not-allowed",
                        "None of your roles allows this. Ask an administrator for one that does.")
                : new ProblemException(
                        HttpStatus.UNAUTHORIZED,
                        "sign-in-needed",
                        "Sign in first; a session ends after a time without a request. Programs send a key as a bearer token.");
        return problems.processResponse(
                ErrorContext.builder(request).cause(problem).build(),
                io.micronaut.http.HttpResponse.status(
                        exception.isForbidden() ? HttpStatus.FORBIDDEN : HttpStatus.UNAUTHORIZED));
    }
}
