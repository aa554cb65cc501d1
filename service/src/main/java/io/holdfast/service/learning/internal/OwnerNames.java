package io.holdfast.service.learning.internal;

import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Label;
import java.util.HashMap;
import java.util.Map;

/** What elements, teams, contacts and scenarios of a model are called, in both languages. For any number of threads. */
public final class OwnerNames {

    private final Map<Id, Label> labels = new HashMap<>();

    /** Of a model. */
    public OwnerNames(ContinuityModel model) {
        model.elements().forEach(each -> labels.put(each.id(), each.label()));
        model.teams().forEach(each -> labels.put(each.id(), each.label()));
        model.contacts().forEach(each -> labels.put(each.id(), each.label()));
        model.scenarios().forEach(each -> labels.put(each.id(), each.label()));
    }

    /** By language; the id where it has no name. */
    public Map<String, String> of(Id owner) {
        Label label = labels.getOrDefault(owner, Label.NONE);
        return Map.of("en", label.nameIn("en", owner.value()), "zh-Hant", label.nameIn("zh-Hant", owner.value()));
    }
}
