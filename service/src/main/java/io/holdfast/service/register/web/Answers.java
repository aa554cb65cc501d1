package io.holdfast.service.register.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.service.kernel.web.Differences;
import io.holdfast.service.kernel.web.Problem;
import io.holdfast.service.kernel.web.ProblemException;
import io.holdfast.service.register.EditOutcome;
import io.holdfast.service.register.EntryChange;
import io.holdfast.simulator.format.Violation;
import io.micronaut.http.HttpStatus;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the API says to changes of the register. */
final class Answers {

    private static final String CHANGED_MEANWHILE = "changed-meanwhile";

    private Answers() {}

    /** What is stored now after the change of one entry, or of the whole, or the problem that kept it from being stored. */
    static EditOutcome.Stored require(EditOutcome outcome, String what, String id) {
        return switch (outcome) {
            case EditOutcome.Stored stored -> stored;
            case EditOutcome.Unknown ignored ->
                throw new ProblemException(
                        HttpStatus.NOT_FOUND,
                        "unknown-" + what,
                        "There is no " + what + " '" + id + "'. POST makes a new one.");
            case EditOutcome.Outdated outdated ->
                throw outdated(outdated.entries().getFirst());
            case EditOutcome.Refused refused -> throw invalid(refused, what.equals("model"));
            case EditOutcome.StillNamed named -> throw stillNamed(named);
            case EditOutcome.Held held -> throw held.problem();
        };
    }

    private static ProblemException outdated(EditOutcome.Late late) {
        return ProblemException.changedMeanwhile(differences(late), late.version());
    }

    private static @Nullable List<Problem.Change> differences(EditOutcome.Late late) {
        JsonNode stored = late.stored();
        JsonNode wanted = late.wanted();
        return stored == null || wanted == null ? null : Differences.of(stored, wanted);
    }

    /**
     * An entry of a request that somebody else changed meanwhile.
     *
     * @param index which of the changes, from 0
     * @param id the entry
     * @param version the version that is stored meanwhile
     * @param changes where what would be stored differs from what is; nothing where it was to be removed
     */
    record LateEntry(int index, String id, long version, List<Problem.Change> changes) {}

    /** What is stored now after changes of several entries, or the problem that kept all of them from being stored. */
    static EditOutcome.Stored requireAll(EditOutcome outcome, List<EntryChange> changes) {
        return switch (outcome) {
            case EditOutcome.Stored stored -> stored;
            case EditOutcome.Unknown unknown ->
                throw new ProblemException(
                        HttpStatus.NOT_FOUND,
                        "unknown-element",
                        "There is no element '" + changes.get(unknown.index()).id()
                                + "', so nothing was stored. Somebody may have removed it: load the list anew.");
            case EditOutcome.Outdated outdated -> throw outdated(outdated, changes);
            case EditOutcome.Refused refused -> throw invalid(refused, false);
            case EditOutcome.StillNamed named -> throw stillNamed(named);
            case EditOutcome.Held held -> throw held.problem();
        };
    }

    private static ProblemException outdated(EditOutcome.Outdated outdated, List<EntryChange> changes) {
        List<LateEntry> entries = outdated.entries().stream()
                .map(late -> new LateEntry(
                        late.index(),
                        changes.get(late.index()).id(),
                        late.version(),
                        Objects.requireNonNullElse(differences(late), List.of())))
                .toList();
        return new ProblemException(
                HttpStatus.PRECONDITION_FAILED,
                CHANGED_MEANWHILE,
                "Somebody else changed " + entries.size()
                        + " of these entries since you loaded them, so nothing was stored. First: '"
                        + entries.getFirst().id() + "', version "
                        + entries.getFirst().version()
                        + " is stored now. Load them anew and make your changes again.",
                Map.of("conflicts", entries));
    }

    private static ProblemException invalid(EditOutcome.Refused refused, boolean isFile) {
        List<Problem.Violation> violations = violations(refused.violations(), isFile);
        return ProblemException.invalid(violations);
    }

    private static ProblemException stillNamed(EditOutcome.StillNamed named) {
        List<Problem.Violation> violations = violations(named.violations(), false);
        return new ProblemException(
                        HttpStatus.CONFLICT,
                        "still-named",
                        "Other entries still name it. Change them first: "
                                + violations.getFirst().path() + ".")
                .withViolations(violations);
    }

    private static List<Problem.Violation> violations(List<Violation> violations, boolean isFile) {
        return violations.stream()
                .map(each -> new Problem.Violation(
                        each.path(),
                        each.code().word(),
                        each.message(),
                        isFile && each.line() > 0 ? each.line() : null,
                        isFile && each.line() > 0 ? each.column() : null,
                        each.value()))
                .toList();
    }
}
