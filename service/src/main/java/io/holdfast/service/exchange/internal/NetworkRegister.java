package io.holdfast.service.exchange.internal;

import io.holdfast.service.exchange.internal.GraphmlFile.Edge;
import io.holdfast.service.exchange.internal.GraphmlFile.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A network in GraphML, as the Internet Topology Zoo publishes them, as a register: a node is an asset of kind {@code network},
 * an edge one of kind {@code link}. A link needs the nodes at its ends, since it carries nothing when one of them is lost; no node
 * needs another, since the file does not say over which ways traffic may go. What is unusual is kept and counted as a warning.
 */
public final class NetworkRegister {

    private static final String FILE = GraphmlReader.FILE;

    /** The kind of the relation from a link to its ends. */
    static final String ENDS_AT = "ends-at";

    /** The heading under which a node keeps into how many parts the network falls without it. */
    static final String CUT = "parts-without";

    /** What programs write for a graph that nobody has named. */
    private static final Set<String> NO_LABELS = Set.of("None", "G", "graph");

    private static final List<String> NAMES = List.of("label", "name");
    private static final List<String> LATITUDES = List.of("latitude", "lat");
    private static final List<String> LONGITUDES = List.of("longitude", "lon", "lng", "long");
    private static final Set<String> READ =
            Set.of("label", "name", "latitude", "lat", "longitude", "lon", "lng", "long", "type");
    private static final String SPEED = "linkspeedraw";
    private static final double MEGA = 1e6;

    private final Report report;
    private final Map<String, String> names = new LinkedHashMap<>();
    private final List<AssetRow> assets = new ArrayList<>();
    private final List<RelationRow> relations = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();
    private final Map<Set<String>, Integer> pairs = new HashMap<>();

    private NetworkRegister(Report report) {
        this.report = report;
    }

    /**
     * A network.
     *
     * @param register its nodes and links
     * @param source what it calls itself, as the first part of ids
     * @param made why the source is one that was made for it, as a warning says it; null where the network calls itself so
     * @param shape how it hangs together
     */
    public record Network(
            ImportedRegister register,
            String source,
            @Nullable String made,
            NetworkShape shape) {}

    /** The network of a GraphML file; nothing where a rule is broken, which then stands in the report. */
    public static Optional<Network> read(byte[] bytes, Report report) {
        Optional<GraphmlFile> file = GraphmlReader.read(bytes, report);
        return file.flatMap(each -> new NetworkRegister(report).network(each));
    }

    private Optional<Network> network(GraphmlFile file) {
        file.nodes().forEach(this::name);
        file.edges().forEach(this::checkEnds);
        if (report.isRefused()) {
            return Optional.empty();
        }
        NetworkShape shape = NetworkShape.of(
                List.copyOf(names.keySet()),
                file.edges().stream().map(Edge::ends).toList());
        file.nodes().forEach(node -> node(node, shape));
        file.edges().forEach(this::link);
        tellNames(file);
        tellShape(shape);
        return report.isRefused() ? Optional.empty() : Optional.of(network(file, shape));
    }

    /** With the first part of ids: the network's own name, with a fingerprint where it does not tell networks apart. */
    private Network network(GraphmlFile file, NetworkShape shape) {
        ImportedRegister register = new ImportedRegister(assets, relations);
        Optional<String> label = findLabel(file);
        String folded = label.map(each -> each.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]+", "-"))
                .filter(each -> each.matches("[a-z0-9].*"))
                .orElse("");
        if (!folded.isEmpty() && label.filter(NetworkRegister::isLatin).isPresent()) {
            return new Network(register, folded, null, shape);
        }
        String print = IdBook.fingerprint(label.orElseGet(() -> new TreeMap<>(names).toString()));
        String source = (folded.isEmpty() ? FILE : folded.replaceFirst("-+$", "")) + "-" + print;
        String why = label.map(each -> "The name '" + each + "' has letters that ids cannot have")
                .orElse("The network does not say what it is called, so it is known by its nodes and their names");
        return new Network(
                register,
                source,
                why + ": ids begin with '" + source + ".'. Give the graph a label in Latin letters for another first"
                        + " part, which also stays the same in a later version of the file.",
                shape);
    }

    private static Optional<String> findLabel(GraphmlFile file) {
        return Stream.of("label", "network", "name", "id")
                .map(file.graph()::get)
                .filter(each -> each != null && !each.isBlank())
                .map(String::strip)
                .filter(each -> !NO_LABELS.contains(each))
                .findFirst();
    }

