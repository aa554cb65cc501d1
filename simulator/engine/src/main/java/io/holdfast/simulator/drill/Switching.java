package io.holdfast.simulator.drill;

import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.DownState;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Hit;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.MethodKind;
import io.holdfast.simulator.model.Need;
import io.holdfast.simulator.model.NeedTerms;
import io.holdfast.simulator.model.RecoveryMethod;
import io.holdfast.simulator.model.Scenario;
import io.holdfast.simulator.model.UncertainHours;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a planned switch switches, and the two models that it is played in: there, and back. All that is switched is stopped
 * together; nothing else is touched, and only failovers are left of the methods, so that nothing is mended that is not broken.
 */
record Switching(
        Set<Id> switched, ContinuityModel there, ContinuityModel back, Scenario thereScenario, Scenario backScenario) {

    /** Longer than any drill: what was stopped on purpose does not come back by itself. */
    private static final UncertainHours FOR_GOOD = UncertainHours.fixed(2 * Scenario.DEFAULT_HORIZON_HOURS);

    static Optional<Switching> find(DrillScope scope, double demand) {
        Set<Id> switched = switched(scope);
        return switched.isEmpty() ? Optional.empty() : Optional.of(of(scope, switched, demand));
    }

    private static Switching of(DrillScope scope, Set<Id> switched, double demand) {
        List<Hit> hits = scope.model().elements().stream()
                .map(Element::id)
                .filter(switched::contains)
                .map(id -> Hit.on(id.value(), DownState.OUTAGE))
                .toList();
        Scenario there = there(scope, hits, demand);
        Scenario back = Derived.scenario(
                Derived.own(hits, FOR_GOOD, Scenario.OfficeHours.OFFICE),
                hits,
                null,
                null,
                FOR_GOOD,
                1,
                demand,
                Scenario.OfficeHours.OFFICE);
        ContinuityModel model = scope.model();
        return new Switching(
                switched,
                Derived.model(
                        model,
                        scope.announced() ? Derived.present(model.teams()) : model.teams(),
                        model.elements().stream()
                                .map(each -> elementThere(each, switched))
                                .toList(),
                        there),
                Derived.model(
                        model,
                        Derived.present(model.teams()),
                        model.elements().stream()
                                .map(each -> elementBack(each, switched))
                                .toList(),
                        back),
                there,
                back);
    }

    private static Scenario there(DrillScope scope, List<Hit> hits, double demand) {
        Optional<Scenario> named = scope.findScenario();
        Scenario base = named.orElseGet(() -> Derived.own(
                hits, FOR_GOOD, scope.announced() ? Scenario.OfficeHours.OFFICE : Scenario.OfficeHours.ANY));
        return Derived.scenario(
                Derived.own(hits, FOR_GOOD, RestoreStage.when(scope, base)),
                hits,
                scope.announced() ? null : base.detect(),
                null,
                FOR_GOOD,
                1,
                demand,
                RestoreStage.when(scope, base));
    }

    /**
     * The switch with the way home as what is left when all failovers of an element have failed, so that a rollback ends: the
     * recovery times in it are those of the drill. What runs at the standby does not go home.
     */
    ContinuityModel withRollback() {
        List<Element> elements = there.elements().stream()
                .map(each -> each.methods().isEmpty()
                        ? each
                        : Derived.element(each, each.needs(), withWayHome(each), each.objectives()))
                .toList();
        return Derived.model(there, there.teams(), elements, thereScenario);
    }

    private static List<RecoveryMethod> withWayHome(Element e) {
        double least =
                e.methods().stream().mapToDouble(RecoveryMethod::capacity).min().orElse(1);
        RecoveryMethod home = wayBack(e, e.methods().getFirst(), least);
        return Stream.concat(e.methods().stream(), Stream.of(home)).toList();
    }

    /**
     * The elements in scope that can fail over; of those that cannot, what they cannot do without; of those that can, what
     * they run on here as well as at the standby.
     */
    private static Set<Id> switched(DrillScope scope) {
        Set<Id> seen = new HashSet<>(scope.elements());
        Deque<Id> open = new ArrayDeque<>(scope.elements());
        Set<Id> found = new HashSet<>();
        while (!open.isEmpty()) {
            Id id = open.pop();
            Element element = scope.get(id);
            Optional<RecoveryMethod> failover =
                    element.methods().stream().filter(Switching::isFailover).findFirst();
            Stream<Id> next = indispensable(element.needs());
            if (failover.isPresent()) {
                found.add(id);
                List<Need> needs = failover.get().needs();
                Set<Id> atStandby =
                        needs == null ? Set.of() : indispensable(needs).collect(Collectors.toSet());
                next = needs == null ? next : next.filter(atStandby::contains);
            }
            next.filter(seen::add).forEach(open::push);
        }
        return found;
    }

    static boolean isFailover(RecoveryMethod method) {
        return method.kind() == MethodKind.FAILOVER;
    }

    /** Members of entries that need all of theirs, are not soft and hold for no time: what has to be there. */
    private static Stream<Id> indispensable(List<Need> needs) {
        return needs.stream().flatMap(need -> switch (need) {
            case Need.One one -> Stream.of(one.element());
            case Need.AllOf all -> isHard(all.terms()) ? indispensable(all.members()) : Stream.empty();
            case Need.AtLeast some ->
                some.atLeast() == some.members().size() && isHard(some.terms())
                        ? indispensable(some.members())
                        : Stream.empty();
            case Need.Pool pool -> Stream.empty();
        });
    }

    private static boolean isHard(NeedTerms terms) {
        return terms.soft() == null && terms.holdsFor() == null;
    }

    private static Element elementThere(Element e, Set<Id> switched) {
        List<RecoveryMethod> failovers = switched.contains(e.id())
                ? e.methods().stream()
                        .filter(Switching::isFailover)
                        .map(Switching::answering)
                        .toList()
                : List.of();
        return Derived.element(e, e.needs(), failovers, e.objectives());
    }

    private static RecoveryMethod answering(RecoveryMethod m) {
        return new RecoveryMethod(
                m.id(),
                m.kind(),
                m.label(),
                m.automatic(),
                m.success(),
                m.duration(),
                m.needs(),
                m.alsoNeeds(),
                m.capacity(),
                null,
                m.data(),
                m.crew(),
                Set.of(DownState.OUTAGE),
                m.successWeight());
    }

    private static Element elementBack(Element e, Set<Id> switched) {
        List<RecoveryMethod> way = switched.contains(e.id())
                ? e.methods().stream()
                        .filter(Switching::isFailover)
                        .limit(1)
                        .map(m -> wayBack(e, m, 1))
                        .toList()
                : List.of();
        return Derived.element(e, e.needs(), way, e.objectives());
    }

    /** The same procedure the other way round, drawn anew: onto what the element runs on at home, undamaged, in full. */
    private static RecoveryMethod wayBack(Element e, RecoveryMethod m, double capacity) {
        return new RecoveryMethod(
                Id.of("holdfast.back." + e.id()),
                m.kind(),
                m.label(),
                m.automatic(),
                1,
                m.duration(),
                null,
                List.of(),
                capacity,
                null,
                null,
                m.crew(),
                Set.of(DownState.OUTAGE));
    }
}
