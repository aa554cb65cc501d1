package io.holdfast.simulator.compile;

import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.DownState;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Hit;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.MethodKind;
import io.holdfast.simulator.model.Need;
import io.holdfast.simulator.model.RecoveryMethod;
import io.holdfast.simulator.model.Scenario;
import io.holdfast.simulator.model.Site;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Elements whose recoveries would wait for each other for ever when a scenario hits everything that it can hit, every work
 * succeeds and everything else is up. What it finds happens with the chance of that hit; a run counts how often. Cost: elements
 * times rounds, of which there are at most as many as elements are hit.
 */
public final class DeadlockCheck {

    private final ContinuityModel model;
    private final Map<Id, DownState> hit = new LinkedHashMap<>();
    private final Set<Id> recovered = new HashSet<>();
    private Set<Id> serving = new HashSet<>();

    private DeadlockCheck(ContinuityModel model, Scenario scenario) {
        this.model = model;
        Map<Id, Site> sites = model.sites().stream().collect(Collectors.toMap(Site::id, Function.identity()));
        for (Element element : model.elements()) {
            scenario.hits().stream()
                    .filter(each -> each.probability() > 0 && HitTable.selects(each, element, sites))
                    .map(Hit::state)
                    .max(DownState::compareTo)
                    .filter(state -> state != DownState.OUTAGE) // ends by itself
                    .ifPresent(state -> hit.put(element.id(), state));
        }
    }

    /** The cycles of a scenario, each with its members in the order of the file; usually none. */
    public static List<List<Id>> of(ContinuityModel model, Scenario scenario) {
        return new DeadlockCheck(model, scenario).run();
    }

    private List<List<Id>> run() {
        model.elements().stream()
                .map(Element::id)
                .filter(id -> !hit.containsKey(id))
                .forEach(recovered::add);
        boolean again = true;
        while (again) {
            serving = serving();
            again = false;
            for (Element element : model.elements()) {
                if (!recovered.contains(element.id()) && canStart(element)) {
                    recovered.add(element.id());
                    again = true;
                }
            }
        }
        return cycles();
    }

    /** What serves when exactly the recovered can: the greatest set in which each has what it runs on. */
    private Set<Id> serving() {
        Set<Id> now = new HashSet<>(recovered);
        boolean fell = true;
        while (fell) {
            fell = false;
            for (Element element : model.elements()) {
                if (now.contains(element.id()) && !runs(element, now)) {
                    now.remove(element.id());
                    fell = true;
                }
            }
        }
        return now;
    }

    private boolean runs(Element element, Set<Id> up) {
        return met(element.needs(), up)
                || element.methods().stream()
                        .filter(method -> method.kind() != MethodKind.WORKAROUND)
                        .filter(method -> answers(method, hit.getOrDefault(element.id(), DownState.OUTAGE)))
                        .anyMatch(method -> met(runNeeds(element, method), up));
    }

    private boolean canStart(Element element) {
        DownState state = hit.getOrDefault(element.id(), DownState.OUTAGE);
        return element.methods().stream()
                .filter(method -> answers(method, state))
                .anyMatch(method -> met(startNeeds(element, method), serving) && met(method.alsoNeeds(), serving));
    }

    private static boolean answers(RecoveryMethod method, DownState state) {
        return method.effectiveAnswers().contains(state);
    }

    private static List<Need> startNeeds(Element element, RecoveryMethod method) {
        List<Need> stated = method.needs();
        if (stated != null) {
            return stated;
        }
        return method.kind() == MethodKind.REPAIR || method.kind() == MethodKind.WORKAROUND
                ? List.of()
                : element.needs();
    }

    private static List<Need> runNeeds(Element element, RecoveryMethod method) {
        List<Need> stated = method.needs();
        return stated == null ? element.needs() : stated;
    }

    private static boolean met(List<Need> needs, Set<Id> up) {
        return needs.stream().allMatch(need -> met(need, up));
    }

    private static boolean met(Need need, Set<Id> up) {
        if (need.terms().soft() != null) {
            return true;
        }
        return switch (need) {
            case Need.One one -> up.contains(one.element());
            case Need.AllOf all -> met(all.members(), up);
            case Need.AtLeast some ->
                some.members().stream().filter(member -> met(member, up)).count() >= some.atLeast();
            case Need.Pool pool -> {
                double sum = 0;
                for (int i = 0; i < pool.members().size(); i++) {
                    sum += met(pool.members().get(i), up) ? pool.shares().get(i) : 0;
                }
                yield sum >= pool.minimum() - 1e-9;
            }
        };
    }

    /** Cycles among those that never serve: who waits for whom, over what starts and runs them. */
    private List<List<Id>> cycles() {
        List<Element> stuck = model.elements().stream()
                .filter(element -> !serving.contains(element.id()))
                .toList();
        Map<Id, Integer> position = new HashMap<>();
        stuck.forEach(element -> position.put(element.id(), position.size()));
        int[][] waits = stuck.stream()
                .map(element -> waitsFor(element)
                        .flatMap(Need::elements)
                        .map(position::get)
                        .filter(java.util.Objects::nonNull)
                        .mapToInt(Integer::intValue)
                        .distinct()
                        .toArray())
                .toArray(int[][]::new);
        return cycles(stuck, Components.of(waits));
    }

    private List<List<Id>> cycles(List<Element> stuck, Components components) {
        List<List<Id>> cycles = new ArrayList<>();
        for (int c = 0; c < components.count(); c++) {
            List<Id> members = new ArrayList<>();
            for (int i = 0; components.isCyclic(c) && i < components.size(c); i++) {
                members.add(stuck.get(components.member(c, i)).id());
            }
            if (members.stream().anyMatch(id -> !recovered.contains(id))) {
                cycles.add(members);
            }
        }
        return cycles;
    }

    private Stream<Need> waitsFor(Element element) {
        if (recovered.contains(element.id())) {
            return element.needs().stream();
        }
        DownState state = hit.getOrDefault(element.id(), DownState.OUTAGE);
        return element.methods().stream()
                .filter(method -> answers(method, state))
                .flatMap(method -> Stream.concat(startNeeds(element, method).stream(), method.alsoNeeds().stream()));
    }
}
