package io.holdfast.simulator.lint;

import io.holdfast.simulator.drill.DrillDay;
import io.holdfast.simulator.lint.Mend.Where;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Label;
import io.holdfast.simulator.model.Need;
import io.holdfast.simulator.model.Plan;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What was verified or reviewed was so within a year before the day given: entries of needs by {@code verified}, the oldest of an
 * element, and plans, documents and procedures by {@code x-reviewed}. A text that is no day is not judged.
 */
final class Freshness implements Check {

    private static final Set<String> DOCUMENTS = Set.of("document", "procedure");

    @Override
    public void run(LintModel model, Consumer<Conflict> found) {
        model.asOf().ifPresent(asOf -> {
            DrillDay limit = asOf.yearBefore();
            for (Element element : model.elements()) {
                listEntries(element)
                        .flatMap(entry -> verified(entry).stream())
                        .min(DrillDay::compareTo)
                        .filter(day -> day.compareTo(limit) < 0)
                        .ifPresent(day -> found.accept(conflict(
                                LintRule.VERIFIED_LONG_AGO,
                                element.id(),
                                day,
                                asOf,
                                Mend.element(element.id(), "needs"))));
                if (DOCUMENTS.contains(element.kind())) {
                    overdue(element.id(), element.label(), asOf, Where.ELEMENT).ifPresent(found);
                }
            }
            for (Plan plan : model.model().plans()) {
                overdue(plan.id(), plan.label(), asOf, Where.PLAN).ifPresent(found);
            }
        });
    }

    /** The day on which an entry was last checked, if it says one. */
    static Optional<DrillDay> verified(Need entry) {
        String text = entry.terms().verified();
        return text == null ? Optional.empty() : DrillDay.find(text);
    }

    /** All entries of an element's needs and of its methods', at any depth. */
    static Stream<Need> listEntries(Element element) {
        return Stream.concat(
                        element.needs().stream(), element.methods().stream().flatMap(LintModel::named))
                .flatMap(Freshness::withInner);
    }

    private static Stream<Need> withInner(Need entry) {
        List<Need> members = switch (entry) {
            case Need.One one -> List.of();
            case Need.AllOf all -> all.members();
            case Need.AtLeast some -> some.members();
            case Need.Pool pool -> pool.members();
        };
        return Stream.concat(Stream.of(entry), members.stream().flatMap(Freshness::withInner));
    }

    private static Optional<Conflict> overdue(Id id, Label label, DrillDay asOf, Where where) {
        return Optional.ofNullable(label.extras().get("x-reviewed"))
                .flatMap(DrillDay::find)
                .filter(day -> day.compareTo(asOf.yearBefore()) < 0)
                .map(day -> conflict(LintRule.REVIEW_OVERDUE, id, day, asOf, new Mend(where, id, "x-reviewed")));
    }

    private static Conflict conflict(LintRule rule, Id id, DrillDay day, DrillDay asOf, Mend mend) {
        return new Conflict(
                rule, Shown.finding(rule, List.of(id), "element", id, "date", day, "asOf", asOf), List.of(), mend);
    }
}
