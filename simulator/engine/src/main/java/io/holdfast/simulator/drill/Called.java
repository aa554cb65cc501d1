package io.holdfast.simulator.drill;

import io.holdfast.simulator.model.Contact;
import io.holdfast.simulator.model.DownState;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Team;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Who is called: the teams with people in the crews of methods that the scenario can make necessary for the scope, the teams that
 * own a step, the drill, or stand in its scope themselves.
 */
final class Called {

    private final DrillScope scope;
    private final List<Team> teams;

    Called(DrillScope scope, Map<Id, Set<DownState>> states) {
        this.scope = scope;
        Set<Id> wanted = new HashSet<>();
        states.forEach((id, possible) -> scope.find(id).ifPresent(each -> wanted.addAll(crews(each, possible))));
        scope.drill().steps().forEach(step -> owner(step).flatMap(this::teamOf).ifPresent(wanted::add));
        leader().ifPresent(wanted::add);
        scope.drill().scope().forEach(id -> teamOf(id.value()).ifPresent(wanted::add));
        teams = scope.model().teams().stream()
                .filter(team -> team.people() && wanted.contains(team.id()))
                .toList();
    }

    /** Numbers of the called teams, those in crews that an element waits for. */
    int[] waitedFor(Id element, Map<Id, Set<DownState>> states) {
        Set<Id> crews = new HashSet<>();
        DrillScope.closure(scope.model().elementsById(), List.of(element), DrillScope::allNeeds)
                .forEach(id ->
                        scope.find(id).ifPresent(each -> crews.addAll(crews(each, states.getOrDefault(id, Set.of())))));
        return IntStream.range(0, teams.size())
                .filter(t -> crews.contains(teams.get(t).id()))
                .toArray();
    }

    private static Set<Id> crews(Element element, Set<DownState> possible) {
        return element.methods().stream()
                .filter(method -> method.effectiveAnswers().stream().anyMatch(possible::contains))
                .flatMap(method -> method.crew().keySet().stream())
                .collect(Collectors.toSet());
    }

    /** The owner that a step names, as it stands there. */
    static Optional<String> owner(Map<String, Object> step) {
        return Optional.ofNullable(step.get("owner")).map(Object::toString).filter(text -> !text.isBlank());
    }

    /** The team of that id, or of the contact of that id. */
    private Optional<Id> teamOf(String id) {
        Optional<Id> team = scope.model().teams().stream()
                .map(Team::id)
                .filter(each -> each.value().equals(id))
                .findFirst();
        return team.or(() -> scope.model().contacts().stream()
                .filter(each -> each.id().value().equals(id))
                .map(Contact::team)
                .filter(Objects::nonNull)
                .findFirst());
    }

    /** The team that decides: the one that answers for the drill. */
    Optional<Id> leader() {
        return Optional.ofNullable(scope.drill().label().owner()).flatMap(this::teamOf);
    }

    /** The teams, in file order. */
    List<Team> teams() {
        return teams;
    }

    /**
     * Whom to call first of a team: its contacts that are nobody's deputy within the team; where all are, for they stand in for
     * each other in a circle, the first.
     */
    List<Contact> first(Id team) {
        List<Contact> members = scope.model().contacts().stream()
                .filter(each -> team.equals(each.team()))
                .toList();
        Set<Id> deputies = members.stream()
                .filter(each -> !each.id().equals(each.deputy()))
                .map(Contact::deputy)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        List<Contact> first =
                members.stream().filter(each -> !deputies.contains(each.id())).toList();
        return first.isEmpty() ? members.stream().limit(1).toList() : first;
    }
}
