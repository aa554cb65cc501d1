package io.holdfast.service.plan.internal;

import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.MethodKind;
import io.holdfast.simulator.model.Need;
import io.holdfast.simulator.model.RecoveryMethod;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which steps must be done before which, and the order that follows: prerequisites first, then the P50 of the start. Where
 * steps wait for each other, the P50 alone decides.
 */
final class Sequence {

    private final Map<Id, Element> closure;
    private final Map<Id, List<Draft>> draftsOf = new HashMap<>();
    private final RunReading run;

    Sequence(Map<Id, Element> closure, List<Draft> drafts, RunReading run) {
        this.closure = closure;
        this.run = run;
        drafts.forEach(draft -> draftsOf.computeIfAbsent(draft.element().id(), id -> new ArrayList<>())
                .add(draft));
    }

    /** What a method checks before it starts: its own needs, else the element's (none for repairs and workarounds). */
    static List<Need> startNeeds(Element element, RecoveryMethod method) {
        List<Need> own = method.needs();
        boolean onItsOwn = method.kind() == MethodKind.REPAIR || method.kind() == MethodKind.WORKAROUND;
        List<Need> needs = own != null ? own : onItsOwn ? List.of() : element.needs();
        return Stream.concat(needs.stream(), method.alsoNeeds().stream())
                .filter(need -> need.terms().soft() == null)
                .toList();
    }

    /** The steps that bring back an element, through what it needs itself where it has none of its own. */
    Set<Draft> bringing(Id id) {
        Set<Draft> found = new LinkedHashSet<>();
        collect(id, new HashSet<>(), found, false);
        return found;
    }

    private void collect(Id id, Set<Id> seen, Set<Draft> found, boolean hardOnly) {
        Element element = closure.get(id);
        if (element == null || !seen.add(id) || run.disrupted(id).estimate() == 0) {
            return;
        }
        List<Draft> own = draftsOf.getOrDefault(id, List.of());
        if (!own.isEmpty()) {
            found.add(own.getFirst());
            return;
        }
        element.needs().stream()
                .filter(need -> !hardOnly || isHard(need))
                .flatMap(Need::elements)
                .forEach(needed -> collect(needed, seen, found, hardOnly));
    }

    /** The steps without which a step cannot start; of alternatives none. */
    Set<Draft> before(Draft draft) {
        Set<Draft> found = new LinkedHashSet<>();
        Set<Id> seen = new HashSet<>();
        startNeeds(draft.element(), draft.main().method()).stream()
                .filter(Sequence::isHard)
                .flatMap(Need::elements)
                .forEach(needed -> collect(needed, seen, found, true));
        Draft interim = draft.after();
        if (interim != null) {
            found.add(interim);
        }
        found.remove(draft);
        return found;
    }

    private static boolean isHard(Need need) {
        if (need.terms().soft() != null) {
            return false;
        }
        return switch (need) {
            case Need.One one -> true;
            case Need.AllOf all -> all.members().stream().allMatch(Sequence::isHard);
            case Need.AtLeast some ->
                some.atLeast() == some.members().size()
                        && some.members().stream().allMatch(Sequence::isHard);
            case Need.Pool pool -> false;
        };
    }

    /** Steps in the order in which they are taken. */
    List<Draft> order(List<Draft> drafts) {
        List<Draft> open = new ArrayList<>(drafts);
        open.sort(Comparator.comparingDouble((Draft draft) -> draft.main().startsAt())
                .thenComparingDouble(draft -> draft.main().endsAt())
                .thenComparing(Comparator.comparingInt(Draft::position).reversed()));
        Set<Draft> placed = new LinkedHashSet<>();
        while (!open.isEmpty()) {
            Draft next = open.stream()
                    .filter(draft -> before(draft).stream().noneMatch(open::contains))
                    .findFirst()
                    .orElse(open.getFirst());
            open.remove(next);
            placed.add(next);
        }
        return List.copyOf(placed);
    }
}
