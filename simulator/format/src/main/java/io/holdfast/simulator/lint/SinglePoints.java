package io.holdfast.simulator.lint;

import io.holdfast.simulator.compile.StaticFindings;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.ElementType;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Need;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * No asset takes a service or process down by itself ({@link StandbyGraph}). One conflict for each that does, mended at the
 * nearest that goes down with it, which could need one of two.
 */
final class SinglePoints implements Check {

    /** How many that name an element are tried. */
    private static final int MOST_TRIED = 20;

    @Override
    public void run(LintModel model, Consumer<Conflict> found) {
        StandbyGraph graph = new StandbyGraph(model);
        for (int place = 0; place < model.elements().size(); place++) {
            Element element = model.element(place);
            if (element.type() == ElementType.ASSET) {
                int[] lost = graph.lostWith(place);
                List<Id> wanted = Arrays.stream(lost)
                        .mapToObj(model::element)
                        .filter(each -> each.type() != ElementType.ASSET)
                        .map(Element::id)
                        .toList();
                if (!wanted.isEmpty()) {
                    found.accept(conflict(element, wanted, nearest(model, graph, element, lost)));
                }
            }
        }
    }

    /** Of those that name it and go down with it the first that takes a service or process along, or is one. */
    private static Element nearest(LintModel model, StandbyGraph graph, Element element, int[] lost) {
        List<Element> naming = Arrays.stream(lost)
                .mapToObj(model::element)
                .filter(each -> each.needs().stream().flatMap(Need::elements).anyMatch(element.id()::equals))
                .limit(MOST_TRIED)
                .toList();
        return naming.stream()
                .filter(each -> each.type() != ElementType.ASSET
                        || Arrays.stream(graph.lostWith(model.place(each.id())))
                                .anyMatch(place -> model.element(place).type() != ElementType.ASSET))
                .findFirst()
                .orElse(naming.isEmpty() ? element : naming.getFirst());
    }

    private static Conflict conflict(Element element, List<Id> wanted, Element nearest) {
        LintRule rule = LintRule.SINGLE_POINT_OF_FAILURE;
        return new Conflict(
                rule,
                Shown.finding(
                        rule,
                        element.equals(nearest) ? List.of(element.id()) : List.of(element.id(), nearest.id()),
                        "element",
                        element.id(),
                        "count",
                        wanted.size(),
                        "lost",
                        StaticFindings.shortList(wanted),
                        "nearest",
                        nearest.id()),
                List.of(new Figure("lost", wanted.size(), "count", element.id())),
                Mend.element(nearest.id(), "needs"));
    }
}
