package io.holdfast.service.sla.internal;

import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.ElementType;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Need;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a service needs to run, as far as promises leave it open: the walk goes along needs and ends where a promise covers the
 * whole. A promise in the entry of the start itself counts as a link too, but never ends the walk; one that covers the whole counts
 * there only where nothing is needed, because it says the same as what follows from the needs. Needs that are soft are followed, because in a pool they bear on the sum, but what only they reach need promise nothing.
 * Immutable. Cost: linear in the needs that are walked.
 */
final class ChainWalk {

    private final Id start;
    private final Map<Id, Element> elements;
    private final Map<Id, Promise> promises;
    private final Map<Id, Id> before = new LinkedHashMap<>();
    private final Set<Id> needed = new LinkedHashSet<>();

    ChainWalk(Id start, Map<Id, Element> elements, Map<Id, Promise> promises) {
        this.start = start;
        this.elements = elements;
        this.promises = promises;
        walk(true);
        walk(false);
    }

    private void walk(boolean hardOnly) {
        Deque<Id> open = new ArrayDeque<>(List.of(start));
        Set<Id> seen = new LinkedHashSet<>(List.of(start));
        while (!open.isEmpty()) {
            Id at = open.pop();
            for (Id next : next(at, hardOnly)) {
                if (elements.containsKey(next) && seen.add(next)) {
                    before.putIfAbsent(next, at);
                    open.add(next);
                }
            }
        }
        if (hardOnly) {
            needed.addAll(seen);
        }
    }

    private List<Id> next(Id at, boolean hardOnly) {
        Element element = elements.get(at);
        return element == null || covers(at)
                ? List.of()
                : element.needs().stream()
                        .flatMap(need -> hardOnly ? hard(need) : need.elements())
                        .toList();
    }

    private static Stream<Id> hard(Need need) {
        if (need.terms().soft() != null) {
            return Stream.empty();
        }
        return switch (need) {
            case Need.One one -> Stream.of(one.element());
            case Need.AllOf all -> all.members().stream().flatMap(ChainWalk::hard);
            case Need.AtLeast some -> some.members().stream().flatMap(ChainWalk::hard);
            case Need.Pool pool -> pool.members().stream().flatMap(ChainWalk::hard);
        };
    }

    /** Whether the walk ends here. */
    boolean covers(Id id) {
        Promise promise = promises.get(id);
        return !id.equals(start) && promise != null && promise.whole();
    }

    /** All that it reaches and the start itself, nearest first. */
    List<Element> reached() {
        return Stream.concat(Stream.of(start), before.keySet().stream())
                .map(elements::get)
                .filter(each -> each != null)
                .toList();
    }

    /** The promises on the way, nearest first. */
    List<Promise> links() {
        return Stream.concat(Stream.of(start), before.keySet().stream())
                .filter(id -> needed.contains(id) && isPromised(id))
                .map(promises::get)
                .filter(each -> each != null)
                .toList();
    }

    /** Whether a promise about an element counts. */
    boolean isPromised(Id id) {
        Promise promise = promises.get(id);
        return promise != null && (!id.equals(start) || !promise.whole() || before.isEmpty());
    }

    /**
     * What can fail on the way and promises nothing, nearest first. A service or process that only stands for what it needs cannot
     * fail of itself.
     */
    List<Element> missing(Promise.Measure measure) {
        return before.keySet().stream()
                .filter(id -> needed.contains(id) && !promises.containsKey(id))
                .map(elements::get)
                .filter(each -> each != null
                        && (each.type() == ElementType.ASSET || each.needs().isEmpty() || each.failure() != null)
                        && Promise.mustPromise(each, measure))
                .toList();
    }

    /** The way from the start to an element, both included. */
    List<Element> way(Id id) {
        List<Element> way = new ArrayList<>();
        for (Id at = id; at != null; at = before.get(at)) {
            Element element = elements.get(at);
            if (element != null) {
                way.addFirst(element);
            }
        }
        return List.copyOf(way);
    }

    /** The promise on an element of the way; null where there is none. */
    Map<Id, Promise> promises() {
        return promises;
    }

    /** Where it starts. */
    Id start() {
        return start;
    }

    /** What stands below promises that cover the whole and is shared by several of them: there the composite is too good. */
    List<Element> sharedBelow() {
        Map<Id, Integer> times = new LinkedHashMap<>();
        for (Promise link : links()) {
            if (link.whole()) {
                below(link.element()).forEach(each -> times.merge(each, 1, Integer::sum));
            }
        }
        return times.entrySet().stream()
                .filter(each -> each.getValue() > 1)
                .map(each -> elements.get(each.getKey()))
                .filter(each -> each != null)
                .toList();
    }

    private Set<Id> below(Id top) {
        Set<Id> seen = new LinkedHashSet<>();
        Deque<Id> open = new ArrayDeque<>(List.of(top));
        while (!open.isEmpty()) {
            Element element = elements.get(open.pop());
            if (element != null) {
                element.needs().stream()
                        .flatMap(ChainWalk::hard)
                        .filter(elements::containsKey)
                        .filter(seen::add)
                        .forEach(open::add);
            }
        }
        return seen;
    }
}
