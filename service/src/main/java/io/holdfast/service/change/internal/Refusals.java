package io.holdfast.service.change.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.service.kernel.web.Differences;
import io.holdfast.service.kernel.web.Problem.Violation;
import io.holdfast.service.kernel.web.ProblemException;
import io.micronaut.http.HttpStatus;
import java.util.List;

/** What is said to who asks for what cannot be. */
public final class Refusals {

    private Refusals() {}

    /** There is no such change. */
    public static ProblemException unknownChange(long id) {
        return new ProblemException(
                HttpStatus.NOT_FOUND,
                "unknown-change",
                "There is no change " + id + ". GET /api/changes lists what there is.");
    }

    /** There is no such baseline. */
    public static ProblemException unknownBaseline(String id) {
        return new ProblemException(
                HttpStatus.NOT_FOUND,
                "unknown-baseline",
                "There is no baseline " + id + ". GET /api/baselines lists what there is.");
    }

    /** Rules are broken. */
    public static ProblemException invalid(List<Violation> broken) {
        return new ProblemException(
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        "invalid",
                        broken.size() + (broken.size() == 1 ? " rule is" : " rules are")
                                + " broken, so nothing was stored. First: "
                                + broken.getFirst().message())
                .withViolations(broken);
    }

    /** Something must be said first. */
    public static ProblemException incomplete(List<String> missing, String what) {
        List<Violation> violations = missing.stream()
                .map(key -> new Violation(
                        "$." + key,
                        "missing",
                        key + " must be said before a change is " + what + ".",
                        null,
                        null,
                        null))
                .toList();
        return new ProblemException(
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        "change-incomplete",
                        "This cannot be " + what + " yet: " + String.join(", ", missing)
                                + (missing.size() == 1 ? " is" : " are") + " missing.")
                .withViolations(violations);
    }

    /** It stands where this cannot be done. */
    public static ProblemException notNow(String state, String wanted) {
        return new ProblemException(
                HttpStatus.CONFLICT,
                "change-stage",
                "This change is " + state + ", so it cannot be " + wanted
                        + ". Load it anew: what can be done with it now stands under steps.");
    }

    /** Somebody has agreed to what is to be changed. */
    public static ProblemException locked() {
        return new ProblemException(
                HttpStatus.CONFLICT,
                "change-locked",
                "This change is approved, so what it says is locked. Send it again with reopen=true to say something else;"
                        + " it must then be submitted again.");
    }

    /** Somebody else was faster. */
    public static ProblemException outdated(int version, JsonNode stored, JsonNode sent) {
        return new ProblemException(
                        HttpStatus.PRECONDITION_FAILED,
                        "changed-meanwhile",
                        "Somebody else changed it since you loaded it: version " + version
                                + " is stored now. Load it anew and make your change again.")
                .withChanges(Differences.of(stored, sent), version);
    }

    /** The register was not changed. */
    public static ProblemException registerUnchanged() {
        return new ProblemException(
                HttpStatus.UNPROCESSABLE_ENTITY,
                "register-unchanged",
                "The register is the one of the submission, so it was not updated after this change. Update the elements first,"
                        + " or close it with registerUpdated=false where nothing had to be.");
    }

    /** A baseline must stay. */
    public static ProblemException kept(String why) {
        return new ProblemException(HttpStatus.CONFLICT, "baseline-kept", why);
    }

    /** Months do not fit each other. */
    public static ProblemException months(int most) {
        return new ProblemException(
                HttpStatus.BAD_REQUEST,
                "bad-months",
                "from and until must be months such as 2026-01, from not after until, and at most " + most
                        + " months apart.");
    }
}
