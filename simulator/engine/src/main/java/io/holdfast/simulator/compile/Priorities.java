package io.holdfast.simulator.compile;

import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Need;
import io.holdfast.simulator.model.RecoveryMethod;
import io.holdfast.simulator.sampling.Ticks;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * In which order waiting recoveries get people: first what the plans' sequences name, plan after plan as written; then by the
 * moment at which the element went down plus the smallest recovery time objective stated by it or by anything that depends on
 * it, needs of methods included; then in file order. Immutable.
 */
public final class Priorities {

    /** Named by no sequence. */
    private static final int UNNAMED = Integer.MAX_VALUE;

    private final int[] rank;
    private final long[] targetTicks;

    private Priorities(int[] rank, long[] targetTicks) {
        this.rank = rank;
        this.targetTicks = targetTicks;
    }

    static Priorities of(ContinuityModel model) {
        Map<Id, Integer> indexOf = new HashMap<>();
        model.elements().forEach(element -> indexOf.put(element.id(), indexOf.size()));
        int n = model.elements().size();
        int[] rank = new int[n];
        Arrays.fill(rank, UNNAMED);
        int next = 0;
        for (Id id :
                model.plans().stream().flatMap(plan -> plan.sequence().stream()).toList()) {
            Integer e = indexOf.get(id);
            if (e != null && rank[e] == UNNAMED) {
                rank[e] = next++;
            }
        }
        return new Priorities(rank, targets(model, indexOf));
    }

    /** From the strictest target on, everything below that no stricter one has reached. */
    private static long[] targets(ContinuityModel model, Map<Id, Integer> indexOf) {
        List<Element> elements = model.elements();
        long[] targets = new long[elements.size()];
        Arrays.fill(targets, Ticks.NEVER);
        List<Integer> stating = new ArrayList<>();
        for (int e = 0; e < elements.size(); e++) {
            if (elements.get(e).objectives().rtoHours() != null) {
                stating.add(e);
            }
        }
        stating.sort(Comparator.comparingLong(e -> statedTicks(elements.get(e))));
        Deque<Integer> open = new ArrayDeque<>();
        for (int stater : stating) {
            long ticks = statedTicks(elements.get(stater));
            open.add(stater);
            while (!open.isEmpty()) {
                int e = open.pop();
                if (targets[e] == Ticks.NEVER) {
                    targets[e] = ticks;
                    allNeeds(elements.get(e))
                            .flatMap(Need::elements)
                            .map(indexOf::get)
                            .forEach(open::push);
                }
            }
        }
        return targets;
    }

    private static long statedTicks(Element element) {
        Double hours = element.objectives().rtoHours();
        return hours == null ? Ticks.NEVER : Ticks.ofHours(hours);
    }

    private static Stream<Need> allNeeds(Element element) {
        return Stream.concat(
                element.needs().stream(), element.methods().stream().flatMap(Priorities::needsOf));
    }

    private static Stream<Need> needsOf(RecoveryMethod method) {
        List<Need> own = method.needs();
        return Stream.concat(own == null ? Stream.empty() : own.stream(), method.alsoNeeds().stream());
    }

    /**
     * Whether an element gets people before another.
     *
     * @param e an element
     * @param since when it went down, in ticks
     * @param other another element
     * @param otherSince when that went down
     */
    public boolean isBefore(int e, long since, int other, long otherSince) {
        if (rank[e] != rank[other]) {
            return rank[e] < rank[other];
        }
        long due = due(e, since);
        long otherDue = due(other, otherSince);
        return due != otherDue ? due < otherDue : e < other;
    }

    private long due(int e, long since) {
        return targetTicks[e] == Ticks.NEVER ? Ticks.NEVER : since + targetTicks[e];
    }
}