    private static boolean isLatin(String label) {
        return label.codePoints()
                .filter(Character::isLetter)
                .allMatch(each -> Character.UnicodeScript.of(each) == Character.UnicodeScript.LATIN);
    }

    private void name(Node node) {
        if (names.putIfAbsent(node.id(), findName(node).orElse("(unnamed " + node.id() + ")")) != null) {
            report.violation(
                    "duplicate-id",
                    node.at(),
                    "id",
                    node.id(),
                    "The node '" + node.id() + "' stands twice; an id names one node. Rename or remove one.");
        }
        keys.add(node.id());
    }

    /** The name of a node; the Topology Zoo writes None where there is none. */
    private static Optional<String> findName(Node node) {
        return find(node.data(), NAMES).filter(each -> !each.equals("None"));
    }

    private static Optional<String> find(Map<String, String> data, List<String> names) {
        return names.stream()
                .map(data::get)
                .filter(each -> each != null && !each.isBlank())
                .map(String::valueOf)
                .findFirst();
    }

    private void checkEnds(Edge edge) {
        for (String end : edge.ends()) {
            if (!names.containsKey(end)) {
                report.violation(
                        "unknown-id",
                        edge.at(),
                        "node",
                        end,
                        "The edge names the node '" + end + "', which the file does not have. Add the node, or remove"
                                + " the edge.");
            }
        }
        if (edge.ends().isEmpty()) {
            report.violation(
                    "missing-value",
                    edge.at(),
                    "node",
                    "",
                    "A hyperedge has no endpoint. Name the nodes that it joins, or remove it.");
        }
    }

    private void node(Node node, NetworkShape shape) {
        Map<String, String> more = more(node.data(), node.id(), READ);
        Integer parts = shape.cuts().get(node.id());
        if (parts != null) {
            put(more, CUT, parts.toString(), node.at());
        }
        List.of(NAMES, LATITUDES, LONGITUDES).forEach(each -> tellLeftOut(node, each));
        if ("1".equals(node.data().get("hyperedge"))) {
            report.warning(
                    "junction",
                    FILE,
                    "A node that stands for a line which branches is a node like any other, as '" + node.id() + "'.");
        }
        String latText = find(node.data(), LATITUDES).orElse(null);
        String lonText = find(node.data(), LONGITUDES).orElse(null);
        Double lat = Coordinates.read(latText, "latitude", 90, node.at(), report);
        Double lon = Coordinates.read(lonText, "longitude", 180, node.at(), report);
        if (lat == null || lon == null) {
            report.warning(
                    "without-place",
                    FILE,
                    "Nodes without latitude and longitude have no place on the map, as '" + names.get(node.id())
                            + "'.");
        }
        assets.add(asset(
                node.at(),
                node.id(),
                "network",
                String.valueOf(names.get(node.id())),
                node.data().get("type"),
                null,
                lon == null ? null : lat,
                lat == null ? null : lon,
                more));
    }

    /** Puts what is worked out here, which goes before what the file calls the same. */
    private void put(Map<String, String> more, String name, String value, Place at) {
        String before = more.put(name, value);
        if (before != null && !before.equals(value)) {
            tellTwice(name, value, before, at);
        }
    }

    /** Tells of a second name or place of a node that says something else than the first. */
    private void tellLeftOut(Node node, List<String> names) {
        String first = find(node.data(), names).orElse(null);
        for (String name : names) {
            String value = node.data().get(name);
            if (first != null && value != null && !value.isBlank() && !value.equals(first)) {
                tellTwice(names.getFirst(), first, value, node.at());
            }
        }
    }

    private void tellTwice(String name, String kept, String left, Place at) {
        report.warning(
                "attribute-twice",
                FILE,
                "Two values for one key: one is kept, as '" + kept + "' of '" + name + "', and '" + left + "' at "
                        + at.shown() + " is left out. Rename one of them in the source.");
    }

    private static AssetRow asset(
            Place at,
            String key,
            String kind,
            String name,
            @Nullable String role,
            @Nullable String capacity,
            @Nullable Double lat,
            @Nullable Double lon,
            Map<String, String> more) {
        return new AssetRow(at, key, kind, name, null, null, null, role, null, capacity, null, lat, lon, more);
    }

    /** What else is said; an id that repeats the element's own is not. */
    private static Map<String, String> more(Map<String, String> data, @Nullable String id, Set<String> known) {
        Map<String, String> more = new LinkedHashMap<>();
        data.forEach((name, value) -> {
            if (!known.contains(name) && !value.isBlank() && !(name.equals("id") && value.equals(id))) {
                more.put(name, value);
            }
        });
        return more;
    }

