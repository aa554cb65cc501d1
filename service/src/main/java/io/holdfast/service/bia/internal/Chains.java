package io.holdfast.service.bia.internal;

import io.holdfast.service.bia.AnalysisView.Related;
import io.holdfast.service.bia.AnalysisView.RelatedThings;
import io.holdfast.service.bia.Thing;
import io.holdfast.service.register.FindingsState;
import io.holdfast.service.register.RegisterState;
import io.holdfast.simulator.lint.Conflict;
import io.holdfast.simulator.lint.LintRule;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Objectives;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Targets along the chain with the way that leads there; what conflicts is what the linter finds (row B2). */
final class Chains {

    private static final int LISTED = 50;

    private static final Comparator<Double> LATEST = Comparator.nullsLast(Comparator.reverseOrder());
    private static final Comparator<Double> SOONEST = Comparator.nullsLast(Comparator.naturalOrder());

    private final FindingsState findings;
    private final RegisterState state;

    Chains(FindingsState findings) {
        this.findings = findings;
        state = findings.register();
    }

    /** What an element needs and that states a target or is late for it, the late first, then the latest. */
    RelatedThings needsOf(Id id) {
        Ways ways = Ways.needsOf(state, id);
        List<Related> found = new ArrayList<>();
        for (Id needed : ways.reached()) {
            boolean late = isNamed(LintRule.NEED_RECOVERS_LATER, needed, id);
            boolean more = isNamed(LintRule.NEED_LOSES_MORE_DATA, needed, id);
            add(needed, ways, late, more, found);
        }
        found.sort(Comparator.comparing((Related each) -> !each.late() && !each.losesMore())
                .thenComparing(Related::rtoHours, LATEST));
        return listed(found);
    }

    /** What needs an element and states a target, that for which it is late first, then the strictest. */
    RelatedThings neededBy(Id id) {
        Ways ways = Ways.neededBy(state, id);
        List<Related> found = new ArrayList<>();
        for (Id needer : ways.reached()) {
            boolean late = isNamed(LintRule.NEED_RECOVERS_LATER, id, needer);
            boolean more = isNamed(LintRule.NEED_LOSES_MORE_DATA, id, needer);
            add(needer, ways, late, more, found);
        }
        found.sort(Comparator.comparing((Related each) -> !each.late() && !each.losesMore())
                .thenComparing(Related::rtoHours, SOONEST));
        return listed(found);
    }

    private void add(Id id, Ways ways, boolean late, boolean more, List<Related> found) {
        Element element = state.findElement(id).orElseThrow();
        Objectives stated = element.objectives();
        if (late || more || stated.rtoHours() != null || stated.rpoHours() != null) {
            found.add(new Related(Thing.of(element), ways.to(id), stated.rtoHours(), stated.rpoHours(), late, more));
        }
    }

    private static RelatedThings listed(List<Related> found) {
        return new RelatedThings(found.stream().limit(LISTED).toList(), found.size());
    }

    /**
     * Whether the linter finds that one is too late for the other. It names the strictest of those that need it; where they are so
     * many that some are left out, one that asks for less than what is offered counts too.
     */
    private boolean isNamed(LintRule rule, Id late, Id needer) {
        return findings.listOf(late).stream()
                .filter(each -> each.rule() == rule
                        && each.finding().elements().getFirst().equals(late))
                .anyMatch(each -> each.finding().elements().lastIndexOf(needer) > 0
                        || (each.finding().elements().size() > NAMED && asksForLess(each, needer)));
    }

    private static final int NAMED = 20;

    private boolean asksForLess(Conflict conflict, Id needer) {
        Objectives stated = state.findElement(needer).map(Element::objectives).orElse(Objectives.NONE);
        Double asked = conflict.rule() == LintRule.NEED_LOSES_MORE_DATA ? stated.rpoHours() : recovery(stated);
        return asked != null && asked < conflict.figures().getFirst().value() - Proposing.SAME;
    }

    private static @Nullable Double recovery(Objectives stated) {
        Double mtpd = stated.mtpdHours();
        if (stated.rtoHours() != null || mtpd == null) {
            return stated.rtoHours();
        }
        return Math.max(0, mtpd - Proposing.orZero(stated.wrtHours()));
    }
}
