package io.holdfast.simulator.lint;

import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Need;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Down a chain to everything that answers for more than a limit, only where the chain says that there is something. */
final class ChainWalk {

    private final LintModel model;
    private final Chain chain;
    private final double limit;
    private final Set<Id> tooLate = new LinkedHashSet<>();
    private final Map<Id, Double> bridgedBefore = new HashMap<>();
    private final Deque<Element> open = new ArrayDeque<>();

    ChainWalk(LintModel model, Chain chain, double limit) {
        this.model = model;
        this.chain = chain;
        this.limit = limit;
    }

    /** Who is too late for an element, nearest first. */
    Set<Id> from(Element start) {
        visit(start.needs(), 0);
        while (!open.isEmpty()) {
            Element element = open.remove();
            visit(element.needs(), bridgedBefore.getOrDefault(element.id(), 0.0));
        }
        return tooLate;
    }

    private void visit(List<Need> entries, double bridged) {
        entries.forEach(entry -> visit(entry, bridged));
    }

    private void visit(Need entry, double bridged) {
        Chain.Late late = chain.of(entry);
        if (!isLate(late, bridged)) {
            return;
        }
        switch (entry) {
            case Need.One one -> visit(one.element(), bridged);
            case Need.AllOf all -> visit(all.members(), bridged + chain.bridge(entry));
            case Need.AtLeast some -> {
                if (some.atLeast() == some.members().size()) {
                    visit(some.members(), bridged + chain.bridge(entry));
                } else {
                    tooLate.add(Objects.requireNonNull(late.of()));
                }
            }
            case Need.Pool pool -> tooLate.add(Objects.requireNonNull(late.of()));
        }
    }

    private void visit(Id id, double bridged) {
        Element element = model.element(model.place(id));
        if (chain.isStated(element)) {
            tooLate.add(id);
        } else if (bridged < bridgedBefore.getOrDefault(id, Double.MAX_VALUE)) {
            bridgedBefore.put(id, bridged);
            open.add(element);
        }
    }

    private boolean isLate(Chain.Late late, double bridged) {
        return late.hours() - bridged > limit + Chain.SAME;
    }
}
