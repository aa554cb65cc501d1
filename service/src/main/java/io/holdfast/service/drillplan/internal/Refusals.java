package io.holdfast.service.drillplan.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.service.kernel.web.Differences;
import io.holdfast.service.kernel.web.Problem.Violation;
import io.holdfast.service.kernel.web.ProblemException;
import io.micronaut.http.HttpStatus;
import java.util.List;

/** What is said to who asks for what cannot be. */
public final class Refusals {

    private Refusals() {}

    /** There is no such plan. */
    public static ProblemException unknownPlan(long id) {
        return new ProblemException(
                HttpStatus.NOT_FOUND,
                "unknown-drill-plan",
                "There is no drill plan " + id + ". GET /api/drill-plans lists what there is.");
    }

    /** What it shall be made from does not exist. */
    public static ProblemException unknownSource(String what, String name) {
        return new ProblemException(
                HttpStatus.NOT_FOUND,
                "unknown-plan-source",
                "There is no " + what + " '" + name
                        + "' to make a drill plan from. Name one that there is, or write the" + " plan from scratch.");
    }

    /** A scheduled drill has a plan. */
    public static ProblemException planned(long plan) {
        return new ProblemException(
                HttpStatus.CONFLICT,
                "already-planned",
                "Drill plan " + plan + " is of this scheduled drill already. Go on with that one, or cancel it first.");
    }

    /** Something must be said first. */
    public static ProblemException incomplete(List<String> missing) {
        return new ProblemException(
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        "plan-incomplete",
                        "This plan cannot be submitted yet: " + String.join(", ", missing)
                                + (missing.size() == 1 ? " is" : " are") + " missing.")
                .withViolations(missing.stream()
                        .map(key -> new Violation(
                                "$." + key,
                                "missing",
                                key + " must be said before a drill plan is submitted.",
                                null,
                                null,
                                null))
                        .toList());
    }

    /** The model was not asked about the plan as it is. */
    public static ProblemException notPredicted(String why) {
        return new ProblemException(
                HttpStatus.CONFLICT,
                "plan-not-predicted",
                "This plan cannot be submitted yet: " + why
                        + " POST /api/drill-plans/{id}/prediction asks the model what the drill will be like; submit it when"
                        + " that run is over.");
    }

    /** Nobody has agreed to it (row D9). */
    public static ProblemException notApproved(String state) {
        return new ProblemException(
                HttpStatus.CONFLICT,
                "plan-not-approved",
                "This drill cannot begin: its plan is " + state
                        + ", and a drill needs a plan that is approved before it. Submit it, and let somebody else approve it.");
    }

    /** Its approval does not hold today. */
    public static ProblemException approvalOver(String why) {
        return new ProblemException(
                HttpStatus.CONFLICT,
                "plan-not-approved",
                "This drill cannot begin: " + why
                        + " Change its dates, submit it again, and let somebody else approve it.");
    }

    /** It stands where this cannot be done. */
    public static ProblemException notNow(String state, String wanted) {
        return new ProblemException(
                HttpStatus.CONFLICT,
                "plan-stage",
                "This drill plan is " + state + ", so it cannot be " + wanted
                        + ". Load it anew: what can be done with it now stands under steps.");
    }

    /** Somebody has agreed to what is to be changed. */
    public static ProblemException locked() {
        return new ProblemException(
                HttpStatus.CONFLICT,
                "plan-locked",
                "This drill plan is approved, so what it says is locked. Send it again with reopen=true to say something else;"
                        + " it must then be submitted again.");
    }

    /** Somebody else was faster. */
    public static ProblemException outdated(int version, JsonNode stored, JsonNode sent) {
        return ProblemException.changedMeanwhile(Differences.of(stored, sent), version);
    }

    /** No day was drawn of an unannounced drill. */
    public static ProblemException notDrawn() {
        return new ProblemException(
                HttpStatus.CONFLICT,
                "seal-missing",
                "No day was drawn for this unannounced drill. POST /api/drill-plans/{id}/seal draws one from its window and"
                        + " seals it.");
    }

    /** A day was drawn already. */
    public static ProblemException drawn() {
        return new ProblemException(
                HttpStatus.CONFLICT,
                "seal-drawn",
                "A day was drawn for this version of the plan, and it stays. Change the plan and let it be approved again to"
                        + " draw another.");
    }

    /** The drill is announced. */
    public static ProblemException announced() {
        return new ProblemException(
                HttpStatus.CONFLICT,
                "plan-announced",
                "This drill is announced, so its day is no secret: it stands in the plan's timing.");
    }

    /** No day is left to draw. */
    public static ProblemException noDay() {
        return new ProblemException(
                HttpStatus.UNPROCESSABLE_ENTITY,
                "no-day-to-draw",
                "No day after today in the window is a working day without a blackout. Widen the window and let the plan be"
                        + " approved again.");
    }

    /** Somebody asks who does not know the day. */
    public static ProblemException notKnowing() {
        return new ProblemException(
                HttpStatus.FORBIDDEN,
                "day-is-sealed",
                "The day of this drill is sealed until it begins. Only those may look whom the plan names as knowing it.");
    }
}
