package io.holdfast.service.register.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.holdfast.service.register.NeedGraph;
import io.holdfast.service.register.RegisterState;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.ElementType;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Label;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The register in a few figures, and the names that its rows refer to.
 *
 * @param total how many elements there are
 * @param types how many of each type, by its word
 * @param kinds how many of each kind
 * @param evidence what the times that stand on all elements rest on
 * @param singlePoints assets whose loss alone takes a service or process down, in file order
 * @param sites the sites, in file order
 * @param teams the teams, in file order; an owner that is a team's id is that team
 */
public record RegisterSummary(
        int total,
        Map<String, Integer> types,
        Map<String, Integer> kinds,
        EvidenceCounts evidence,
        List<String> singlePoints,
        List<NamedThing> sites,
        List<NamedThing> teams) {

    /** A thing with its names. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record NamedThing(String id, @Nullable String name, Map<String, String> names) {

        static NamedThing of(Id id, Label label) {
            return new NamedThing(id.value(), label.name(), label.names());
        }
    }

    /** The summary of the register, worked out once a revision. Cost: each asset's blast radius, so at worst its elements times its needs. */
    static RegisterSummary of(RegisterState state) {
        return state.derive(RegisterSummary.class, RegisterSummary::make);
    }

    private static RegisterSummary make(RegisterState state) {
        ContinuityModel model = state.model();
        List<Element> elements = model.elements();
        return new RegisterSummary(
                elements.size(),
                counted(elements.stream().map(ElementRow::word).toList()),
                counted(elements.stream().map(Element::kind).toList()),
                elements.stream().map(EvidenceCounts::of).reduce(EvidenceCounts.NONE, EvidenceCounts::plus),
                singlePoints(model, state.graph()),
                model.sites().stream()
                        .map(site -> NamedThing.of(site.id(), site.label()))
                        .toList(),
                model.teams().stream()
                        .map(team -> NamedThing.of(team.id(), team.label()))
                        .toList());
    }

    private static Map<String, Integer> counted(List<String> words) {
        return words.stream().collect(Collectors.toMap(word -> word, word -> 1, Integer::sum, TreeMap::new));
    }

    private static List<String> singlePoints(ContinuityModel model, NeedGraph graph) {
        Set<Id> wanted = model.elements().stream()
                .filter(element -> element.type() != ElementType.ASSET)
                .map(Element::id)
                .collect(Collectors.toSet());
        Set<Id> single = new LinkedHashSet<>();
        model.elements().stream()
                .filter(element -> element.type() == ElementType.ASSET)
                .map(Element::id) // whose loss takes down one of these takes down what that one does
                .filter(id -> graph.takesDown(id, lost -> wanted.contains(lost) || single.contains(lost)))
                .forEach(single::add);
        return single.stream().map(Id::value).toList();
    }
}
