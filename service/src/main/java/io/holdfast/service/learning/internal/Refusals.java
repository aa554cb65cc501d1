package io.holdfast.service.learning.internal;

import io.holdfast.service.kernel.web.Problem.Violation;
import io.holdfast.service.kernel.web.ProblemException;
import io.micronaut.http.HttpStatus;
import java.util.List;

/** What is said to who asks for what cannot be. */
public final class Refusals {

    private Refusals() {}

    /** There is no such actual. */
    public static ProblemException unknownActual(long id) {
        return new ProblemException(
                HttpStatus.NOT_FOUND,
                "unknown-actual",
                "There is no actual " + id + ". GET /api/learning/actuals lists what there is.");
    }

    /** A drill goes on, or has not begun. */
    public static ProblemException drillNotOver(long plan) {
        return new ProblemException(
                HttpStatus.CONFLICT,
                "drill-not-over",
                "Drill D-" + plan + " is not over, so nothing can be taken from it. Take it after its end.");
    }

    /** Marks of other devices may still come. */
    public static ProblemException drillReportOpen(long plan) {
        return new ProblemException(
                HttpStatus.CONFLICT,
                "drill-report-open",
                "The report of drill D-" + plan
                        + " is not approved, so marks of other devices may still come and change what it"
                        + " measured. Take it once its report is approved.");
    }

    /** What a drill measured was taken already. */
    public static ProblemException drillTaken(long plan) {
        return new ProblemException(
                HttpStatus.CONFLICT,
                "drill-taken",
                "What drill D-" + plan
                        + " measured was taken already. Withdraw or correct single actuals where they are wrong.");
    }

    /** A drill measured nothing that the register states. */
    public static ProblemException drillWithoutFigures(long plan) {
        return new ProblemException(
                HttpStatus.CONFLICT,
                "drill-without-figures",
                "Nothing of drill D-" + plan
                        + " is to be taken: no step that was carried out names a recovery method of the"
                        + " register, and nobody came to it unannounced, or all of it was left out. Enter by hand what was"
                        + " measured.");
    }

    /** There is no such edit. */
    public static ProblemException unknownEdit(long id) {
        return new ProblemException(
                HttpStatus.NOT_FOUND,
                "unknown-learning-edit",
                "There is no edit " + id + ". GET /api/learning/edits lists what there is.");
    }

    /** It does not hold any more. */
    public static ProblemException withdrawn(long id, String by) {
        return new ProblemException(
                HttpStatus.CONFLICT,
                "actual-withdrawn",
                "Actual " + id + " was withdrawn by " + by + " already. Enter a new one where something was measured.");
    }

    /** The preview is another one by now. */
    public static ProblemException otherPreview() {
        return ProblemException.changedMeanwhile(null, 0);
    }

    /** There is nothing to propose. */
    public static ProblemException nothingToLearn() {
        return new ProblemException(
                HttpStatus.CONFLICT,
                "nothing-to-learn",
                "The register says already what the actuals make of it, or everything that differs was left out. Enter actuals,"
                        + " or choose at least one change.");
    }

    /** An edit waits or is approved and was not applied. */
    public static ProblemException editOpen(long id) {
        return new ProblemException(
                HttpStatus.CONFLICT,
                "learning-edit-open",
                "Edit " + id
                        + " waits for a decision or is approved and not applied. Apply it, or take it back, before the next.");
    }

    /** Nobody has agreed. */
    public static ProblemException notApproved(long id, String state) {
        return new ProblemException(
                HttpStatus.CONFLICT,
                "learning-edit-not-approved",
                "Edit " + id + " is " + state
                        + ", so it cannot be written to the register. Only an approved one can, once.");
    }

    /** The register says something else than the edit was made on. */
    public static ProblemException outdated(List<Violation> late) {
        return new ProblemException(
                        HttpStatus.CONFLICT,
                        "learning-outdated",
                        late.size() + (late.size() == 1 ? " number of the edit is" : " numbers of the edit are")
                                + " not in the register as the edit was made on it, so nothing was written. First: "
                                + late.getFirst().message() + " Look at a new preview and submit that.")
                .withViolations(late);
    }

    /** The register is without entries. */
    public static ProblemException badInput(String address) {
        return new ProblemException(
                HttpStatus.UNPROCESSABLE_ENTITY,
                "unknown-input",
                "'" + address
                        + "' was not changed by hand since something was learned of it. GET /api/learning/preview names"
                        + " what was, under conflicts.");
    }
}
