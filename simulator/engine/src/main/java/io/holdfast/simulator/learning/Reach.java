package io.holdfast.simulator.learning;

import io.holdfast.simulator.model.Contact;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Need;
import io.holdfast.simulator.model.RecoveryMethod;
import io.holdfast.simulator.model.Scenario;
import io.holdfast.simulator.model.Team;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whose numbers are meant.
 *
 * @param elements ids of elements
 * @param teams ids of teams
 * @param scenarios ids of scenarios
 * @param contacts ids of contacts
 */
record Reach(Set<Id> elements, Set<Id> teams, Set<Id> scenarios, Set<Id> contacts) {

    static Reach everything(ContinuityModel model) {
        return new Reach(
                model.elements().stream().map(Element::id).collect(Collectors.toSet()),
                model.teams().stream().map(Team::id).collect(Collectors.toSet()),
                model.scenarios().stream().map(Scenario::id).collect(Collectors.toSet()),
                model.contacts().stream().map(Contact::id).collect(Collectors.toSet()));
    }

    /** What bears on an element under a scenario: no contact, whom only drills call. Cost: one walk over what it needs. */
    static Reach of(ContinuityModel model, Id scenario, Id element) {
        Map<Id, Element> byId = model.elementsById();
        Check.that(byId.containsKey(element), "The model has no element '" + element + "'.");
        Check.that(model.findScenario(scenario).isPresent(), "The model has no scenario '" + scenario + "'.");
        Set<Id> elements = new HashSet<>(Set.of(element));
        Set<Id> teams = new HashSet<>();
        Deque<Id> open = new ArrayDeque<>(elements);
        while (!open.isEmpty()) {
            Element next = byId.get(open.pop());
            if (next != null) {
                next.methods().forEach(method -> teams.addAll(method.crew().keySet()));
                needed(next).filter(elements::add).forEach(open::push);
            }
        }
        return new Reach(elements, teams, Set.of(scenario), Set.of());
    }

    private static Stream<Id> needed(Element element) {
        return Stream.concat(
                element.needs().stream().flatMap(Need::elements),
                element.methods().stream().flatMap(Reach::neededBy));
    }

    private static Stream<Id> neededBy(RecoveryMethod method) {
        List<Need> own = method.needs();
        return Stream.concat(own == null ? Stream.of() : own.stream(), method.alsoNeeds().stream())
                .flatMap(Need::elements);
    }
}