    private void link(Edge edge) {
        Set<String> ends = new LinkedHashSet<>(edge.ends());
        int turn = pairs.merge(ends, 1, Integer::sum);
        String key = key(edge, ends, turn);
        tell(edge, ends, turn);
        Map<String, String> more = more(edge.data(), edge.id(), Set.of(SPEED));
        if (edge.directed()) {
            put(more, "directed", edge.ends().getFirst() + " → " + edge.ends().getLast(), edge.at());
        }
        String name = String.join(" – ", edge.ends().stream().map(names::get).toList());
        assets.add(asset(
                edge.at(),
                key,
                "link",
                turn == 1 ? name : name + " (" + turn + ")",
                null,
                capacity(edge, more),
                null,
                null,
                more));
        boolean many = ends.size() > 2;
        ends.forEach(end -> relations.add(
                new RelationRow(edge.at(), key, end, ENDS_AT, many ? "ends:" + key : null, many ? 2 : null)));
    }

    /** The edge's own id, else its ends in order, so that the direction in which they are written does not matter. */
    private String key(Edge edge, Set<String> ends, int turn) {
        List<String> sorted =
                ends.stream().sorted(NaturalOrder.by(each -> each)).toList();
        String pair = sorted.size() == 1 ? sorted.getFirst() + "--" + sorted.getFirst() : String.join("--", sorted);
        String wanted = "link:" + (edge.id() != null ? edge.id() : turn == 1 ? pair : pair + "#" + turn);
        String key = wanted;
        for (int i = 2; !keys.add(key); i++) {
            key = wanted + "#" + i;
        }
        return key;
    }

    /** The speed in Mbit/s; a text that is no number is kept as it is. */
    private static @Nullable String capacity(Edge edge, Map<String, String> more) {
        String raw = edge.data().get(SPEED);
        if (raw == null) {
            return null;
        }
        if (raw.matches("[0-9]{1,18}(\\.[0-9]{1,9})?([eE]\\+?[0-9]{1,2})?") && Double.parseDouble(raw) > 0) {
            return CellText.number(Double.toString(Double.parseDouble(raw) / MEGA)) + " Mbit/s";
        }
        more.put(SPEED, raw);
        return null;
    }

    private void tell(Edge edge, Set<String> ends, int turn) {
        String shown = String.join(" – ", edge.ends());
        if (ends.size() > 2) {
            report.warning(
                    "link-of-many",
                    FILE,
                    "A link that joins more than two nodes needs two of them, as " + shown + " at "
                            + edge.at().shown() + ".");
        } else if (ends.size() == 1) {
            report.warning(
                    "link-to-itself",
                    FILE,
                    "A link from a node to itself is kept, though it joins nothing, as " + shown + " at "
                            + edge.at().shown() + ".");
        }
        if (turn > 1) {
            report.warning(
                    "parallel-link",
                    FILE,
                    "Several links between the same nodes are kept, each with an id of its own, as " + shown + " at "
                            + edge.at().shown() + ".");
        }
        if (edge.directed()) {
            report.warning(
                    "directed-link",
                    FILE,
                    "The direction of a link is kept, but is no need of one node for the other, as " + shown + " at "
                            + edge.at().shown() + ".");
        }
    }

    private void tellNames(GraphmlFile file) {
        Set<String> seen = new HashSet<>();
        for (Node node : file.nodes()) {
            Optional<String> name = findName(node);
            if (name.isEmpty()) {
                report.warning(
                        "without-name",
                        FILE,
                        "Nodes without a name are called by their id, as '" + names.get(node.id()) + "'.");
            } else if (!seen.add(name.get())) {
                report.warning(
                        "name-twice",
                        FILE,
                        "Nodes of the same name are different ones, as '" + name.get() + "' with id '" + node.id()
                                + "'.");
            }
        }
    }

    private void tellShape(NetworkShape shape) {
        if (shape.parts() > 1) {
            report.warning(
                    "separate-parts",
                    FILE,
                    shape.parts(),
                    "The network has " + shape.parts() + " parts that no link joins.");
        }
        if (!shape.cuts().isEmpty()) {
            String first = shape.cuts().keySet().stream()
                    .min(NaturalOrder.by(each -> each))
                    .orElseThrow();
            report.warning(
                    "cut-point",
                    FILE,
                    shape.cuts().size(),
                    "Nodes are single points of failure: the loss of one parts the network, as '" + names.get(first)
                            + "' (" + shape.cuts().get(first) + " parts).");
        }
    }
}
