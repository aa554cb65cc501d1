package io.holdfast.service.action.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.service.action.Action;
import io.holdfast.service.action.ActionStatus;
import io.holdfast.service.kernel.web.Differences;
import io.holdfast.service.kernel.web.Problem.Violation;
import io.holdfast.service.kernel.web.ProblemException;
import io.micronaut.http.HttpStatus;
import java.util.List;

/** What is said to who asks for what cannot be. */
public final class Refusals {

    private Refusals() {}

    /** There is no such action. */
    public static ProblemException unknownAction(long id) {
        return new ProblemException(
                HttpStatus.NOT_FOUND,
                "unknown-action",
                "There is no action " + id + ". GET /api/actions lists what there is.");
    }

    /** Refuses where rules are broken. */
    public static void requireSound(List<Violation> broken) {
        if (!broken.isEmpty()) {
            throw ProblemException.invalid(broken);
        }
    }

    /** It stands where this cannot follow. */
    public static ProblemException notNow(ActionStatus now, ActionStatus wanted) {
        return new ProblemException(
                HttpStatus.CONFLICT,
                "action-status",
                "This action is " + now.word() + ", so it cannot become " + wanted.word() + ". It can become "
                        + String.join(
                                ", ",
                                now.next().stream().map(ActionStatus::word).toList()) + ".");
    }

    /** It is over, so what it says is locked. */
    public static ProblemException over(ActionStatus now) {
        return new ProblemException(
                HttpStatus.CONFLICT,
                "action-status",
                "This action is " + now.word()
                        + ", so what it says is locked. Open it again with a reason to change it.");
    }

    /** Somebody would verify what they did themselves. */
    public static ProblemException ownWork() {
        return new ProblemException(
                HttpStatus.FORBIDDEN,
                "action-own-work",
                "You said that this was done, so somebody else has to see that it works. Ask a colleague to verify it.");
    }

    /** A grave one has no cause. */
    public static ProblemException causeMissing() {
        return new ProblemException(
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        "action-incomplete",
                        "This action is of high severity, so cause, owner and due are said before it is done.")
                .withViolations(List.of(new Violation(
                        "$.cause",
                        "missing",
                        "Say the cause, the owner and the day, then report it done.",
                        null,
                        null,
                        null)));
    }

    /** Somebody else was faster. */
    public static ProblemException outdated(Action stored, JsonNode sent) {
        return ProblemException.changedMeanwhile(
                Differences.of(ActionJson.tree(stored.content()), sent), stored.version());
    }
}
