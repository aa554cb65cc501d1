package io.holdfast.simulator.reference;

import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Need;
import io.holdfast.simulator.model.RecoveryMethod;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** From which elements a cycle of what elements may run on, now or after a method, can be reached. */
final class Cycles {

    private final Set<Item> leading = new HashSet<>();
    private final Map<Item, Set<Item>> reached = new HashMap<>();

    Cycles(Map<Id, Item> items) {
        Map<Item, Set<Item>> edges = new LinkedHashMap<>();
        for (Item item : items.values()) {
            Set<Item> targets = new LinkedHashSet<>();
            Stream<Need> ofMethods = item.element.methods().stream()
                    .map(RecoveryMethod::needs)
                    .flatMap(needs -> needs == null ? Stream.of() : needs.stream());
            Stream.concat(item.element.needs().stream(), ofMethods)
                    .flatMap(Need::elements)
                    .map(items::get)
                    .filter(target -> target != null)
                    .forEach(targets::add);
            edges.put(item, targets);
        }
        Map<Item, Set<Item>> cycles = Serving.Graphs.cycles(edges);
        for (Item item : edges.keySet()) {
            Set<Item> reach = Serving.Graphs.reach(item, edges);
            reached.put(item, Set.copyOf(reach));
            reach.add(item);
            if (reach.stream()
                    .anyMatch(each -> !cycles.getOrDefault(each, Set.of()).isEmpty())) {
                leading.add(item);
            }
        }
    }

    /** Those that need each other to run, methods apart. */
    static Set<Set<Id>> ofOwnNeeds(ContinuityModel model) {
        Map<Id, Item> items = new LinkedHashMap<>();
        model.elements().forEach(element -> items.put(element.id(), new Item(element)));
        Map<Item, Set<Item>> edges = new LinkedHashMap<>();
        items.values()
                .forEach(item -> edges.put(
                        item,
                        item.element.needs().stream()
                                .flatMap(Need::elements)
                                .map(items::get)
                                .collect(Collectors.toSet())));
        Set<Set<Id>> cycles = new HashSet<>();
        for (Set<Item> cycle : Serving.Graphs.cycles(edges).values()) {
            if (!cycle.isEmpty()) {
                cycles.add(cycle.stream().map(item -> item.element.id()).collect(Collectors.toSet()));
            }
        }
        return cycles;
    }

    /** Whether one element may run on another, directly or through others. */
    boolean reaches(Item from, Item to) {
        return reached.getOrDefault(from, Set.of()).contains(to);
    }

    /** Whether an element is on a cycle or leads to one. */
    boolean leadsTo(Item item) {
        return leading.contains(item);
    }
}
