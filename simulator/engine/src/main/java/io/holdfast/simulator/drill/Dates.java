package io.holdfast.simulator.drill;

import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Need;
import io.holdfast.simulator.model.Plan;
import io.holdfast.simulator.model.RecoveryMethod;
import io.holdfast.simulator.result.Finding;
import io.holdfast.simulator.result.Finding.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a drill's plan rests on and nobody has looked at for a year: plans and documents by {@code x-reviewed}, entries of needs
 * by {@code verified}. The day comes from the caller; without one nothing is called old.
 */
final class Dates {

    private static final Set<String> DOCUMENTS = Set.of("document", "procedure");

    private final DrillScope scope;
    private final @Nullable DrillDay asOf;

    Dates(DrillScope scope, @Nullable DrillDay asOf) {
        this.scope = scope;
        this.asOf = asOf;
    }

    private record Dated(Kind kind, Id about, DrillDay day) {}

    List<Finding> gaps() {
        List<Dated> dated = dated();
        if (asOf == null) {
            return dated.isEmpty()
                    ? List.of()
                    : List.of(Gaps.finding(
                            Kind.DATES_NOT_JUDGED,
                            scope.drill().id(),
                            "drill",
                            scope.drill().id().value(),
                            "count",
                            Integer.toString(dated.size())));
        }
        DrillDay limit = asOf.yearBefore();
        return dated.stream()
                .filter(each -> each.day().compareTo(limit) < 0)
                .map(each -> Gaps.finding(
                        each.kind(),
                        each.about(),
                        "about",
                        each.about().value(),
                        "date",
                        each.day().text(),
                        "asOf",
                        String.valueOf(asOf)))
                .toList();
    }

    private List<Dated> dated() {
        List<Dated> found = new ArrayList<>();
        scope.model().plans().stream()
                .filter(this::concerns)
                .forEach(plan -> reviewed(plan.label().extras())
                        .ifPresent(day -> found.add(new Dated(Kind.PLAN_OUT_OF_DATE, plan.id(), day))));
        scope.model().elements().stream().filter(each -> scope.needs(each.id())).forEach(each -> {
            if (DOCUMENTS.contains(each.kind())) {
                reviewed(each.label().extras())
                        .ifPresent(day -> found.add(new Dated(Kind.DOCUMENT_OUT_OF_DATE, each.id(), day)));
            }
            entries(each)
                    .map(need -> need.terms().verified())
                    .filter(Objects::nonNull)
                    .flatMap(text -> DrillDay.find(text).stream())
                    .min(DrillDay::compareTo)
                    .ifPresent(day -> found.add(new Dated(Kind.NEEDS_OUT_OF_DATE, each.id(), day)));
        });
        return found;
    }

    private boolean concerns(Plan plan) {
        return plan.covers().stream().anyMatch(id -> scope.elements().contains(id));
    }

    private static Optional<DrillDay> reviewed(Map<String, Object> extras) {
        return Optional.ofNullable(extras.get("x-reviewed")).flatMap(DrillDay::find);
    }

    private static Stream<Need> entries(Element element) {
        return Stream.concat(
                        element.needs().stream(), element.methods().stream().flatMap(Dates::entriesOf))
                .flatMap(Dates::inner);
    }

    private static Stream<Need> entriesOf(RecoveryMethod method) {
        List<Need> own = method.needs();
        return Stream.concat(own == null ? Stream.of() : own.stream(), method.alsoNeeds().stream());
    }

    private static Stream<Need> inner(Need need) {
        List<Need> members = switch (need) {
            case Need.One one -> List.of();
            case Need.AllOf all -> all.members();
            case Need.AtLeast some -> some.members();
            case Need.Pool pool -> pool.members();
        };
        return Stream.concat(Stream.of(need), members.stream().flatMap(Dates::inner));
    }
}
