package io.holdfast.service.drill.internal;

import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.RecoveryMethod;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Who works on elements, and how many they are. */
final class Crews {

    private Crews() {}

    /** How many people of these teams: of each as many as its largest crew on these elements, at least one. */
    static int people(Collection<Element> elements, Set<String> teams) {
        Map<String, Integer> largest = elements.stream()
                .flatMap(element -> element.methods().stream())
                .flatMap(method -> method.crew().entrySet().stream())
                .collect(Collectors.toMap(each -> each.getKey().value(), Map.Entry::getValue, Math::max));
        return teams.stream().mapToInt(team -> largest.getOrDefault(team, 1)).sum();
    }

    /** The crews of the first method of each element that is wanted; of one without a crew, or without such a method, its owner. */
    static SortedSet<String> teams(List<Element> elements, Predicate<RecoveryMethod> wanted, Set<String> notPeople) {
        SortedSet<String> teams = new TreeSet<>();
        for (Element element : elements) {
            Set<String> crew = element.methods().stream()
                    .filter(wanted)
                    .findFirst()
                    .map(method ->
                            method.crew().keySet().stream().map(Id::value).collect(Collectors.toSet()))
                    .orElseGet(Set::of);
            teams.addAll(crew);
            String owner = element.label().owner();
            if (crew.isEmpty() && owner != null && !owner.isBlank()) {
                teams.add(owner.strip());
            }
        }
        teams.removeAll(notPeople);
        return teams;
    }
}
