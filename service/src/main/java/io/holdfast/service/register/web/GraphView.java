package io.holdfast.service.register.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.holdfast.service.register.NeedGraph;
import io.holdfast.service.register.RegisterState;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.ElementType;
import io.holdfast.simulator.model.Id;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A part of the dependency graph that fits on a page.
 *
 * @param nodes elements shown, nearest first
 * @param edges lines between elements shown
 * @param truncated whether more would belong here than is shown
 * @param total how many would belong here
 */
public record GraphView(List<Node> nodes, List<NeedEdge> edges, boolean truncated, int total) {

    /** The most that one view can have. */
    static final int MOST_NODES = 3_000;

    /** Which way to walk from the element in focus. */
    public enum Direction {
        /** To what it needs. */
        NEEDS("needs"),
        /** To what needs it. */
        NEEDED_BY("neededBy"),
        /** Both ways. */
        BOTH("both");

        private final String word;

        Direction(String word) {
            this.word = word;
        }

        /** The direction of a word, if there is one. */
        public static Optional<Direction> find(String word) {
            return List.of(values()).stream()
                    .filter(each -> each.word.equals(word))
                    .findFirst();
        }
    }

    /**
     * An element in the graph.
     *
     * @param spof whether its loss alone takes a service or process down that is not itself
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Node(
            String id,
            String type,
            String kind,
            @Nullable String name,
            Map<String, String> names,
            @Nullable String site,
            boolean spof) {

        static Node of(Element element, boolean spof) {
            Id site = element.site();
            return new Node(
                    element.id().value(),
                    ElementRow.word(element),
                    element.kind(),
                    element.label().name(),
                    element.label().names(),
                    site == null ? null : site.value(),
                    spof);
        }
    }

    /** Every element, services and processes first. */
    static GraphView whole(RegisterState state, int most) {
        Set<Id> shown = new LinkedHashSet<>();
        state.model().elements().stream()
                .filter(element -> element.type() != ElementType.ASSET)
                .forEach(element -> shown.add(element.id()));
        state.model().elements().forEach(element -> shown.add(element.id()));
        return of(state.model(), state.graph(), shown, most);
    }

    /** Services and processes with what they need directly; every element where there are none. */
    static GraphView overview(RegisterState state, int most) {
        ContinuityModel model = state.model();
        NeedGraph graph = state.graph();
        Set<Id> shown = new LinkedHashSet<>();
        model.elements().stream()
                .filter(element -> element.type() != ElementType.ASSET)
                .forEach(element -> shown.add(element.id()));
        List.copyOf(shown).forEach(id -> shown.addAll(graph.needsOf(id)));
        return shown.isEmpty() ? whole(state, most) : of(model, graph, shown, most);
    }

    /** What lies within some steps of an element, and for both ways what a cable joins to it. */
    static GraphView around(RegisterState state, Id focus, int depth, Direction direction, int most) {
        return around(state.model(), state.graph(), focus, depth, direction, most);
    }

    static GraphView around(
            ContinuityModel model, NeedGraph graph, Id focus, int depth, Direction direction, int most) {
        Set<Id> shown = new LinkedHashSet<>(Set.of(focus));
        if (direction != Direction.NEEDED_BY) {
            shown.addAll(within(focus, depth, graph::needsOf));
        }
        if (direction != Direction.NEEDS) {
            shown.addAll(within(focus, depth, graph::neededBy));
        }
        if (direction == Direction.BOTH) {
            shown.addAll(Cables.joinedWith(model, focus));
        }
        return of(model, graph, shown, most);
    }

    private static Set<Id> within(Id focus, int depth, java.util.function.Function<Id, Set<Id>> next) {
        Set<Id> reached = new LinkedHashSet<>(Set.of(focus));
        List<Id> layer = List.of(focus);
        for (int step = 0; step < depth && !layer.isEmpty(); step++) {
            List<Id> further = new ArrayList<>();
            for (Id id : layer) {
                next.apply(id).stream().filter(reached::add).forEach(further::add);
            }
            layer = further;
        }
        return reached;
    }

    private static GraphView of(ContinuityModel model, NeedGraph graph, Set<Id> belonging, int most) {
        Map<Id, Element> byId = model.elementsById();
        List<Element> shown = belonging.stream()
                .limit(most)
                .map(byId::get)
                .filter(java.util.Objects::nonNull)
                .toList();
        Set<String> ids = shown.stream().map(each -> each.id().value()).collect(Collectors.toSet());
        List<NeedEdge> edges = shown.stream()
                .flatMap(element -> Stream.concat(NeedEdge.of(element).stream(), Cables.of(element).stream()))
                .filter(edge -> ids.contains(edge.to()))
                .toList();
        return new GraphView(
                shown.stream()
                        .map(each -> Node.of(each, isSinglePoint(each, graph, byId)))
                        .toList(),
                edges,
                shown.size() < belonging.size(),
                belonging.size());
    }

    private static boolean isSinglePoint(Element element, NeedGraph graph, Map<Id, Element> byId) {
        return graph.takesDown(element.id(), lost -> {
            Element down = byId.get(lost);
            return down != null && down.type() != ElementType.ASSET;
        });
    }
}
