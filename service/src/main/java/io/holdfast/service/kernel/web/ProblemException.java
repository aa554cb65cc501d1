package io.holdfast.service.kernel.web;

import io.micronaut.http.HttpStatus;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Ends a request with a problem+json that names a stable code. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final HttpStatus status;

    /** A problem of a status and code, with a sentence in English for the reader. */
    public ProblemException(HttpStatus status, String code, String message) {
        this(status, Problem.of(status.getCode(), status.getReason(), code, message));
    }

    /** A problem that says more, such as {@code violations}; the values are written as JSON beside the sentence. */
    public ProblemException(HttpStatus status, String code, String message, Map<String, Object> more) {
        this(
                status,
                Problem.of(status.getCode(), status.getReason(), code, message).withMore(more));
    }

    private ProblemException(HttpStatus status, Problem problem) {
        super(problem.detail());
        this.status = status;
        this.problem = problem;
    }

    /**
     * What was sent breaks rules, so nothing was stored: {@code invalid}.
     *
     * @param violations at least one
     */
    public static ProblemException invalid(List<Problem.Violation> violations) {
        Problem.Violation first = violations.getFirst();
        return new ProblemException(
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        "invalid",
                        violations.size() + (violations.size() == 1 ? " rule is" : " rules are")
                                + " broken, so nothing was stored. First: " + first.path() + ": " + first.message())
                .withViolations(violations);
    }

    /**
     * Somebody else changed what was to be changed: {@code changed-meanwhile}.
     *
     * @param changes where what was sent differs from what is stored; null where that cannot be told
     * @param version the version that is stored now
     */
    public static ProblemException changedMeanwhile(@Nullable List<Problem.Change> changes, long version) {
        return new ProblemException(
                        HttpStatus.PRECONDITION_FAILED,
                        "changed-meanwhile",
                        "Somebody else changed it since you loaded it: version " + version
                                + " is stored now. Load it anew and make your change again.")
                .withChanges(changes, version);
    }

    /** The same problem with the rules that are broken. */
    public ProblemException withViolations(List<Problem.Violation> violations) {
        return new ProblemException(status, problem.withViolations(List.copyOf(violations)));
    }

    /** The same problem with what differs from what is stored meanwhile, and that version. */
    public ProblemException withChanges(@Nullable List<Problem.Change> changes, long currentVersion) {
        return new ProblemException(status, problem.withChanges(changes, currentVersion));
    }

    /** The stable code. */
    public String code() {
        return problem.code();
    }

    HttpStatus status() {
        return status;
    }

    Problem problem() {
        return problem;
    }
}
