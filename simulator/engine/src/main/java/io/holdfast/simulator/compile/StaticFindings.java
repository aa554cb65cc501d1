package io.holdfast.simulator.compile;

import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Need;
import io.holdfast.simulator.model.RecoveryMethod;
import io.holdfast.simulator.model.Scenario;
import io.holdfast.simulator.result.Finding;
import io.holdfast.simulator.result.Finding.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Findings that follow from the model alone: cycles of needs. */
public final class StaticFindings {

    private StaticFindings() {}

    /**
     * The findings of a model.
     *
     * @param model the model
     * @param scenario the scenario that is run, or null for all of them
     */
    public static List<Finding> of(ContinuityModel model, @Nullable Scenario scenario) {
        List<Finding> findings = new ArrayList<>();
        cycles(findings, model);
        return findings;
    }

    private static void add(List<Finding> findings, Kind kind, List<Id> users) {
        if (!users.isEmpty()) {
            findings.add(new Finding(kind, users, Map.of("elements", shortList(users))));
        }
    }

    /** The first five of the ids, and an ellipsis with how many there are where there are more. */
    public static String shortList(List<Id> ids) {
        String shown = ids.stream().limit(5).map(Id::value).collect(Collectors.joining(", "));
        return ids.size() <= 5 ? shown : shown + ", … (" + ids.size() + ")";
    }

    private static void cycles(List<Finding> findings, ContinuityModel model) {
        Map<Id, Integer> indexOf = new HashMap<>();
        model.elements().forEach(element -> indexOf.put(element.id(), indexOf.size()));
        cyclesOf(Components.of(graph(model, indexOf, element -> element.needs().stream())))
                .forEach(cycle -> add(findings, Kind.MUTUAL_DEPENDENCY, ids(model, cycle)));
        if (model.elements().stream().noneMatch(element -> everRunsOn(element).anyMatch(StaticFindings::hasPool))) {
            return;
        }
        Components running = Components.of(graph(model, indexOf, StaticFindings::everRunsOn));
        for (List<Integer> cycle : cyclesOf(running)) {
            List<Integer> pooled = cycle.stream()
                    .filter(e -> everRunsOn(model.elements().get(e))
                            .anyMatch(need -> poolsWithin(need, indexOf, running, running.of(e))))
                    .toList();
            if (!pooled.isEmpty()) {
                List<Id> members = ids(model, cycle);
                findings.add(new Finding(
                        Kind.POOL_ON_CYCLE,
                        members,
                        Map.of("elements", shortList(members), "pools", shortList(ids(model, pooled)))));
            }
        }
    }

    private static List<Id> ids(ContinuityModel model, List<Integer> positions) {
        return positions.stream().map(e -> model.elements().get(e).id()).toList();
    }

    /** The element's own needs and those it has after a method. */
    private static Stream<Need> everRunsOn(Element element) {
        return Stream.concat(
                element.needs().stream(),
                element.methods().stream()
                        .map(RecoveryMethod::needs)
                        .flatMap(needs -> Stream.ofNullable(needs).flatMap(List::stream)));
    }

    private static boolean hasPool(Need need) {
        return switch (need) {
            case Need.One one -> false;
            case Need.AllOf all -> all.members().stream().anyMatch(StaticFindings::hasPool);
            case Need.AtLeast some -> some.members().stream().anyMatch(StaticFindings::hasPool);
            case Need.Pool pool -> true;
        };
    }

    private static List<List<Integer>> cyclesOf(Components components) {
        List<List<Integer>> cycles = new ArrayList<>();
        for (int c = 0; c < components.count(); c++) {
            if (components.isCyclic(c)) {
                List<Integer> members = new ArrayList<>();
                for (int i = 0; i < components.size(c); i++) {
                    members.add(components.member(c, i));
                }
                cycles.add(members);
            }
        }
        return cycles;
    }

    /** Whether a pool with a minimum stands in this entry, at any depth, and leads back into the component. */
    private static boolean poolsWithin(Need need, Map<Id, Integer> indexOf, Components components, int component) {
        return switch (need) {
            case Need.One one -> false;
            case Need.AllOf all ->
                all.members().stream().anyMatch(each -> poolsWithin(each, indexOf, components, component));
            case Need.AtLeast some ->
                some.members().stream().anyMatch(each -> poolsWithin(each, indexOf, components, component));
            case Need.Pool pool -> {
                boolean leadsBack = pool.elements()
                        .map(indexOf::get)
                        .anyMatch(member -> member != null && components.of(member) == component);
                yield (pool.minimum() > 0 && leadsBack)
                        || pool.members().stream().anyMatch(each -> poolsWithin(each, indexOf, components, component));
            }
        };
    }

    private static int[][] graph(
            ContinuityModel model, Map<Id, Integer> indexOf, Function<Element, Stream<Need>> needs) {
        int[][] successors = new int[model.elements().size()][];
        Numbers found = new Numbers();
        for (int e = 0; e < successors.length; e++) {
            needs.apply(model.elements().get(e)).forEach(need -> collect(need, indexOf, found));
            successors[e] = found.takeAsCollected();
        }
        return successors;
    }

    private static void collect(Need need, Map<Id, Integer> indexOf, Numbers found) {
        switch (need) {
            case Need.One one -> {
                Integer member = indexOf.get(one.element());
                if (member != null) {
                    found.add(member);
                }
            }
            case Need.AllOf all -> all.members().forEach(each -> collect(each, indexOf, found));
            case Need.AtLeast some -> some.members().forEach(each -> collect(each, indexOf, found));
            case Need.Pool pool -> pool.members().forEach(each -> collect(each, indexOf, found));
        }
    }
}
