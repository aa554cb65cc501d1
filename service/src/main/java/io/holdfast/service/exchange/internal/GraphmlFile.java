package io.holdfast.service.exchange.internal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a GraphML file says, graphs within graphs laid side by side.
 *
 * @param graph the data of the outermost graph by attribute name in lower case
 * @param nodes the nodes in order
 * @param edges the edges and hyperedges in order
 */
record GraphmlFile(Map<String, String> graph, List<Node> nodes, List<Edge> edges) {

    GraphmlFile {
        graph = Collections.unmodifiableMap(new LinkedHashMap<>(graph));
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    /**
     * A node.
     *
     * @param at where it stands
     * @param id its id, unique in the file
     * @param data its data by attribute name in lower case, defaults included
     */
    record Node(Place at, String id, Map<String, String> data) {
        Node {
            data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
        }
    }

    /**
     * An edge, or a hyperedge.
     *
     * @param at where it stands
     * @param id its id, or null where it has none
     * @param ends the ids of its nodes: source and target, or all of a hyperedge
     * @param directed whether it goes from the first to the second only
     * @param data as of nodes
     */
    record Edge(Place at, @Nullable String id, List<String> ends, boolean directed, Map<String, String> data) {
        Edge {
            ends = List.copyOf(ends);
            data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
        }
    }
}
