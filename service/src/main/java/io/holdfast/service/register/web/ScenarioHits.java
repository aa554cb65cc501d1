package io.holdfast.service.register.web;

import io.holdfast.service.register.NeedGraph;
import io.holdfast.simulator.compile.HitTable;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Hit;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Scenario;
import io.holdfast.simulator.model.Site;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a scenario would hit, before anything is simulated.
 *
 * @param scenario its id
 * @param entries its entries in file order
 * @param hit how many elements its entries select, each counted once
 * @param down how many more go down when all of those are lost
 */
public record ScenarioHits(String scenario, List<Entry> entries, int hit, int down) {

    /**
     * One entry of hits.
     *
     * @param state the state it puts elements in
     * @param probability the chance to be hit, a share
     * @param together whether one draw decides for all
     * @param elements what it selects, in file order
     */
    public record Entry(String state, double probability, boolean together, List<GraphView.Node> elements) {}

    /** Where an element is hit: the entry that selects it, without the others that it selects. */
    public record Place(String scenario, String state, double probability, boolean together) {}

    /** The hits of a scenario. */
    static ScenarioHits of(ContinuityModel model, Scenario scenario) {
        Map<Id, Site> sites = sites(model);
        Set<Id> hit = model.elements().stream()
                .filter(element -> scenario.hits().stream().anyMatch(entry -> HitTable.selects(entry, element, sites)))
                .map(Element::id)
                .collect(Collectors.toSet());
        return new ScenarioHits(
                scenario.id().value(),
                scenario.hits().stream()
                        .map(entry -> entry(model, entry, sites))
                        .toList(),
                hit.size(),
                NeedGraph.of(model).dependantsLostWith(hit).size());
    }

    /** The places where scenarios hit an element. */
    static List<Place> of(ContinuityModel model, Element element) {
        Map<Id, Site> sites = sites(model);
        return model.scenarios().stream()
                .flatMap(scenario -> scenario.hits().stream()
                        .filter(entry -> HitTable.selects(entry, element, sites))
                        .map(entry ->
                                new Place(scenario.id().value(), word(entry), entry.probability(), entry.together())))
                .toList();
    }

    private static Entry entry(ContinuityModel model, Hit entry, Map<Id, Site> sites) {
        return new Entry(
                word(entry),
                entry.probability(),
                entry.together(),
                model.elements().stream()
                        .filter(element -> HitTable.selects(entry, element, sites))
                        .map(element -> GraphView.Node.of(element, false))
                        .toList());
    }

    private static String word(Hit entry) {
        return entry.state().name().toLowerCase(Locale.ROOT);
    }

    private static Map<Id, Site> sites(ContinuityModel model) {
        return model.sites().stream().collect(Collectors.toMap(Site::id, Function.identity()));
    }
}
