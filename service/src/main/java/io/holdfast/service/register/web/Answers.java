package io.holdfast.service.register.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.service.kernel.web.Problem;
import io.holdfast.service.kernel.web.ProblemException;
import io.holdfast.service.register.EditOutcome;
import io.holdfast.simulator.format.Violation;
import io.micronaut.http.HttpStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the API says to changes of the register. */
final class Answers {

    private Answers() {}

    /** The entity tag of a version. */
    static String tag(long version) {
        return "\"" + version + "\"";
    }

    /** The version that a change is made on, from If-Match; null for {@code *}, any version. */
    static @Nullable Long seen(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new ProblemException(
                    HttpStatus.PRECONDITION_REQUIRED,
                    "version-missing",
                    "Say with If-Match which version you saw: the ETag of the GET, or * to change whatever is stored.");
        }
        String tag = ifMatch.strip().replaceFirst("^W/", "");
        if (tag.equals("*")) {
            return null;
        }
        if (!tag.matches("\"?\\d{1,18}\"?")) {
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST,
                    "bad-version",
                    "If-Match is " + ifMatch + ", but it must be the ETag of the GET, as in \"3\", or *.");
        }
        return Long.valueOf(tag.replace("\"", ""));
    }

    /** The version that is stored now, or the problem that kept it from being stored. */
    static long require(EditOutcome outcome, String what, String id, @Nullable JsonNode sent) {
        return switch (outcome) {
            case EditOutcome.Stored stored -> stored.version();
            case EditOutcome.Unknown unknown ->
                throw new ProblemException(
                        HttpStatus.NOT_FOUND,
                        "unknown-" + what,
                        "There is no " + what + " '" + id + "'. POST makes a new one.");
            case EditOutcome.Outdated outdated -> throw outdated(outdated, sent);
            case EditOutcome.Refused refused -> throw refused(refused, sent == null);
        };
    }

    private static ProblemException outdated(EditOutcome.Outdated outdated, @Nullable JsonNode sent) {
        JsonNode stored = outdated.stored();
        return new ProblemException(
                        HttpStatus.PRECONDITION_FAILED,
                        "changed-meanwhile",
                        "Somebody else changed it since you loaded it: version " + outdated.version()
                                + " is stored now. Load it anew and make your change again.")
                .withChanges(stored == null || sent == null ? null : Differences.of(stored, sent), outdated.version());
    }

    private static ProblemException refused(EditOutcome.Refused refused, boolean removes) {
        List<Problem.Violation> violations = refused.violations().stream()
                .map(each -> violation(each, refused.prefix()))
                .toList();
        return new ProblemException(
                        removes ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_ENTITY,
                        removes ? "still-named" : "invalid",
                        removes
                                ? "Other entries still name it. Change them first: "
                                        + violations.getFirst().path() + "."
                                : violations.size() + (violations.size() == 1 ? " rule is" : " rules are")
                                        + " broken, so nothing was stored. First: "
                                        + violations.getFirst().path() + ": "
                                        + violations.getFirst().message())
                .withViolations(violations);
    }

    private static Problem.Violation violation(Violation each, String prefix) {
        boolean file = prefix.isEmpty() && each.line() > 0;
        String path = !prefix.isEmpty() && each.path().startsWith(prefix)
                ? "$" + each.path().substring(prefix.length())
                : each.path();
        return new Problem.Violation(
                path,
                each.code().word(),
                each.message(),
                file ? each.line() : null,
                file ? each.column() : null,
                each.value());
    }
}
