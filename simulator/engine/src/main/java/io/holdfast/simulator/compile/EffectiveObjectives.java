package io.holdfast.simulator.compile;

import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Need;
import io.holdfast.simulator.model.Objectives;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The targets that an element is held against: its own, else, key by key, the strictest stated by any element that needs
 * it to run, directly or through others. MTPD and WRT are inherited as a pair, the one with the least difference.
 *
 * <p>Source: the published model format, "Objectives". Cost: one walk over all needs for each kind of target.
 *
 * @param objectives the targets
 * @param from the element that the recovery time objective comes from, or null without one
 */
public record EffectiveObjectives(
        Objectives objectives, @Nullable Id from) {

    /** The targets of every element, in the model's order. */
    public static List<EffectiveObjectives> of(ContinuityModel model) {
        List<Element> elements = model.elements();
        Map<Id, Integer> indexOf = new HashMap<>();
        for (int e = 0; e < elements.size(); e++) {
            indexOf.put(elements.get(e).id(), e);
        }
        Strictest[] inherited = new Strictest[elements.size()];
        for (int e = 0; e < inherited.length; e++) {
            inherited[e] = new Strictest();
        }
        int[][] needs = needs(elements, indexOf);
        spread(elements, needs, Objectives::rtoHours, (source, of) -> inherited[of].takeRto(source));
        spread(
                elements,
                needs,
                Objectives::rpoHours,
                (source, of) -> inherited[of].rpo = source.objectives().rpoHours());
        spread(
                elements,
                needs,
                EffectiveObjectives::leastMbcoFirst,
                (source, of) -> inherited[of].mbco = source.objectives().mbco());
        spread(elements, needs, EffectiveObjectives::difference, (source, of) -> inherited[of].takePair(source));
        List<EffectiveObjectives> result = new ArrayList<>();
        for (int e = 0; e < inherited.length; e++) {
            result.add(merge(elements.get(e), inherited[e]));
        }
        return result;
    }

    private static @Nullable Double leastMbcoFirst(Objectives stated) {
        return stated.mbco() == null ? null : -stated.mbco();
    }

    private static @Nullable Double difference(Objectives stated) {
        if (stated.mtpdHours() == null) {
            return null;
        }
        return stated.mtpdHours() - (stated.wrtHours() == null ? 0 : stated.wrtHours());
    }

    private static int[][] needs(List<Element> elements, Map<Id, Integer> indexOf) {
        return elements.stream()
                .map(element -> element.needs().stream()
                        .flatMap(Need::elements)
                        .map(indexOf::get)
                        .filter(Objects::nonNull)
                        .mapToInt(needed -> needed)
                        .toArray())
                .toArray(int[][]::new);
    }

    /**
     * Hands a target down, the strictest first and among equals the one that comes first: who has it already has it from a
     * stricter one, and so has all that it needs, so each element is reached once.
     */
    private static void spread(
            List<Element> elements,
            int[][] needs,
            Function<Objectives, @Nullable Double> strictness,
            ObjIntConsumer<Element> take) {
        boolean[] seen = new boolean[needs.length];
        for (int source : strictestFirst(elements, strictness)) {
            Deque<Integer> open = new ArrayDeque<>(List.of(source));
            while (!open.isEmpty()) {
                for (int needed : needs[open.pop()]) {
                    if (!seen[needed]) {
                        seen[needed] = true;
                        take.accept(elements.get(source), needed);
                        open.push(needed);
                    }
                }
            }
        }
    }

    private record Source(int index, double strictness) {}

    private static List<Integer> strictestFirst(
            List<Element> elements, Function<Objectives, @Nullable Double> strictness) {
        List<Source> sources = new ArrayList<>();
        for (int e = 0; e < elements.size(); e++) {
            Double value = strictness.apply(elements.get(e).objectives());
            if (value != null) {
                sources.add(new Source(e, value));
            }
        }
        sources.sort(Comparator.comparingDouble(Source::strictness)); // stable
        return sources.stream().map(Source::index).toList();
    }

    private static EffectiveObjectives merge(Element element, Strictest inherited) {
        Objectives own = element.objectives();
        boolean ownPair = own.mtpdHours() != null;
        Objectives merged = new Objectives(
                ownPair ? own.mtpdHours() : inherited.mtpd,
                own.rtoHours() != null ? own.rtoHours() : inherited.rto,
                own.rpoHours() != null ? own.rpoHours() : inherited.rpo,
                own.mbco() != null ? own.mbco() : inherited.mbco,
                ownPair || own.wrtHours() != null ? own.wrtHours() : inherited.wrt,
                own.rpoVolume());
        return new EffectiveObjectives(merged, own.rtoHours() != null ? element.id() : inherited.rtoFrom);
    }

    private static final class Strictest {
        private @Nullable Double mtpd;
        private @Nullable Double wrt;
        private @Nullable Double rto;
        private @Nullable Id rtoFrom;
        private @Nullable Double rpo;
        private @Nullable Double mbco;

        void takeRto(Element source) {
            rto = source.objectives().rtoHours();
            rtoFrom = source.id();
        }

        void takePair(Element source) {
            mtpd = source.objectives().mtpdHours();
            wrt = source.objectives().wrtHours();
        }
    }
}
