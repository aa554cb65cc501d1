package io.holdfast.service.sla.internal;

import io.holdfast.service.sla.AgreedThing;
import io.holdfast.service.sla.Agreement;
import io.holdfast.service.sla.AgreementView.Subcontract;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Id;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Follows subcontractors from the contracts of an element, through those that are elements themselves (row S6). */
final class Subcontracts {

    private final Map<Id, Element> elements;
    private final Map<Id, List<Agreement>> agreements;
    private final Set<Id> seen = new HashSet<>();
    private final List<Subcontract> found = new ArrayList<>();

    private Subcontracts(Map<Id, Element> elements, Map<Id, List<Agreement>> agreements) {
        this.elements = elements;
        this.agreements = agreements;
    }

    static List<Subcontract> of(Id start, Map<Id, Element> elements, Map<Id, List<Agreement>> agreements) {
        Subcontracts walk = new Subcontracts(elements, agreements);
        walk.follow(start, start.value(), 1);
        return List.copyOf(walk.found);
    }

    private void follow(Id at, String from, int depth) {
        if (!seen.add(at)) {
            return;
        }
        for (Agreement agreement : agreements.getOrDefault(at, List.of())) {
            String party = agreement.counterparty();
            String who = depth == 1 && party != null ? party : from;
            for (Agreement.Subcontractor each : agreement.subcontractors()) {
                String id = each.element();
                Element element = id == null ? null : elements.get(Id.of(id));
                found.add(new Subcontract(
                        who, each.name(), element == null ? null : AgreedThing.of(element), each.role(), depth));
                if (element != null) {
                    follow(element.id(), each.name(), depth + 1);
                }
            }
        }
    }
}
