package io.holdfast.service.drillplay.internal;

import io.holdfast.service.drillplan.PlanStage;
import io.holdfast.service.drillplay.Play;
import io.holdfast.service.kernel.web.ProblemException;
import io.micronaut.http.HttpStatus;

/** What is said to who asks for what cannot be. */
public final class Refusals {

    private Refusals() {}

    /** There is no such play. */
    public static ProblemException unknown(long plan, long play) {
        return new ProblemException(
                HttpStatus.NOT_FOUND,
                "unknown-play",
                "Drill plan " + plan + " has no play " + play + ". GET /api/drill-plans/" + plan
                        + "/plays lists what there is.");
    }

    /** There is no such plan. */
    public static ProblemException unknownPlan(long plan) {
        return new ProblemException(
                HttpStatus.NOT_FOUND,
                "unknown-drill-plan",
                "There is no drill plan " + plan + ". GET /api/drill-plans lists what there is.");
    }

    /** The plan does not stand where its day can be played. */
    public static ProblemException stage(long plan, PlanStage stage) {
        return new ProblemException(
                HttpStatus.CONFLICT,
                "play-not-possible",
                "Drill plan " + plan + " is " + stage.word()
                        + ". A day is played with an approved plan, until its drill has ended.");
    }

    /** The plan cannot be played, whatever its stage. */
    public static ProblemException impossible(String why) {
        return new ProblemException(HttpStatus.CONFLICT, "play-not-possible", why);
    }

    /** The play has ended. */
    public static ProblemException ended(long play) {
        return new ProblemException(
                HttpStatus.CONFLICT,
                "play-ended",
                "Play " + play + " has ended, so nothing in it changes. Begin another one with the same plan.");
    }

    /** Another version of the engine has begun it, so nobody can say any more what its day holds. */
    public static ProblemException otherVersion(Play play) {
        return new ProblemException(
                HttpStatus.CONFLICT,
                "play-other-version",
                "Play " + play.id() + " was begun under version " + play.engine()
                        + " of the engine, and this version cannot go on with it. End it, and begin a new one.");
    }

    /** Nothing more happens in view. */
    public static ProblemException nothingMore() {
        return new ProblemException(
                HttpStatus.CONFLICT,
                "play-nothing-more",
                "Nothing more happens by itself in this play. Decide something, or end it.");
    }

    /** What was decided cannot be decided at the virtual now. */
    public static ProblemException notPossible() {
        return new ProblemException(
                HttpStatus.CONFLICT,
                "decision-not-possible",
                "This cannot be decided at this moment of the play. Load it anew; possible lists what can.");
    }

    /** What was sent breaks a rule. */
    public static ProblemException bad(String why) {
        return new ProblemException(HttpStatus.UNPROCESSABLE_ENTITY, "bad-play", why);
    }
}
