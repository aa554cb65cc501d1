package io.holdfast.simulator.drill;

import io.holdfast.simulator.compile.EffectiveObjectives;
import io.holdfast.simulator.compile.HitTable;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.DownState;
import io.holdfast.simulator.model.Drill;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.ElementType;
import io.holdfast.simulator.model.Hit;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Need;
import io.holdfast.simulator.model.Objectives;
import io.holdfast.simulator.model.RecoveryMethod;
import io.holdfast.simulator.model.Scenario;
import io.holdfast.simulator.model.Site;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a drill is about: the elements that its scope names, and what these need. Immutable. */
public final class DrillScope {

    private final ContinuityModel model;
    private final Drill drill;
    private final boolean announced;
    private final Map<Id, Element> byId;
    private final Map<Id, Objectives> objectives = new HashMap<>();
    private final List<Id> elements;
    private final Set<Id> runsOn;
    private final Set<Id> needed;

    /**
     * The scope of a drill of a model.
     *
     * @param announced whether the participants know when it is
     */
    public DrillScope(ContinuityModel model, Drill drill, boolean announced) {
        this.model = model;
        this.drill = drill;
        this.announced = announced;
        byId = model.elementsById();
        List<EffectiveObjectives> effective = EffectiveObjectives.of(model);
        for (int e = 0; e < effective.size(); e++) {
            objectives.put(model.elements().get(e).id(), effective.get(e).objectives());
        }
        Set<Id> named = new HashSet<>();
        drill.scope().forEach(id -> named(id).forEach(named::add));
        elements = model.elements().stream()
                .map(Element::id)
                .filter(named::contains)
                .toList();
        runsOn = closure(byId, elements, DrillScope::ownNeeds);
        needed = closure(byId, elements, DrillScope::allNeeds);
    }

    /** An element; what stands at a site; what a plan covers. Teams, contacts and the like are no elements. */
    private Stream<Id> named(Id id) {
        if (byId.containsKey(id)) {
            return Stream.of(id);
        }
        Stream<Id> covered = model.plans().stream()
                .filter(plan -> plan.id().equals(id))
                .flatMap(plan -> plan.covers().stream())
                .filter(byId::containsKey);
        Stream<Id> standing =
                model.elements().stream().filter(each -> id.equals(each.site())).map(Element::id);
        return Stream.concat(covered, standing);
    }

    /** These and all that they need, directly or through others. */
    static Set<Id> closure(Map<Id, Element> byId, Collection<Id> from, Function<Element, Stream<Id>> needs) {
        Set<Id> found = new HashSet<>(from);
        Deque<Id> open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            Element next = byId.get(open.pop());
            if (next != null) {
                needs.apply(next).filter(found::add).forEach(open::push);
            }
        }
        return found;
    }

    static Stream<Id> ownNeeds(Element element) {
        return element.needs().stream().flatMap(Need::elements);
    }

    static Stream<Id> allNeeds(Element element) {
        return Stream.concat(ownNeeds(element), element.methods().stream().flatMap(DrillScope::neededBy));
    }

    private static Stream<Id> neededBy(RecoveryMethod method) {
        List<Need> own = method.needs();
        return Stream.concat(own == null ? Stream.of() : own.stream(), method.alsoNeeds().stream())
                .flatMap(Need::elements);
    }

    /** The model that the drill is of. */
    public ContinuityModel model() {
        return model;
    }

    Drill drill() {
        return drill;
    }

    boolean announced() {
        return announced;
    }

    /** The elements in scope, in file order. */
    public List<Id> elements() {
        return elements;
    }

    /** Whether an element is in scope, or needed by it to run. */
    boolean runsOn(Id id) {
        return runsOn.contains(id);
    }

    /** Whether an element is in scope, or needed by it to run or to recover. */
    public boolean needs(Id id) {
        return needed.contains(id);
    }

    /** The scenario that the drill names, if the model has it. */
    public Optional<Scenario> findScenario() {
        Id id = drill.scenario();
        return id == null ? Optional.empty() : model.findScenario(id);
    }

    Optional<Element> find(Id id) {
        return Optional.ofNullable(byId.get(id));
    }

    Element get(Id id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("The model has no element '" + id + "'."));
    }

    /** The targets that an element is held against, its own or inherited. */
    public Objectives objectives(Id id) {
        return objectives.getOrDefault(id, Objectives.NONE);
    }

    /** The element in scope with the strictest RTO; the first where none has one. */
    public Id subject() {
        return elements.stream()
                .filter(id -> objectives(id).rtoHours() != null)
                .min(java.util.Comparator.comparingDouble(
                        id -> Optional.ofNullable(objectives(id).rtoHours()).orElse(Double.MAX_VALUE)))
                .orElseGet(elements::getFirst);
    }

    /** Services and processes that run on any of these elements, directly or through others, in file order. */
    List<Id> visibleOn(Set<Id> ids) {
        Set<Id> reached = new HashSet<>(ids);
        boolean grows = true;
        while (grows) {
            grows = false;
            for (Element each : model.elements()) {
                if (!reached.contains(each.id()) && ownNeeds(each).anyMatch(reached::contains)) {
                    grows = reached.add(each.id());
                }
            }
        }
        return model.elements().stream()
                .filter(each -> each.type() != ElementType.ASSET && reached.contains(each.id()))
                .map(Element::id)
                .toList();
    }

    /** The states in which the scenario can put each element that the scope needs; what it cannot touch is not there. */
    Map<Id, Set<DownState>> statesIn(Scenario scenario) {
        Map<Id, Site> sites = model.sites().stream().collect(Collectors.toMap(Site::id, Function.identity()));
        Map<Id, Set<DownState>> states = new HashMap<>();
        for (Hit hit : scenario.hits()) {
            if (hit.probability() > 0) {
                model.elements().stream()
                        .filter(each -> HitTable.selects(hit, each, sites))
                        .forEach(each -> note(states, each.id(), hit.state()));
            }
        }
        boolean grows = true;
        while (grows) {
            grows = false;
            for (Element each : model.elements()) {
                if (!states.getOrDefault(each.id(), Set.of()).contains(DownState.OUTAGE)
                        && ownNeeds(each).anyMatch(states::containsKey)) {
                    grows |= note(states, each.id(), DownState.OUTAGE);
                }
            }
        }
        states.keySet().retainAll(needed);
        return states;
    }

    private static boolean note(Map<Id, Set<DownState>> states, Id id, DownState state) {
        return states.computeIfAbsent(id, key -> EnumSet.noneOf(DownState.class))
                .add(state);
    }
}
