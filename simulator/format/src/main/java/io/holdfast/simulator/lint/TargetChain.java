package io.holdfast.simulator.lint;

import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Objectives;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * RTO and RPO along the chain: nothing that an element cannot do without states a later recovery, or a greater loss of data, than
 * the element may have. Where it states no RTO, its MTPD less its work recovery time is what it may have. One conflict for each
 * element that is too late, with the strictest of those that need it.
 */
final class TargetChain implements Check {

    /** How many of those that need it stand beside an element. */
    private static final int LISTED = 20;

    /** What an element may have, and by which target. */
    private record Limit(Id id, double hours, String target) {}

    @Override
    public void run(LintModel model, Consumer<Conflict> found) {
        check(
                model,
                LintRule.NEED_RECOVERS_LATER,
                element -> element.objectives().rtoHours(),
                TargetChain::recovery,
                found);
        check(
                model,
                LintRule.NEED_LOSES_MORE_DATA,
                element -> element.objectives().rpoHours(),
                TargetChain::data,
                found);
    }

    private static @Nullable Limit recovery(Element element) {
        Objectives goals = element.objectives();
        Double rto = goals.rtoHours();
        if (rto != null) {
            return new Limit(element.id(), rto, "RTO");
        }
        Double mtpd = goals.mtpdHours();
        Double work = goals.wrtHours();
        return mtpd == null
                ? null
                : new Limit(
                        element.id(),
                        Math.max(0, mtpd - (work == null ? 0 : work)),
                        work == null ? "MTPD" : "MTPD − WRT");
    }

    private static @Nullable Limit data(Element element) {
        Double rpo = element.objectives().rpoHours();
        return rpo == null ? null : new Limit(element.id(), rpo, "RPO");
    }

    private static void check(
            LintModel model,
            LintRule rule,
            Function<Element, @Nullable Double> target,
            Function<Element, @Nullable Limit> limitOf,
            Consumer<Conflict> found) {
        Chain chain = new Chain(model, target, rule == LintRule.NEED_RECOVERS_LATER);
        Map<Id, List<Limit>> tooLate = new LinkedHashMap<>();
        for (Element element : model.elements()) {
            Limit limit = limitOf.apply(element);
            if (limit != null) {
                new ChainWalk(model, chain, limit.hours())
                        .from(element)
                        .forEach(id -> tooLate.computeIfAbsent(id, key -> new ArrayList<>())
                                .add(limit));
            }
        }
        tooLate.entrySet().stream()
                .sorted(Comparator.comparingInt(entry -> model.place(entry.getKey())))
                .map(entry ->
                        conflict(rule, entry.getKey(), chain.of(entry.getKey()).stated(), entry.getValue()))
                .forEach(found);
    }

    private static Conflict conflict(LintRule rule, Id late, double hours, List<Limit> limits) {
        List<Limit> strictest =
                limits.stream().sorted(Comparator.comparingDouble(Limit::hours)).toList();
        Limit first = strictest.getFirst();
        List<Id> elements = new ArrayList<>(List.of(late));
        strictest.stream().limit(LISTED).map(Limit::id).forEach(elements::add);
        String key = rule == LintRule.NEED_RECOVERS_LATER ? "rto" : "rpo";
        return new Conflict(
                rule,
                Shown.finding(
                        rule,
                        elements,
                        "element",
                        late,
                        "later",
                        Shown.hours(hours),
                        "needer",
                        first.id(),
                        "sooner",
                        Shown.hours(first.hours()),
                        "target",
                        first.target(),
                        "count",
                        limits.size()),
                List.of(
                        new Figure(key, hours, "h", late),
                        new Figure(first.target().startsWith("MTPD") ? "mtpd" : key, first.hours(), "h", first.id())),
                Mend.element(late, "objectives." + key));
    }
}
