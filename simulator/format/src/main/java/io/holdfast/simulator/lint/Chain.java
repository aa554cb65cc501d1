package io.holdfast.simulator.lint;

import io.holdfast.simulator.compile.Components;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Need;
import io.holdfast.simulator.model.UncertainHours;
import io.holdfast.simulator.sampling.Sampler;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One target along what elements cannot do without: an element answers for the target that it states, and one that states none
 * for the worst of what it needs. Of alternatives those count that meet the need first; what is soft does not count; what is
 * unsaid counts as at once. Cost: linear in needs.
 */
final class Chain {

    /** Hours that differ by less are the same: sums such as 0.1 + 0.2 are not exact. */
    static final double SAME = 1e-9;

    /**
     * What a target comes to.
     *
     * @param hours less what bridges it
     * @param stated as it is stated
     * @param of by whom, or null where nobody states one
     */
    record Late(double hours, double stated, @Nullable Id of) {

        static final Late NEVER_LATE = new Late(0, 0, null);

        Late bridgedFor(double held) {
            return held == 0 ? this : new Late(Math.max(0, hours - held), stated, of);
        }
    }

    private static final Comparator<Late> SOONEST = Comparator.comparingDouble(Late::hours);

    private final LintModel model;
    private final Function<Element, @Nullable Double> target;
    private final boolean bridged;
    private final Late[] late;

    /**
     * The chain of a target.
     *
     * @param target the target that an element states, in hours, or null
     * @param bridged whether what a need holds for counts
     */
    Chain(LintModel model, Function<Element, @Nullable Double> target, boolean bridged) {
        this.model = model;
        this.target = target;
        this.bridged = bridged;
        late = new Late[model.elements().size()];
        Arrays.fill(late, Late.NEVER_LATE);
        Components order = model.order();
        for (int group = 0; group < order.count(); group++) {
            while (settle(order, group) && order.isCyclic(group)) {
                // round the cycle again: figures only grow, and only to one of those stated
            }
        }
    }

    private boolean settle(Components order, int group) {
        boolean changed = false;
        for (int i = 0; i < order.size(group); i++) {
            int place = order.member(group, i);
            Late now = answersFor(model.element(place));
            changed |= now.hours() > late[place].hours();
            late[place] = now;
        }
        return changed;
    }

    private Late answersFor(Element element) {
        Double stated = target.apply(element);
        return stated != null ? new Late(stated, stated, element.id()) : worst(element.needs());
    }

    /** Whether an element answers for a target of its own. */
    boolean isStated(Element element) {
        return target.apply(element) != null;
    }

    /** What an element answers for. */
    Late of(Id id) {
        return late[model.place(id)];
    }

    /** The worst of entries that must all be met. */
    Late worst(List<Need> entries) {
        return entries.stream().map(this::of).max(SOONEST).orElse(Late.NEVER_LATE);
    }

    /** What one entry comes to. */
    Late of(Need entry) {
        if (entry.terms().soft() != null) {
            return Late.NEVER_LATE;
        }
        return met(entry).bridgedFor(bridge(entry));
    }

    private Late met(Need entry) {
        return switch (entry) {
            case Need.One one -> of(one.element());
            case Need.AllOf all -> worst(all.members());
            case Need.AtLeast some ->
                some.members().stream()
                        .map(this::of)
                        .sorted(SOONEST)
                        .skip(some.atLeast() - 1)
                        .findFirst()
                        .orElse(Late.NEVER_LATE);
            case Need.Pool pool -> carried(pool);
        };
    }

    private Late carried(Need.Pool pool) {
        Integer[] soonest = new Integer[pool.members().size()];
        Arrays.setAll(soonest, i -> i);
        Arrays.sort(
                soonest,
                Comparator.comparingDouble(i -> of(pool.members().get(i)).hours()));
        double sum = 0;
        Late last = Late.NEVER_LATE;
        for (int at = 0; at < soonest.length && sum < pool.minimum() - SAME; at++) {
            last = of(pool.members().get(soonest[at]));
            sum += pool.shares().get(soonest[at]);
        }
        return last;
    }

    /** How long an entry's loss does no harm, in the middle; 0 where that does not count. */
    double bridge(Need entry) {
        UncertainHours held = bridged ? entry.terms().holdsFor() : null;
        return held == null ? 0 : Sampler.of(held.distribution()).hours(0.5);
    }
}
