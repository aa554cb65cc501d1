package io.holdfast.service.drillreport.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.service.kernel.web.Differences;
import io.holdfast.service.kernel.web.Problem.Violation;
import io.holdfast.service.kernel.web.ProblemException;
import io.micronaut.http.HttpStatus;
import java.util.List;

/** What is said to who asks for what cannot be. */
public final class Refusals {

    private Refusals() {}

    /** There is no drill of that number, or nobody has approved its plan. */
    public static ProblemException unknownReport(long plan) {
        return new ProblemException(
                HttpStatus.NOT_FOUND,
                "unknown-drill-report",
                "There is no drill " + plan + " that was approved. GET /api/drill-plans lists what there is.");
    }

    /** The drill is not over. */
    public static ProblemException notOver(String stage) {
        return new ProblemException(
                HttpStatus.CONFLICT,
                "drill-not-over",
                "This drill is " + stage + ". Its report can be written when it has ended.");
    }

    /** The report is approved or waits. */
    public static ProblemException locked(String why) {
        return new ProblemException(HttpStatus.CONFLICT, "drill-report-locked", why);
    }

    /** Something must be said first. */
    public static ProblemException incomplete(List<String> missing) {
        return new ProblemException(
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        "drill-report-incomplete",
                        "This report cannot be submitted yet: " + String.join(", ", missing)
                                + (missing.size() == 1 ? " is" : " are") + " missing.")
                .withViolations(missing.stream()
                        .map(key -> new Violation(
                                "$." + key,
                                "missing",
                                key + " is said before a report is submitted.",
                                null,
                                null,
                                null))
                        .toList());
    }

    /** There is no such finding. */
    public static ProblemException unknownFinding(String id) {
        return new ProblemException(
                HttpStatus.NOT_FOUND,
                "unknown-finding",
                "The report has no finding '" + id + "', or it is an action already. Save the report first.");
    }

    /** There is no such drill of a supplier. */
    public static ProblemException unknownSupplierDrill(long id) {
        return new ProblemException(
                HttpStatus.NOT_FOUND,
                "unknown-supplier-drill",
                "There is no drill " + id + " of a supplier. GET /api/supplier-drills lists what there is.");
    }

    /** There is no such version. */
    public static ProblemException unknownVersion(long plan, int number) {
        return new ProblemException(
                HttpStatus.NOT_FOUND,
                "unknown-version",
                "The report of drill " + plan + " has no version " + number + ". GET /api/drill-plans/" + plan
                        + "/report/approval says which it has.");
    }

    /** Refuses where rules are broken. */
    public static void requireSound(List<Violation> broken) {
        if (!broken.isEmpty()) {
            throw ProblemException.invalid(broken);
        }
    }

    /** Somebody else was faster. */
    public static ProblemException outdated(JsonNode stored, JsonNode sent, int version) {
        return ProblemException.changedMeanwhile(Differences.of(stored, sent), version);
    }
}
