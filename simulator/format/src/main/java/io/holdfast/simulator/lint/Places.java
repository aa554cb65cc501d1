package io.holdfast.simulator.lint;

import io.holdfast.simulator.compile.Components;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Need;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** At which sites elements stand: their own, and without one those of what they need. Cost: linear in needs and sites. */
final class Places {

    private final LintModel model;
    private final List<Set<Id>> ofGroup = new ArrayList<>();

    Places(LintModel model) {
        this.model = model;
        for (int group = 0; group < model.order().count(); group++) {
            ofGroup.add(ofGroup(group));
        }
    }

    private Set<Id> ofGroup(int group) {
        Components order = model.order();
        Set<Id> sites = new TreeSet<>();
        for (int i = 0; i < order.size(group); i++) {
            Element element = model.element(order.member(group, i));
            if (element.site() == null) {
                element.needs().stream()
                        .flatMap(Need::elements)
                        .filter(id -> order.of(model.place(id)) < group)
                        .forEach(id -> sites.addAll(of(id)));
            } else {
                sites.add(element.site());
            }
        }
        return sites;
    }

    /** The sites of an element; none where nobody says. */
    Set<Id> of(Id id) {
        int place = model.place(id);
        Id own = model.element(place).site();
        return own != null ? Set.of(own) : ofGroup.get(model.order().of(place));
    }
}
