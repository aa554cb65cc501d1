package io.holdfast.service.bia;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.approval.Standing;
import io.holdfast.service.approval.Standings;
import io.holdfast.service.bia.internal.Completeness;
import io.holdfast.service.bia.internal.Proposing;
import io.holdfast.service.bia.internal.Stated;
import io.holdfast.service.bia.internal.Viewing;
import io.holdfast.service.kernel.web.Problem.Violation;
import io.holdfast.service.register.EditOutcome;
import io.holdfast.service.register.EntryChange;
import io.holdfast.service.register.Findings;
import io.holdfast.service.register.Register;
import io.holdfast.service.register.RegisterEdits;
import io.holdfast.service.register.RegisterState;
import io.holdfast.service.register.Section;
import io.holdfast.simulator.format.ModelWriter;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.ElementType;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Objectives;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The door of the room: analyses, what follows from them, and changes of them. For any number of threads. */
@Singleton
public class Analyses {

    private final Register register;
    private final RegisterEdits edits;
    private final Findings findings;
    private final ScaleBook scales;
    private final Standings standings;
    private final AnalysisGuard guard;

    Analyses(
            Register register,
            RegisterEdits edits,
            Findings findings,
            ScaleBook scales,
            Standings standings,
            AnalysisGuard guard) {
        this.register = register;
        this.edits = edits;
        this.findings = findings;
        this.scales = scales;
        this.standings = standings;
        this.guard = guard;
    }

    /** Every process, and whatever else states a target or an impact; the most urgent first. */
    @ReadOnly
    public List<AnalysisRow> list() {
        RegisterState state = register.requireState();
        Scales now = scales.current().scales();
        Map<String, Standing> known = standings.all(AnalysisDrafts.TYPE);
        List<AnalysisRow> rows = new ArrayList<>();
        for (Element element : state.model().elements()) {
            if (isAnalysed(element)) {
                rows.add(Viewing.row(
                        element, now, known.getOrDefault(element.id().value(), Standing.NONE)));
            }
        }
        rows.sort(Comparator.comparingDouble(AnalysisRow::urgency).thenComparingDouble(AnalysisRow::recovery));
        return rows;
    }

    private static boolean isAnalysed(Element element) {
        return element.type() == ElementType.PROCESS
                || !element.objectives().equals(Objectives.NONE)
                || element.impact() != null
                || element.label().extras().containsKey(Analysis.KEY);
    }

    /** The version of the entry that an analysis stands in; read it before {@link #get}, so that it is never newer. */
    public int version(String id) {
        return register.findVersion(id).orElse(0);
    }

    /** The analysis of an element, whether anything is said yet or not; a problem {@code unknown-element} where there is none. */
    public AnalysisView get(String id) {
        Id known = require(register.requireState(), id).id();
        var looked = findings.requireState();
        Element element = looked.register().findElement(known).orElseThrow(() -> Refusals.unknown(id));
        return Viewing.whole(
                element,
                AnalysisRecord.of(ModelWriter.toTree(element)),
                looked,
                scales.current().scales(),
                standings.of(AnalysisDrafts.TYPE, id));
    }

    /** What would follow from a record that somebody is writing. */
    public record Preview(
            List<Violation> violations,
            List<String> missing,
            @Nullable Proposals proposals) {}

    /** Judges a record without storing it. */
    public Preview preview(String id, JsonNode record) {
        ObjectNode entry = AnalysisRecord.within(entry(require(register.requireState(), id)), record);
        Scales now = scales.current().scales();
        List<Violation> violations = Stated.check(entry, now);
        if (!violations.isEmpty()) {
            return new Preview(violations, List.of(), null);
        }
        Stated stated = Stated.read(entry, now);
        Proposals proposals = Proposing.of(stated, now);
        return new Preview(
                Completeness.reasonsMissing(stated, proposals), Completeness.missing(stated, proposals), proposals);
    }

    /**
     * Stores the record of an element in its entry of the register. Refused with {@code invalid}, {@code changed-meanwhile}, and
     * {@code analysis-locked} while a version waits, or one holds and nobody says that the next draft begins.
     *
     * @param record {@code owner}, {@code tier}, {@code objectives}, {@code impact} and {@code x-bia}; what is left out is removed
     * @param seen the version that the change is made on, or null to change whatever is stored
     * @param reopen whether a new draft of what is approved begins
     * @return the version of the entry now
     */
    @Transactional
    public long save(String id, JsonNode record, @Nullable Integer seen, boolean reopen) {
        int version = version(id);
        Element element = require(register.requireState(), id);
        List<Violation> broken = unknownKeys(record);
        if (!broken.isEmpty()) {
            throw Refusals.invalid(broken);
        }
        ObjectNode entry = AnalysisRecord.within(entry(element), record);
        Scales now = scales.current().scales();
        List<Violation> violations = Stated.check(entry, now);
        if (violations.isEmpty()) {
            Stated stated = Stated.read(entry, now);
            violations = Completeness.reasonsMissing(stated, Proposing.of(stated, now));
        }
        if (!violations.isEmpty()) {
            throw Refusals.invalid(violations);
        }
        guard.requireOpen(id, reopen);
        Section section = Section.findOfElements(element.type().name().toLowerCase(Locale.ROOT))
                .orElseThrow();
        EditOutcome outcome = edits.change(
                new EntryChange.Replace(Set.of(section), id, seen == null ? Integer.valueOf(version) : seen, entry),
                reopen);
        if (outcome instanceof EditOutcome.Stored stored) {
            Integer next = stored.versions().getFirst();
            return next == null ? version : next;
        }
        throw Refusals.of(outcome, id, AnalysisRecord.of(entry));
    }

    private static List<Violation> unknownKeys(JsonNode record) {
        List<Violation> found = new ArrayList<>();
        record.fieldNames().forEachRemaining(key -> {
            if (!AnalysisRecord.KEYS.contains(key)) {
                found.add(new Violation(
                        "$." + key,
                        "unknown-key",
                        "An analysis has no key '" + key + "'; it has " + String.join(", ", AnalysisRecord.KEYS)
                                + ". Change all else at /api/elements.",
                        null,
                        null,
                        null));
            }
        });
        return found;
    }

    private static ObjectNode entry(Element element) {
        return (ObjectNode) ModelWriter.toTree(element);
    }

    private static Element require(RegisterState state, String id) {
        return (Id.isValid(id) ? state.findElement(Id.of(id)) : Optional.<Element>empty())
                .orElseThrow(() -> Refusals.unknown(id));
    }
}
