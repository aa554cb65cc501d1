package io.holdfast.service.register;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.holdfast.simulator.compile.EffectiveObjectives;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.ElementType;
import io.holdfast.simulator.model.Id;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What depends on each element: how many processes need it, directly or through others, and the strictest of them (rows B1, B10). Needs of recovery
 * methods do not count. Immutable; for any number of threads.
 */
public final class Criticality {

    private final Map<Id, Reach> reaches;
    private final List<Element> ranked;

    /**
     * What depends on an element.
     *
     * @param processes how many processes need it
     * @param tier the least tier that one of them states; null where none states one
     * @param rtoHours the least recovery time objective that holds for one of them; null where none holds
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Reach(
            int processes, @Nullable Integer tier, @Nullable Double rtoHours) {

        /** Nothing. */
        static final Reach NONE = new Reach(0, null, null);

        private Reach with(@Nullable Integer otherTier, @Nullable Double otherRto) {
            return new Reach(processes + 1, least(tier, otherTier), least(rtoHours, otherRto));
        }

        private static <T extends Comparable<T>> @Nullable T least(@Nullable T one, @Nullable T other) {
            if (one == null || other == null) {
                return one == null ? other : one;
            }
            return one.compareTo(other) <= 0 ? one : other;
        }
    }

    private static final Comparator<Reach> ORDER = Comparator.<Reach, Integer>comparing(
                    Reach::tier, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Reach::rtoHours, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Comparator.comparingInt(Reach::processes).reversed());

    private Criticality(Map<Id, Reach> reaches, List<Element> ranked) {
        this.reaches = reaches;
        this.ranked = ranked;
    }

    /** That of a state, worked out once. Cost: for each process, what it needs. */
    public static Criticality of(RegisterState state) {
        return state.derive(Criticality.class, Criticality::make);
    }

    private static Criticality make(RegisterState state) {
        Map<Id, Reach> reaches = new HashMap<>();
        for (Element process : state.model().elements()) {
            if (process.type() == ElementType.PROCESS) {
                Double rto = state.findObjectives(process.id())
                        .map(EffectiveObjectives::objectives)
                        .map(targets -> targets.rtoHours())
                        .orElse(null);
                for (Id needed : neededBy(process.id(), state.graph())) {
                    reaches.merge(
                            needed,
                            Reach.NONE.with(process.tier(), rto),
                            (known, one) -> known.with(one.tier(), one.rtoHours()));
                }
            }
        }
        List<Element> ranked = new ArrayList<>(state.model().elements());
        ranked.removeIf(element -> element.type() == ElementType.PROCESS || !reaches.containsKey(element.id()));
        ranked.sort(Comparator.comparing((Element element) -> reaches.getOrDefault(element.id(), Reach.NONE), ORDER)
                .thenComparing(element -> element.id().value()));
        return new Criticality(Map.copyOf(reaches), List.copyOf(ranked));
    }

    /** Everything that a process needs, directly or through others. */
    private static Set<Id> neededBy(Id process, NeedGraph graph) {
        Set<Id> found = new HashSet<>();
        Deque<Id> open = new ArrayDeque<>(List.of(process));
        while (!open.isEmpty()) {
            for (Id needed : graph.needsOf(open.pop())) {
                if (found.add(needed)) {
                    open.add(needed);
                }
            }
        }
        found.remove(process);
        return found;
    }

    /** What depends on an element; nothing for one that no process needs. */
    public Reach reachOf(Id id) {
        return reaches.getOrDefault(id, Reach.NONE);
    }

    /** Assets and services that some process needs, the most critical first: by tier, then RTO, then how many processes. */
    public List<Element> ranked() {
        return ranked;
    }
}
