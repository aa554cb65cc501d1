package io.holdfast.service.sla.internal;

import io.holdfast.service.register.NeedGraph;
import io.holdfast.service.sla.AgreedThing;
import io.holdfast.service.sla.Agreement;
import io.holdfast.service.sla.SupplierGap;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Objectives;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Holds counterparties against the targets of what needs their element, directly or through others, whatever the element states
 * itself: there often stands what the contract says. Source of the inheritance: the published model format, "Objectives".
 */
final class SupplierGaps {

    /** Evidence and drills of a supplier are old after so many months (rows B11, S14; yearly in DORA and the Taiwanese rules). */
    static final int MONTHS = 12;

    private static final double ROUNDING = 1e-9;

    private final Map<Id, Element> elements;
    private final NeedGraph graph;
    private final LocalDate day;

    SupplierGaps(Map<Id, Element> elements, NeedGraph graph, LocalDate day) {
        this.elements = elements;
        this.graph = graph;
        this.day = day;
    }

    /** Those of every contract of an element that is in force or has not begun; one that has ended promises nothing. */
    List<SupplierGap> of(Element element, List<Agreement> agreements) {
        List<Agreement> contracts = agreements.stream()
                .filter(each -> each.kind() == Agreement.Kind.CONTRACT)
                .filter(each -> each.end() == null || !each.end().isBefore(day))
                .toList();
        if (contracts.isEmpty()) {
            return List.of();
        }
        Target rto = strictest(element.id(), Objectives::rtoHours);
        Target rpo = strictest(element.id(), Objectives::rpoHours);
        return contracts.stream().map(each -> of(each, rto, rpo)).toList();
    }

    private record Target(@Nullable Double hours, List<AgreedThing> way) {}

    private Target strictest(Id start, Function<Objectives, @Nullable Double> hours) {
        Map<Id, Id> towards = new LinkedHashMap<>();
        Deque<Id> open = new ArrayDeque<>(List.of(start));
        Double least = null;
        Id from = start;
        while (!open.isEmpty()) {
            Id at = open.pop();
            for (Id needer : graph.neededBy(at)) {
                Element element = elements.get(needer);
                if (element == null || needer.equals(start) || towards.putIfAbsent(needer, at) != null) {
                    continue;
                }
                open.add(needer);
                Double stated = hours.apply(element.objectives());
                if (stated != null && (least == null || stated < least)) {
                    least = stated;
                    from = needer;
                }
            }
        }
        return new Target(least, least == null ? List.of() : way(from, towards));
    }

    private List<AgreedThing> way(Id from, Map<Id, Id> towards) {
        List<AgreedThing> way = new ArrayList<>();
        for (Id at = from; at != null; at = towards.get(at)) {
            Element element = elements.get(at);
            if (element != null) {
                way.add(AgreedThing.of(element));
            }
        }
        return way;
    }

    private SupplierGap of(Agreement contract, Target rto, Target rpo) {
        Agreement.Continuity plan = contract.continuity();
        Double planRto = plan == null ? null : plan.rtoHours();
        Double planRpo = plan == null ? null : plan.rpoHours();
        Double promisedRto = contract.rtoHours() != null ? contract.rtoHours() : contract.outageHours();
        List<String> gaps = new ArrayList<>();
        add(gaps, "rto-later", isMore(promisedRto, rto.hours()));
        add(gaps, "rto-missing", rto.hours() != null && promisedRto == null);
        add(gaps, "rpo-more", isMore(contract.rpoHours(), rpo.hours()));
        add(gaps, "plan-missing", plan == null);
        add(gaps, "plan-rto-later", isMore(planRto, rto.hours()));
        add(gaps, "plan-rpo-more", isMore(planRpo, rpo.hours()));
        if (plan != null) {
            age(gaps, "evidence", plan.evidence());
            age(gaps, "drill", plan.lastDrill());
        }
        return new SupplierGap(
                contract.id(),
                rto.hours(),
                rto.way(),
                rpo.hours(),
                rpo.way(),
                promisedRto,
                contract.rpoHours(),
                planRto,
                planRpo,
                gaps);
    }

    private void age(List<String> gaps, String what, @Nullable LocalDate when) {
        add(gaps, what + "-missing", when == null);
        add(gaps, what + "-old", when != null && when.isBefore(day.minusMonths(MONTHS)));
    }

    private static boolean isMore(@Nullable Double promised, @Nullable Double target) {
        return promised != null && target != null && promised > target + ROUNDING;
    }

    private static void add(List<String> gaps, String gap, boolean there) {
        if (there) {
            gaps.add(gap);
        }
    }
}
