package io.holdfast.service.register;

import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Need;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Who needs whom in one model, by the needs of elements alone: recovery methods, times and chances play no part. Immutable;
 * for any number of threads.
 */
public final class NeedGraph {

    private final Map<Id, Element> elements;
    private final Map<Id, Set<Id>> needs = new LinkedHashMap<>();
    private final Map<Id, Set<Id>> neededBy = new LinkedHashMap<>();

    private NeedGraph(ContinuityModel model) {
        elements = model.elementsById();
        elements.keySet().forEach(id -> {
            needs.put(id, new LinkedHashSet<>());
            neededBy.put(id, new LinkedHashSet<>());
        });
        elements.values()
                .forEach(element -> element.needs().stream()
                        .flatMap(Need::elements)
                        .filter(elements::containsKey)
                        .forEach(needed -> link(element.id(), needed)));
    }

    /** The graph of a model. Cost: linear in its needs. */
    public static NeedGraph of(ContinuityModel model) {
        return new NeedGraph(model);
    }

    private void link(Id from, Id to) {
        needs.getOrDefault(from, Set.of()).add(to);
        neededBy.getOrDefault(to, Set.of()).add(from);
    }

    /** What an element names in its needs, in file order, each once. */
    public Set<Id> needsOf(Id id) {
        return Collections.unmodifiableSet(needs.getOrDefault(id, Set.of()));
    }

    /** Which elements name it in their needs, in file order, each once. */
    public Set<Id> neededBy(Id id) {
        return Collections.unmodifiableSet(neededBy.getOrDefault(id, Set.of()));
    }

    /**
     * What can no longer meet its needs once these are lost, they themselves left out. The greatest fixpoint: all else is
     * up at first, so elements that need each other stay up together while nothing outside them is missing. A soft entry
     * takes nothing down.
     *
     * @return the dependants in the order in which they are reached, nearest first
     */
    public Set<Id> dependantsLostWith(Set<Id> lost) {
        Set<Id> down = new LinkedHashSet<>(lost);
        Deque<Id> open = new ArrayDeque<>(lost);
        while (!open.isEmpty()) {
            for (Id dependant : neededBy(open.pop())) {
                Element element = elements.get(dependant);
                if (element != null && !down.contains(dependant) && !allMet(element.needs(), down)) {
                    down.add(dependant);
                    open.add(dependant);
                }
            }
        }
        down.removeAll(lost);
        return down;
    }

    /** Whether losing an element takes down something of a kind; looks no further than the first. */
    public boolean takesDown(Id lost, Predicate<Id> wanted) {
        Set<Id> down = new HashSet<>(Set.of(lost));
        Deque<Id> open = new ArrayDeque<>(List.of(lost));
        while (!open.isEmpty()) {
            for (Id dependant : neededBy(open.pop())) {
                Element element = elements.get(dependant);
                if (element != null && !down.contains(dependant) && !allMet(element.needs(), down)) {
                    if (wanted.test(dependant)) {
                        return true;
                    }
                    down.add(dependant);
                    open.add(dependant);
                }
            }
        }
        return false;
    }

    private static boolean allMet(List<Need> entries, Set<Id> down) {
        return entries.stream().allMatch(entry -> isMet(entry, down));
    }

    private static boolean isMet(Need entry, Set<Id> down) {
        if (entry.terms().soft() != null) {
            return true;
        }
        return switch (entry) {
            case Need.One one -> !down.contains(one.element());
            case Need.AllOf all -> allMet(all.members(), down);
            case Need.AtLeast some ->
                some.members().stream().filter(each -> isMet(each, down)).count() >= some.atLeast();
            case Need.Pool pool -> carried(pool, down) + ROUNDING >= pool.minimum();
        };
    }

    /** Shares such as 0.1 + 0.2 + 0.7 must reach a minimum of 1. */
    private static final double ROUNDING = 1e-9;

    private static double carried(Need.Pool pool, Set<Id> down) {
        double sum = 0;
        for (int m = 0; m < pool.members().size(); m++) {
            sum += isMet(pool.members().get(m), down) ? pool.shares().get(m) : 0;
        }
        return sum;
    }
}
