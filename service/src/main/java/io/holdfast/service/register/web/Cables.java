package io.holdfast.service.register.web;

import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Id;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Things that an import found joined to each other: shown on the graph, but no dependency. An element keeps its own under
 * {@value #KEY} as a list of {@code {to, kind}}; one end is enough.
 */
final class Cables {

    private static final String KEY = "x-connections";

    private Cables() {}

    /** The cables that an element keeps, as lines of kind {@code cable}; what is not such a list says nothing. */
    static List<NeedEdge> of(Element element) {
        return ends(element)
                .map(to -> new NeedEdge(element.id().value(), to, "cable", null, null))
                .distinct()
                .toList();
    }

    /** What is joined to an element, whichever end keeps the cable, in file order. Cost: one pass over the elements. */
    static Set<Id> joinedWith(ContinuityModel model, Id id) {
        Set<Id> joined = new LinkedHashSet<>();
        Map<Id, Element> byId = model.elementsById();
        for (Element element : model.elements()) {
            if (element.id().equals(id)) {
                ends(element).map(Id::of).filter(byId::containsKey).forEach(joined::add);
            } else if (ends(element).anyMatch(id.value()::equals)) {
                joined.add(element.id());
            }
        }
        return joined;
    }

    private static Stream<String> ends(Element element) {
        return element.label().extras().get(KEY) instanceof List<?> cables
                ? cables.stream()
                        .map(cable -> cable instanceof Map<?, ?> map ? map.get("to") : null)
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .filter(Objects::nonNull)
                : Stream.empty();
    }
}
