package io.holdfast.service.drill.internal;

import io.holdfast.service.drill.DrillRules;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Label;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What things of a model are called; a thing that is no longer there is called by its id. Immutable. */
public final class ModelNames {

    private final Label organisation;
    private final Map<String, Label> labels = new HashMap<>();

    private ModelNames(ContinuityModel model) {
        organisation = model.label();
        model.elements().forEach(each -> put(each.id(), each.label()));
        model.sites().forEach(each -> put(each.id(), each.label()));
        model.teams().forEach(each -> put(each.id(), each.label()));
        model.scenarios().forEach(each -> put(each.id(), each.label()));
        model.drills().forEach(each -> put(each.id(), each.label()));
    }

    /** The names of a model. */
    public static ModelNames of(ContinuityModel model) {
        return new ModelNames(model);
    }

    /** The names of a model and of what the rules name. */
    public static ModelNames of(ContinuityModel model, DrillRules rules) {
        ModelNames names = new ModelNames(model);
        rules.recurring()
                .forEach(each -> names.labels.put(
                        each.subject(), new Label(null, each.names(), null, null, List.of(), null, Map.of())));
        return names;
    }

    private void put(Id id, Label label) {
        labels.put(id.value(), label);
    }

    /** The organisation's name in a language. */
    public String organisation(String language) {
        return organisation.nameIn(language, "Holdfast");
    }

    /** The label of an id; one that says nothing where there is no such thing. */
    public Label label(String id) {
        return labels.getOrDefault(id, Label.NONE);
    }

    /** The name of an id in a language. */
    public String name(String id, String language) {
        return label(id).nameIn(language, id);
    }
}
