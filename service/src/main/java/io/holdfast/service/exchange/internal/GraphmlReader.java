package io.holdfast.service.exchange.internal;

import io.holdfast.service.exchange.internal.GraphmlFile.Edge;
import io.holdfast.service.exchange.internal.GraphmlFile.Node;
import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads GraphML one element at a time. Attributes are known by their name ({@code attr.name}), whatever their id in the file. A
 * document type is refused before anything of it is used, so there are no entities but those of XML itself; elements may lie
 * {@value #DEEPEST} deep, and there may be {@value #MOST} of them. One use an instance.
 */
final class GraphmlReader {

    /** What the file is called in reports. */
    static final String FILE = "network";

    /** How deep elements may lie within each other. */
    static final int DEEPEST = 64;

    /** The longest value that an attribute may have, in characters. */
    static final int LONGEST = 65_536;

    /** How many nodes, edges and ends of hyperedges a file may have together; also how many values, defaults included, tenfold. */
    static final int MOST = 400_000;

    private static final int MOST_VALUES = 10 * MOST;
    private static final int MOST_KEYS = 1_000;
    private static final String ALL = "all";

    private final Report report;
    private final Map<String, Attribute> attributes = new LinkedHashMap<>();
    private final Map<String, String> graph = new LinkedHashMap<>();
    private final List<Node> nodes = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private final Deque<Boolean> directed = new ArrayDeque<>();
    private int graphs;
    private int parts;
    private int values;

    private GraphmlReader(Report report) {
        this.report = report;
    }

    /** An attribute that the file declares. */
    private record Attribute(
            String name, String of, @Nullable String usual) {}

    /** A graph, node or edge whose end has not come yet. */
    private static final class Open {
        private final String what;
        private final Place at;
        private final @Nullable String id;
        private final List<String> ends = new ArrayList<>();
        private final Map<String, String> data = new LinkedHashMap<>();
        private boolean directed;

        Open(String what, Place at, @Nullable String id) {
            this.what = what;
            this.at = at;
            this.id = id;
        }
    }

    /** What the file says; nothing where a rule is broken, which then stands in the report. */
    static Optional<GraphmlFile> read(byte[] bytes, Report report) {
        return new GraphmlReader(report).read(bytes);
    }

    private Optional<GraphmlFile> read(byte[] bytes) {
        try {
            XMLStreamReader xml = factory().createXMLStreamReader(new ByteArrayInputStream(bytes));
            while (xml.hasNext() && !report.isRefused()) {
                event(xml, xml.next());
            }
            xml.close();
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
            refuse("unreadable", Math.max(0, line), "", "The file is not well-formed XML: " + reason(e));
        }
        if (!report.isRefused() && nodes.isEmpty()) {
            refuse("no-rows", 0, "", "The file has no <node>. Choose a GraphML file that has a graph.");
        }
        return report.isRefused() ? Optional.empty() : Optional.of(new GraphmlFile(graph, nodes, edges));
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("Nothing outside of the file is read");
        });
        return factory;
    }

    private static String reason(XMLStreamException e) {
        String text = String.valueOf(e.getMessage()).replaceFirst("(?s)^ParseError at .*?\\nMessage: ", "");
        return text.strip().replaceFirst("\\.?$", ".") + " Write the file anew with the program that made it.";
    }

    private void refuse(String code, int line, String value, String message) {
        report.violation(code, Place.line(FILE, line), null, value, message);
    }

    private void event(XMLStreamReader xml, int event) throws XMLStreamException {
        switch (event) {
            case XMLStreamConstants.DTD ->
                refuse(
                        "doctype",
                        line(xml),
                        "DOCTYPE",
                        "The file has a document type, which may name other files and is not read. Remove the <!DOCTYPE"
                                + " …> from it; GraphML needs none.");
            case XMLStreamConstants.ENTITY_REFERENCE ->
                refuse(
                        "doctype",
                        line(xml),
                        String.valueOf(xml.getLocalName()),
                        "The file uses an entity of its own. Write the character instead.");
            case XMLStreamConstants.START_ELEMENT -> start(xml);
            case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName());
            default -> {} // texts are read with their element; comments and instructions say nothing
        }
    }

    private static int line(XMLStreamReader xml) {
        return Math.max(0, xml.getLocation().getLineNumber());
    }

    private static @Nullable String value(XMLStreamReader xml, String name) {
        String value = xml.getAttributeValue(null, name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    private void start(XMLStreamReader xml) throws XMLStreamException {
        String what = xml.getLocalName();
        if (open.isEmpty() && directed.isEmpty() && graphs == 0 && attributes.isEmpty() && what.equals("svg")) {
            refuse("not-graphml", line(xml), what, "The file is a picture. Choose a GraphML file.");
            return;
        }
        switch (what) {
            case "graphml" -> {}
            case "key" -> key(xml);
            case "graph" -> graph(xml);
            case "node", "edge", "hyperedge" -> element(xml, what);
            case "endpoint" -> endpoint(xml);
            case "data" -> data(xml);
            case "port" -> {
                report.warning(
                        "port-left-out",
                        FILE,
                        "Ports of nodes are left out, as at line " + line(xml) + ": a link ends at the node.");
                skip(xml);
            }
            default -> other(xml, what);
        }
    }

    private void other(XMLStreamReader xml, String what) throws XMLStreamException {
        if (graphs == 0 && attributes.isEmpty()) {
            refuse(
                    "not-graphml",
                    line(xml),
                    what,
                    "The file is XML, but it begins with <" + what + ">; GraphML begins with <graphml>.");
            return;
        }
        if (!what.equals("desc")) {
            report.warning(
                    "element-left-out",
                    FILE,
                    "What is no part of a graph is left out, as <" + what + "> at line " + line(xml) + ".");
        }
        skip(xml);
    }

    private void key(XMLStreamReader xml) throws XMLStreamException {
        String id = value(xml, "id");
        String name = value(xml, "attr.name");
        String of = value(xml, "for");
        String usual = null;
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.getEventType() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("default")) {
                usual = text(xml);
            } else if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
                skip(xml);
            }
        }
        if (id != null) {
            String known = name == null ? id : name;
            if (attributes.size() >= MOST_KEYS) {
                refuse(
                        "too-many",
                        line(xml),
                        Integer.toString(MOST_KEYS),
                        "The file declares more than " + MOST_KEYS + " keys. Leave out attributes that nobody needs.");
            }
            attributes.put(id, new Attribute(known.toLowerCase(Locale.ROOT), of == null ? ALL : of, usual));
        }
    }

    private void graph(XMLStreamReader xml) {
        graphs++;
        if (graphs > 1) {
            report.warning(
                    "graph-within",
                    FILE,
                    "Several graphs, or graphs within nodes, are laid side by side, as at line " + line(xml) + ".");
        }
        if (open.size() >= DEEPEST) {
            tooDeep(xml);
        }
        directed.push("directed".equals(value(xml, "edgedefault")));
        open.push(new Open("graph", Place.line(FILE, line(xml)), value(xml, "id")));
    }

    private void tooDeep(XMLStreamReader xml) {
        refuse(
                "too-deep",
                line(xml),
                Integer.toString(DEEPEST),
                "Elements lie more than " + DEEPEST + " deep within each other. Write the graph flat.");
    }

    /** Counts what is kept, so that a large file is refused while it is read. */
    private void countPart(XMLStreamReader xml) {
        parts++;
        if (parts == MOST + 1) {
            refuse(
                    "too-many",
                    line(xml),
                    Integer.toString(MOST),
                    "The network has more than " + MOST + " nodes, edges and ends of hyperedges together. Import it in"
                            + " parts, or leave out what needs no entry of its own.");
        }
    }

    private void countValues(Place at, int more) {
        int before = values;
        values += more;
        if (before <= MOST_VALUES && values > MOST_VALUES) {
            report.violation(
                    "too-many",
                    at,
                    null,
                    Integer.toString(MOST_VALUES),
                    "The nodes and edges have more than " + MOST_VALUES + " values together, defaults included. Leave"
                            + " out attributes that nobody needs, or import the network in parts.");
        }
    }

    private void element(XMLStreamReader xml, String what) {
        countPart(xml);
        if (open.size() >= DEEPEST) {
            tooDeep(xml);
        }
        Open element = new Open(what, Place.line(FILE, line(xml)), value(xml, "id"));
        String own = value(xml, "directed");
        element.directed = own == null ? !directed.isEmpty() && directed.peek() : own.equals("true");
        if (what.equals("edge")) {
            end(element, value(xml, "source"), "source");
            end(element, value(xml, "target"), "target");
        } else if (what.equals("node") && element.id == null) {
            refuse("missing-value", line(xml), "id", "A <node> has no id. Give every node one.");
        }
        open.push(element);
    }

    private void end(Open edge, @Nullable String node, String which) {
        if (node == null) {
            report.violation(
                    "missing-value",
                    edge.at,
                    which,
                    "",
                    "An <edge> does not say its " + which + ". Name a node, or remove the edge.");
        } else {
            edge.ends.add(node);
        }
    }

    private void endpoint(XMLStreamReader xml) throws XMLStreamException {
        Open edge = open.peek();
        if (edge != null && edge.what.equals("hyperedge")) {
            countPart(xml);
            end(edge, value(xml, "node"), "node");
        }
        skip(xml);
    }

    private void data(XMLStreamReader xml) throws XMLStreamException {
        String key = value(xml, "key");
        int line = line(xml);
        String text = text(xml).strip();
        Attribute attribute = attributes.get(key == null ? "" : key);
        if (attribute == null) {
            report.warning(
                    "attribute-unknown",
                    FILE,
                    "Values of a key that the file does not declare are left out, as '" + key + "' at line " + line
                            + ".");
        } else if (!text.isEmpty() && open.peek() != null) {
            keep(open.peek(), attribute.name(), text, line);
        }
    }

    private void keep(Open element, String name, String text, int line) {
        String before = element.data.putIfAbsent(name, text);
        if (before != null && !before.equals(text)) {
            report.warning(
                    "attribute-twice",
                    FILE,
                    "Two values for one key: the first is kept, as '" + before + "' of '" + name + "', and '" + text
                            + "' at line " + line
                            + " is left out. Capital and small letters are the same. Rename one of"
                            + " them in the source.");
        }
    }

    /** The text of an element; elements within it are left out, all but the labels that drawing programs put there. */
    private String text(XMLStreamReader xml) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int depth = 1;
        int label = 0;
        while (depth > 0) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    label = label == 0 && xml.getLocalName().endsWith("Label") ? depth : label;
                    requireDepth(xml, depth);
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    label = label == depth ? -1 : label;
                    depth--;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (depth == 1 || label > 0) {
                        append(text, xml);
                    }
                }
                default -> {} // comments and instructions say nothing
            }
        }
        return text.toString();
    }

    private static void append(StringBuilder text, XMLStreamReader xml) throws XMLStreamException {
        if (text.length() + xml.getTextLength() > LONGEST) {
            throw new XMLStreamException("A value is longer than " + LONGEST + " characters", xml.getLocation());
        }
        text.append(xml.getText());
    }

    private void requireDepth(XMLStreamReader xml, int within) throws XMLStreamException {
        if (open.size() + within > DEEPEST) {
            throw new XMLStreamException(
                    "Elements lie more than " + DEEPEST + " deep within each other", xml.getLocation());
        }
    }

    private void skip(XMLStreamReader xml) throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                requireDepth(xml, ++depth);
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
    }

    private void end(String what) {
        if (what.equals("graph") && !directed.isEmpty()) {
            directed.pop();
        }
        Open element = open.peek();
        if (element == null || !element.what.equals(what)) {
            return;
        }
        open.pop();
        switch (what) {
            case "graph" -> {
                if (directed.isEmpty() && graph.isEmpty()) {
                    graph.putAll(element.data);
                    if (element.id != null) {
                        graph.putIfAbsent("id", element.id);
                    }
                }
            }
            case "node" -> nodes.add(new Node(element.at, String.valueOf(element.id), withUsual(element)));
            default ->
                edges.add(new Edge(
                        element.at,
                        element.id,
                        element.ends,
                        element.directed && what.equals("edge"),
                        withUsual(element)));
        }
    }

    private Map<String, String> withUsual(Open element) {
        Map<String, String> data = new HashMap<>(element.data);
        attributes.values().forEach(each -> {
            if (each.usual() != null
                    && (each.of().equals(element.what) || each.of().equals(ALL))) {
                data.putIfAbsent(each.name(), each.usual().strip());
            }
        });
        countValues(element.at, data.size());
        Map<String, String> ordered = new LinkedHashMap<>();
        data.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(each -> ordered.put(each.getKey(), each.getValue()));
        return ordered;
    }
}
