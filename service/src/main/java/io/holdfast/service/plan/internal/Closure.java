package io.holdfast.service.plan.internal;

import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Need;
import io.holdfast.simulator.model.RecoveryMethod;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** What an element runs on: itself, what it needs, and what the methods of all these need. */
final class Closure {

    private Closure() {}

    /** The elements by id, nearest first. Cost: linear in the needs reached. */
    static Map<Id, Element> of(ContinuityModel model, Id start) {
        Map<Id, Element> all = model.elementsById();
        Map<Id, Element> found = new LinkedHashMap<>();
        Deque<Id> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            Id id = open.remove();
            Element element = all.get(id);
            if (element != null && found.putIfAbsent(id, element) == null) {
                needsOf(element).flatMap(Need::elements).forEach(open::add);
            }
        }
        return found;
    }

    private static Stream<Need> needsOf(Element element) {
        return Stream.concat(
                element.needs().stream(), element.methods().stream().flatMap(Closure::needsOf));
    }

    private static Stream<Need> needsOf(RecoveryMethod method) {
        return Stream.concat(
                Objects.requireNonNullElse(method.needs(), List.<Need>of()).stream(), method.alsoNeeds().stream());
    }
}
