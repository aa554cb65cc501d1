package io.holdfast.service.drill.internal;

import io.holdfast.service.register.NeedGraph;
import io.holdfast.simulator.compile.HitTable;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.DownState;
import io.holdfast.simulator.model.Drill;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.ElementType;
import io.holdfast.simulator.model.Hit;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.MethodKind;
import io.holdfast.simulator.model.RecoveryMethod;
import io.holdfast.simulator.model.Scenario;
import io.holdfast.simulator.model.Site;
import io.holdfast.simulator.model.Team;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A service with what it runs on: which drills it can have, and who takes part. */
final class DrillSubject {

    private final ContinuityModel model;
    private final Element service;
    private final List<Element> runsOn;
    private final List<Element> processes;
    private final Map<Id, Site> sites;
    private final Set<String> notPeople;

    private DrillSubject(ContinuityModel model, Element service, List<Element> runsOn, List<Element> processes) {
        this.model = model;
        this.service = service;
        this.runsOn = runsOn;
        this.processes = processes;
        sites = model.sites().stream().collect(Collectors.toMap(Site::id, Function.identity()));
        notPeople = model.teams().stream()
                .filter(team -> !team.people())
                .map(Team::id)
                .map(Id::value)
                .collect(Collectors.toSet());
    }

    /** Every service of a model, in file order. */
    static List<DrillSubject> listOf(ContinuityModel model) {
        NeedGraph graph = NeedGraph.of(model);
        Map<Id, Element> byId = model.elementsById();
        return model.elements().stream()
                .filter(element -> element.type() == ElementType.SERVICE)
                .map(service -> new DrillSubject(
                        model,
                        service,
                        closure(service.id(), graph::needsOf, byId),
                        closure(service.id(), graph::neededBy, byId).stream()
                                .filter(element -> element.type() == ElementType.PROCESS)
                                .toList()))
                .toList();
    }

    /** The tier of a service: its own, else that of the most critical process that needs it, else the lowest. */
    static int tierOf(Element service, ContinuityModel model, int lowest) {
        Integer own = service.tier();
        return own != null
                ? own
                : closure(service.id(), NeedGraph.of(model)::neededBy, model.elementsById()).stream()
                        .filter(element -> element.type() == ElementType.PROCESS)
                        .map(Element::tier)
                        .filter(Objects::nonNull)
                        .min(Integer::compare)
                        .orElse(lowest);
    }

