package io.holdfast.service.change.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.service.kernel.web.Differences;
import io.holdfast.service.kernel.web.Problem.Violation;
import io.holdfast.service.kernel.web.ProblemException;
import io.micronaut.http.HttpStatus;
import java.time.LocalDateTime;
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
        return ProblemException.invalid(broken);
    }

    /** Something must be said first. */
    public static ProblemException incomplete(List<String> missing, String what) {
        return missing(
                missing,
                "This cannot be " + what + " yet: " + String.join(", ", missing)
                        + (missing.size() == 1 ? " is" : " are") + " missing.",
                " must be said before a change is " + what + ".");
    }

    /** What was carried out is to be emptied of what had to be said for that. */
    public static ProblemException emptied(List<String> missing) {
        return missing(
                missing,
                "This change was carried out, so " + String.join(", ", missing)
                        + " can be put in other words, but not left out.",
                " must be said: the change was carried out.");
    }

    private static ProblemException missing(List<String> missing, String detail, String rule) {
        return new ProblemException(HttpStatus.UNPROCESSABLE_ENTITY, "change-incomplete", detail)
                .withViolations(missing.stream()
                        .map(key -> new Violation("$." + key, "missing", key + rule, null, null, null))
                        .toList());
    }

    /** An ordinary change began while no approval of it held. */
    public static ProblemException notYetApproved(LocalDateTime started, String why) {
        return new ProblemException(
                HttpStatus.UNPROCESSABLE_ENTITY,
                "not-yet-approved",
                "startedAt is " + started + ", but " + why
                        + ": an ordinary change is carried out while its approval holds. Correct the time; where it could not"
                        + " wait, open the change again and take the emergency route; where the approval has run out, open"
                        + " it again, plan another window and submit it.");
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
    public static ProblemException outdated(int version) {
        return ProblemException.changedMeanwhile(List.of(), version);
    }

    /** The same where something was sent that differs. */
    public static ProblemException outdated(int version, JsonNode stored, JsonNode sent) {
        return ProblemException.changedMeanwhile(Differences.of(stored, sent), version);
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
