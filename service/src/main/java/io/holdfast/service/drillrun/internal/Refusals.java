package io.holdfast.service.drillrun.internal;

import io.holdfast.service.drillplan.PlanStage;
import io.holdfast.service.kernel.web.ProblemException;
import io.micronaut.http.HttpStatus;

/** What is said to who asks for what cannot be. */
public final class Refusals {

    private Refusals() {}

    /** There is no such drill that can be run. */
    public static ProblemException unknown(long plan) {
        return new ProblemException(
                HttpStatus.NOT_FOUND,
                "unknown-drill-run",
                "There is no approved drill plan " + plan
                        + " that could be run. GET /api/drill-plans lists what there is.");
    }

    /** Its plan is not approved. */
    public static ProblemException notApproved(long plan, PlanStage stage) {
        return new ProblemException(
                HttpStatus.CONFLICT,
                "drill-not-approved",
                "Drill plan " + plan + " is " + stage.word()
                        + ", and a drill runs only with an approved plan. Nothing was stored; send it again once it is approved.");
    }

    /** It was called off. */
    public static ProblemException cancelled(long plan) {
        return new ProblemException(
                HttpStatus.CONFLICT,
                "drill-cancelled",
                "Drill " + plan
                        + " was called off, so nothing is marked in it. This was not stored; remove it, or keep it as evidence of the drill instead.");
    }

    /** Its report is approved. */
    public static ProblemException closed(long plan) {
        return new ProblemException(
                HttpStatus.CONFLICT,
                "drill-closed",
                "The report of drill " + plan
                        + " is approved, so nothing is added to it. This was not stored; keep it as evidence of the drill instead.");
    }

    /** What was sent is no batch of events. */
    public static ProblemException noBatch(int most) {
        return new ProblemException(
                HttpStatus.UNPROCESSABLE_ENTITY,
                "bad-events",
                "The body must have the one key events, a list of 1 to " + most
                        + " events. Nothing was stored; send them in parts.");
    }

    /** A picture and what was said of it do not fit. */
    public static ProblemException photo(String why) {
        return new ProblemException(HttpStatus.UNPROCESSABLE_ENTITY, "bad-photo", why);
    }
}
