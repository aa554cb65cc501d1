package io.holdfast.service.sla;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.service.kernel.web.Differences;
import io.holdfast.service.kernel.web.Problem;
import io.holdfast.service.kernel.web.ProblemException;
import io.holdfast.service.register.EditOutcome;
import io.holdfast.simulator.format.Violation;
import io.micronaut.http.HttpStatus;
import java.util.List;

/** What is said to who asks for what cannot be. */
final class Refusals {

    private Refusals() {}

    static ProblemException unknown(String id) {
        return new ProblemException(
                HttpStatus.NOT_FOUND,
                "unknown-element",
                "There is no element '" + id
                        + "'. GET /api/service-levels lists services and what else something is agreed about; any element of the register can be.");
    }

    static ProblemException invalid(List<Problem.Violation> violations) {
        return ProblemException.invalid(violations);
    }

    static ProblemException incomplete(List<String> missing) {
        List<Problem.Violation> violations = missing.stream()
                .map(path -> new Problem.Violation(
                        path, "missing", path + " must be said before agreements are submitted.", null, null, null))
                .toList();
        return new ProblemException(
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        "agreements-incomplete",
                        "This cannot be submitted yet: " + String.join(", ", missing)
                                + (missing.size() == 1 ? " is" : " are") + " missing.")
                .withViolations(violations);
    }

    static ProblemException changedMeanwhile(long version) {
        return ProblemException.changedMeanwhile(null, version);
    }

    static ProblemException noCredits(String id) {
        return new ProblemException(
                HttpStatus.CONFLICT,
                "nothing-promised",
                "'" + id + "' has no SLA, so there is no credit. Say sla first, with a fee and credits.");
    }

    /** Refuses what the register did not store; paths and changes are those of the record. */
    static ProblemException of(EditOutcome outcome, String id, JsonNode sent) {
        return switch (outcome) {
            case EditOutcome.Unknown unknown -> unknown(id);
            case EditOutcome.Refused refused -> invalid(violations(refused.violations()));
            case EditOutcome.StillNamed named -> invalid(violations(named.violations()));
            case EditOutcome.Held held -> held.problem();
            case EditOutcome.Outdated outdated -> {
                EditOutcome.Late late = outdated.entries().getFirst();
                JsonNode stored = late.stored();
                yield ProblemException.changedMeanwhile(
                        stored == null ? null : Differences.of(AgreementRecord.of(stored), sent), late.version());
            }
            case EditOutcome.Stored stored -> throw new IllegalArgumentException("What was stored was not refused");
        };
    }

    private static List<Problem.Violation> violations(List<Violation> broken) {
        return broken.stream()
                .map(each -> new Problem.Violation(
                        each.path(), each.code().word(), each.message(), null, null, each.value()))
                .toList();
    }
}