    private static List<Element> closure(Id from, Function<Id, Set<Id>> next, Map<Id, Element> byId) {
        Set<Id> reached = new LinkedHashSet<>(List.of(from));
        Deque<Id> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            next.apply(open.poll()).stream().filter(reached::add).forEach(open::add);
        }
        return reached.stream().map(byId::get).filter(Objects::nonNull).toList();
    }

    Id id() {
        return service.id();
    }

    /** The tier that the service states, if it does. */
    @Nullable
    Integer ownTier() {
        return service.tier();
    }

    /** The most critical process that needs it, directly or through others, of those that state a tier. */
    Optional<Element> findMostCriticalProcess() {
        return processes.stream()
                .filter(process -> tier(process) < Integer.MAX_VALUE)
                .min((a, b) -> Integer.compare(tier(a), tier(b)));
    }

    private static int tier(Element element) {
        Integer stated = element.tier();
        return stated == null ? Integer.MAX_VALUE : stated;
    }

    /** Whether anything that it runs on comes back from a copy or a replica. */
    boolean hasCopies() {
        return methods().anyMatch(method -> method.data() != null);
    }

    /** Whether anything that it runs on can be switched over. */
    boolean hasFailover() {
        return methods().anyMatch(method -> method.kind() == MethodKind.FAILOVER);
    }

    private Stream<RecoveryMethod> methods() {
        return runsOn.stream().flatMap(element -> element.methods().stream());
    }

    /** The drill of the model that names the service, or a process that it carries directly, and has the type. */
    Optional<Id> findWritten(Drill.Type type) {
        Set<Id> meant = new LinkedHashSet<>(List.of(service.id()));
        processes.stream()
                .filter(process -> process.needs().stream()
                        .flatMap(need -> need.elements())
                        .anyMatch(service.id()::equals))
                .forEach(process -> meant.add(process.id()));
        return model.drills().stream()
                .filter(drill ->
                        drill.types().contains(type) && drill.scope().stream().anyMatch(meant::contains))
                .map(Drill::id)
                .findFirst();
    }

    /** Whether a scenario hits anything that the service runs on. */
    boolean isReachedBy(Scenario scenario) {
        return runsOn.stream().anyMatch(element -> !states(scenario, element).isEmpty());
    }

    /** Whether a scenario leaves anything that the service runs on in one of these states. */
    boolean isLeftIn(Scenario scenario, Set<DownState> wanted) {
        return runsOn.stream()
                .flatMap(element -> states(scenario, element).stream())
                .anyMatch(wanted::contains);
    }

    private Set<DownState> states(Scenario scenario, Element element) {
        return scenario.hits().stream()
                .filter(hit -> HitTable.selects(hit, element, sites))
                .map(Hit::state)
                .collect(Collectors.toSet());
    }

    /** What it runs on, itself first. */
    List<String> elements() {
        return runsOn.stream().map(element -> element.id().value()).toList();
    }

    /** The sites where what can be switched over stands. */
    List<String> sitesOfFailover() {
        return runsOn.stream()
                .filter(element -> element.methods().stream().anyMatch(method -> method.kind() == MethodKind.FAILOVER))
                .map(Element::site)
                .filter(Objects::nonNull)
                .map(Id::value)
                .distinct()
                .sorted()
                .toList();
    }

    /** People-hours of teams for some minutes: of each as many people as its largest crew here, at least one. */
    double peopleHours(Set<String> teams, int minutes) {
        return Crews.people(runsOn, teams) * minutes / 60.0;
    }

    /** Who takes part in a drill of these types: team ids, and owners that are no team. */
    SortedSet<String> teams(List<Drill.Type> types, @Nullable Scenario scenario) {
        SortedSet<String> teams = new TreeSet<>();
        types.forEach(type -> addTeams(teams, type, scenario));
        addOwner(teams, service);
        teams.removeAll(notPeople);
        return teams;
    }

    private void addTeams(Set<String> teams, Drill.Type type, @Nullable Scenario scenario) {
        switch (type) {
            case DESKTOP -> processes.forEach(process -> addOwner(teams, process));
            case DATA_RECOVERY -> addWorkers(teams, method -> method.data() != null);
            case LIVE_FAILOVER -> addWorkers(teams, method -> method.kind() == MethodKind.FAILOVER);
            case SCENARIO -> addResponders(teams, scenario);
        }
    }

    private void addWorkers(Set<String> teams, java.util.function.Predicate<RecoveryMethod> wanted) {
        for (Element element : runsOn) {
            element.methods().stream()
                    .filter(wanted)
                    .findFirst()
                    .ifPresent(method -> addWorkers(teams, element, method));
        }
    }

    /** The crew of a method; where it names none, who answers for the element. */
    private static void addWorkers(Set<String> teams, Element element, RecoveryMethod method) {
        if (method.crew().isEmpty()) {
            if (!method.automatic()) {
                addOwner(teams, element);
            }
            return;
        }
        method.crew().keySet().forEach(team -> teams.add(team.value()));
    }

    /** Whom the scenario calls: for each element that it hits, the workers of the method that people would prefer. */
    private void addResponders(Set<String> teams, @Nullable Scenario scenario) {
        if (scenario == null) {
            return;
        }
        for (Element element : runsOn) {
            Set<DownState> states = states(scenario, element);
            element.methods().stream()
                    .filter(method -> method.effectiveAnswers().stream().anyMatch(states::contains))
                    .findFirst()
                    .ifPresent(method -> addWorkers(teams, element, method));
        }
    }

    private static void addOwner(Set<String> teams, Element element) {
        String owner = element.label().owner();
        if (owner != null && !owner.isBlank()) {
            teams.add(owner.strip());
        }
    }
}
