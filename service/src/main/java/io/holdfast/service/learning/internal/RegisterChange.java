package io.holdfast.service.learning.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.kernel.web.Problem.Violation;
import io.holdfast.service.learning.FrozenLesson;
import io.holdfast.service.register.EntryChange;
import io.holdfast.service.register.Section;
import io.holdfast.simulator.format.InputTree;
import io.holdfast.simulator.format.ModelWriter;
import io.holdfast.simulator.learning.ModelInput;
import io.holdfast.simulator.learning.ModelInputs;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Id;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An edit as changes of entries of the register.
 *
 * @param changes one for each entry that has a number of the edit
 * @param paths where each stands in the edit
 * @param late the numbers of which the register says something else than the edit was made on; then the rest is empty
 */
public record RegisterChange(List<EntryChange> changes, List<String> paths, List<Violation> late) {

    private static final Set<Section> OWNERS = EnumSet.of(
            Section.ASSET, Section.SERVICE, Section.PROCESS, Section.TEAM, Section.CONTACT, Section.SCENARIO);

    /** Of the register's model as it is now. */
    public static RegisterChange of(ContinuityModel model, List<FrozenLesson> lessons) {
        Map<String, ModelInput> now = new HashMap<>();
        ModelInputs.listAll(model).forEach(each -> now.put(each.ref().address(), each));
        List<Violation> late = new ArrayList<>();
        List<ModelInput> after = new ArrayList<>();
        Set<Id> owners = new LinkedHashSet<>();
        for (FrozenLesson each : lessons) {
            String address = each.lesson().input();
            ModelInput input = now.get(address);
            if (input == null || !LearningJson.isSame(InputTree.write(input), each.before())) {
                late.add(new Violation(
                        "$.lessons['" + address + "']",
                        input == null ? "gone" : "changed",
                        input == null
                                ? "'" + address + "' is not in the register any more."
                                : "'" + address + "' was changed in the register since.",
                        null,
                        null,
                        address));
            } else {
                after.add(InputTree.read(input.ref(), each.after()));
                owners.add(input.ref().owner());
            }
        }
        return late.isEmpty()
                ? changed(ModelInputs.withInputs(model, after), owners)
                : new RegisterChange(List.of(), List.of(), late);
    }

    private static RegisterChange changed(ContinuityModel model, Set<Id> owners) {
        Map<Id, JsonNode> entries = new HashMap<>();
        model.elements().stream()
                .filter(each -> owners.contains(each.id()))
                .forEach(each -> entries.put(each.id(), ModelWriter.toTree(each)));
        model.scenarios().stream()
                .filter(each -> owners.contains(each.id()))
                .forEach(each -> entries.put(each.id(), ModelWriter.toTree(each)));
        for (Section section : List.of(Section.TEAM, Section.CONTACT)) {
            ModelWriter.toTrees(model, section.key())
                    .forEach(tree -> entries.putIfAbsent(Id.of(tree.path("id").asText()), tree));
        }
        List<EntryChange> changes = new ArrayList<>();
        List<String> paths = new ArrayList<>();
        for (Id owner : owners) {
            if (entries.get(owner) instanceof ObjectNode entry) {
                changes.add(new EntryChange.Replace(OWNERS, owner.value(), null, entry));
                paths.add("$['" + owner + "']");
            }
        }
        return new RegisterChange(changes, paths, List.of());
    }
}
