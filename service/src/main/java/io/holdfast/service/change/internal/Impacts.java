package io.holdfast.service.change.internal;

import io.holdfast.service.change.Impact;
import io.holdfast.service.change.Impact.Reached;
import io.holdfast.service.change.Impact.SinglePoint;
import io.holdfast.service.change.Proposal;
import io.holdfast.service.register.NeedGraph;
import io.holdfast.service.register.RegisterState;
import io.holdfast.simulator.compile.EffectiveObjectives;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.ElementType;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Objectives;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Works out what hangs on touched elements. Needs alone decide: alternatives and pools hold as long as enough of them is left,
 * soft needs take nothing down. Cost: one walk over the dependants for all, and one for each touched element.
 */
public final class Impacts {

    private static final Comparator<Reached> MOST_URGENT = Comparator.comparing(
                    Impacts::urgency, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparingInt(each -> each.tier() == null ? Integer.MAX_VALUE : each.tier())
            .thenComparing(Reached::id);

    private final RegisterState state;
    private final NeedGraph graph;
    private final @Nullable Double windowHours;

    private Impacts(RegisterState state, @Nullable Double windowHours) {
        this.state = state;
        this.graph = state.graph();
        this.windowHours = windowHours;
    }

    /** The impact of a proposal on the register at a moment. */
    public static Impact of(RegisterState state, Proposal proposal, Instant at) {
        return new Impacts(state, hours(proposal)).of(proposal.elements(), at);
    }

    private static @Nullable Double hours(Proposal proposal) {
        return proposal.windowStart() == null || proposal.windowEnd() == null
                ? null
                : Duration.between(proposal.windowStart(), proposal.windowEnd()).toMinutes() / 60.0;
    }

    private Impact of(List<String> elements, Instant at) {
        Set<Id> touched = new LinkedHashSet<>();
        List<String> unknown = new ArrayList<>();
        for (String each : elements) {
            if (Id.isValid(each) && state.findElement(Id.of(each)).isPresent()) {
                touched.add(Id.of(each));
            } else {
                unknown.add(each);
            }
        }
        Set<Id> down = graph.dependantsLostWith(touched);
        Set<Id> lost = new LinkedHashSet<>(touched);
        lost.addAll(down);
        Set<Id> weakened = reaching(touched);
        weakened.removeAll(lost);
        return new Impact(
                at,
                state.revision(),
                state.digest(),
                windowHours,
                served(lost),
                assets(down),
                served(weakened),
                assets(weakened),
                touched.stream()
                        .map(this::singlePoint)
                        .flatMap(Optional::stream)
                        .toList(),
                unknown);
    }

    /** Whatever needs one of them, directly or through others. */
    private Set<Id> reaching(Set<Id> touched) {
        Set<Id> reached = new LinkedHashSet<>();
        Deque<Id> open = new ArrayDeque<>(touched);
        while (!open.isEmpty()) {
            for (Id dependant : graph.neededBy(open.pop())) {
                if (reached.add(dependant)) {
                    open.add(dependant);
                }
            }
        }
        return reached;
    }

    private List<Reached> served(Collection<Id> ids) {
        return ids.stream()
                .map(state::findElement)
                .flatMap(Optional::stream)
                .filter(element -> element.type() != ElementType.ASSET)
                .map(this::reached)
                .sorted(MOST_URGENT)
                .toList();
    }

    private int assets(Collection<Id> ids) {
        return (int) ids.stream()
                .map(state::findElement)
                .flatMap(Optional::stream)
                .filter(element -> element.type() == ElementType.ASSET)
                .count();
    }

    private Reached reached(Element element) {
        Objectives goals = state.findObjectives(element.id())
                .map(EffectiveObjectives::objectives)
                .orElse(element.objectives());
        Double rto = goals.rtoHours();
        return new Reached(
                element.id().value(),
                element.type().name().toLowerCase(Locale.ROOT),
                element.label().name(),
                element.label().names(),
                element.tier(),
                goals.mtpdHours(),
                rto,
                goals.rpoHours(),
                windowHours != null && rto != null && windowHours > rto);
    }

    private Optional<SinglePoint> singlePoint(Id id) {
        List<Element> lost = graph.dependantsLostWith(Set.of(id)).stream()
                .map(state::findElement)
                .flatMap(Optional::stream)
                .toList();
        int services = count(lost, ElementType.SERVICE);
        int processes = count(lost, ElementType.PROCESS);
        return services + processes == 0
                ? Optional.empty()
                : state.findElement(id)
                        .map(element -> new SinglePoint(
                                id.value(),
                                element.label().name(),
                                element.label().names(),
                                services,
                                processes));
    }

    private static int count(List<Element> elements, ElementType type) {
        return (int) elements.stream().filter(each -> each.type() == type).count();
    }

    private static @Nullable Double urgency(Reached reached) {
        return reached.rtoHours() == null ? reached.mtpdHours() : reached.rtoHours();
    }
}
