package io.holdfast.service.register;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.holdfast.simulator.compile.EffectiveObjectives;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.ElementType;
import io.holdfast.simulator.model.Id;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

        private Reach and(Reach other) {
            return new Reach(processes + other.processes, least(tier, other.tier), least(rtoHours, other.rtoHours));
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

    /** That of a state, worked out once. Cost: linear in the needs for every 64 processes. */
    public static Criticality of(RegisterState state) {
        return state.derive(Criticality.class, Criticality::make);
    }

    private static Criticality make(RegisterState state) {
        List<Element> elements = state.model().elements();
        int[][] needs = needs(state);
        List<Integer> processes = new ArrayList<>();
        for (int at = 0; at < elements.size(); at++) {
            if (elements.get(at).type() == ElementType.PROCESS) {
                processes.add(at);
            }
        }
        Map<Id, Reach> reaches = new HashMap<>();
        for (int from = 0; from < processes.size(); from += Long.SIZE) {
            List<Integer> some = processes.subList(from, Math.min(processes.size(), from + Long.SIZE));
            List<Reach> each =
                    some.stream().map(at -> reachOf(state, elements.get(at))).toList();
            long[] reachedBy = reachedBy(some, needs);
            Map<Long, Reach> known = new HashMap<>();
            for (int at = 0; at < reachedBy.length; at++) {
                if (reachedBy[at] != 0) {
                    Reach more = known.computeIfAbsent(reachedBy[at], bits -> sum(bits, each));
                    reaches.merge(elements.get(at).id(), more, Reach::and);
                }
            }
        }
        return new Criticality(Map.copyOf(reaches), ranked(elements, reaches));
    }

    private static Reach reachOf(RegisterState state, Element process) {
        Double rto = state.findObjectives(process.id())
                .map(EffectiveObjectives::objectives)
                .map(targets -> targets.rtoHours())
                .orElse(null);
        return new Reach(1, process.tier(), rto);
    }

    private static Reach sum(long bits, List<Reach> each) {
        Reach sum = Reach.NONE;
        for (long left = bits; left != 0; left &= left - 1) {
            sum = sum.and(each.get(Long.numberOfTrailingZeros(left)));
        }
        return sum;
    }

    private static int[][] needs(RegisterState state) {
        List<Element> elements = state.model().elements();
        Map<Id, Integer> places = new HashMap<>();
        for (int at = 0; at < elements.size(); at++) {
            places.put(elements.get(at).id(), at);
        }
        return elements.stream()
                .map(element -> state.graph().needsOf(element.id()).stream()
                        .mapToInt(needed -> Objects.requireNonNull(places.get(needed)))
                        .toArray())
                .toArray(int[][]::new);
    }

    /**
     * Which of up to 64 processes need each element, directly or through others, as bits in their order. A process needs itself only
     * for others.
     */
    private static long[] reachedBy(List<Integer> processes, int[][] needs) {
        long[] reachedBy = new long[needs.length];
        Deque<Integer> open = new ArrayDeque<>();
        BitSet waiting = new BitSet(needs.length);
        for (int i = 0; i < processes.size(); i++) {
            reachedBy[processes.get(i)] |= 1L << i;
            open.add(processes.get(i));
            waiting.set(processes.get(i));
        }
        while (!open.isEmpty()) {
            int at = open.pop();
            waiting.clear(at);
            for (int needed : needs[at]) {
                long more = reachedBy[needed] | reachedBy[at];
                if (more != reachedBy[needed]) {
                    reachedBy[needed] = more;
                    if (!waiting.get(needed)) {
                        waiting.set(needed);
                        open.add(needed);
                    }
                }
            }
        }
        for (int i = 0; i < processes.size(); i++) {
            reachedBy[processes.get(i)] &= ~(1L << i);
        }
        return reachedBy;
    }

    private static List<Element> ranked(List<Element> elements, Map<Id, Reach> reaches) {
        return elements.stream()
                .filter(element -> element.type() != ElementType.PROCESS && reaches.containsKey(element.id()))
                .sorted(Comparator.comparing((Element element) -> reaches.getOrDefault(element.id(), Reach.NONE), ORDER)
                        .thenComparing(element -> element.id().value()))
                .toList();
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
