package io.holdfast.simulator.compile;

import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Objectives;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The targets that an element is held against: its own, else, key by key, the strictest stated by any element that needs
 * it to run, directly or through others. MTPD and WRT are inherited as a pair, the one with the least difference.
 *
 * <p>Source: the published model format, "Objectives". Cost: one walk for each element that states a target.
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
        for (Element element : elements) {
            if (!element.objectives().equals(Objectives.NONE)) {
                spread(element, elements, indexOf, inherited);
            }
        }
        List<EffectiveObjectives> result = new ArrayList<>();
        for (int e = 0; e < inherited.length; e++) {
            result.add(merge(elements.get(e), inherited[e]));
        }
        return result;
    }

    private static void spread(
            Element source, List<Element> elements, Map<Id, Integer> indexOf, Strictest[] inherited) {
        boolean[] seen = new boolean[elements.size()];
        Deque<Element> open = new ArrayDeque<>(List.of(source));
        while (!open.isEmpty()) {
            open.pop().needs().stream()
                    .flatMap(need -> need.elements())
                    .map(indexOf::get)
                    .forEach(needed -> {
                        if (needed != null && !seen[needed]) {
                            seen[needed] = true;
                            inherited[needed].take(source);
                            open.push(elements.get(needed));
                        }
                    });
        }
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

        void take(Element source) {
            Objectives stated = source.objectives();
            if (stated.mtpdHours() != null
                    && (mtpd == null || stated.mtpdHours() - orZero(stated.wrtHours()) < mtpd - orZero(wrt))) {
                mtpd = stated.mtpdHours();
                wrt = stated.wrtHours();
            }
            if (stated.rtoHours() != null && (rto == null || stated.rtoHours() < rto)) {
                rto = stated.rtoHours();
                rtoFrom = source.id();
            }
            if (stated.rpoHours() != null && (rpo == null || stated.rpoHours() < rpo)) {
                rpo = stated.rpoHours();
            }
            if (stated.mbco() != null && (mbco == null || stated.mbco() > mbco)) {
                mbco = stated.mbco();
            }
        }

        private static double orZero(@Nullable Double value) {
            return value == null ? 0 : value;
        }
    }
}
