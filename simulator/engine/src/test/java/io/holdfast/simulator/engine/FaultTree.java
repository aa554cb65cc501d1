package io.holdfast.simulator.engine;

import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.DownState;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Hit;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Need;
import io.holdfast.simulator.model.NeedTerms;
import io.holdfast.simulator.model.Scenario;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * A published fault tree (Open-PSA) as a model: a basic event is an asset that the scenario hits with its probability, a
 * gate is a service that is down exactly when the gate is true. An or-gate is down when one input is: it needs all of
 * them. An and-gate needs one of them. A gate "k of n" is down when k are: it needs n - k + 1.
 */
public final class FaultTree {

    private FaultTree() {}

    /** Reads a tree; the scenario is {@code s}. */
    public static ContinuityModel read(Path file) throws IOException {
        Document document = parse(file);
        List<Element> elements = new ArrayList<>();
        List<Hit> hits = new ArrayList<>();
        for (org.w3c.dom.Element event : listOf(document.getElementsByTagName("define-basic-event"))) {
            String id = id("e", event);
            org.w3c.dom.Element chance =
                    listOf(event.getElementsByTagName("float")).getFirst();
            elements.add(Element.asset(id, "host").build());
            hits.add(new Hit(
                    List.of(Id.of(id)),
                    null,
                    null,
                    null,
                    null,
                    null,
                    Double.parseDouble(chance.getAttribute("value")),
                    false,
                    DownState.DAMAGED));
        }
        for (org.w3c.dom.Element gate : listOf(document.getElementsByTagName("define-gate"))) {
            elements.add(Element.service(id("g", gate))
                    .needs(List.of(need(listOf(gate.getChildNodes()).getFirst())))
                    .build());
        }
        return ContinuityModel.of(elements, List.of(Scenario.of("s", hits, null)));
    }

    private static Need need(org.w3c.dom.Element formula) {
        List<Need> inputs = listOf(formula.getChildNodes()).stream()
                .<Need>map(input -> new Need.One(Id.of(id(input.getTagName().equals("gate") ? "g" : "e", input))))
                .toList();
        return switch (formula.getTagName()) {
            case "or" -> new Need.AllOf(inputs, NeedTerms.NONE);
            case "and" -> new Need.AtLeast(1, inputs, NeedTerms.NONE);
            case "atleast" ->
                new Need.AtLeast(
                        inputs.size() - Integer.parseInt(formula.getAttribute("min")) + 1, inputs, NeedTerms.NONE);
            default -> throw new IllegalArgumentException("Gate of unknown kind: " + formula.getTagName());
        };
    }

    /** The id of a gate. */
    public static String gate(String name) {
        return "g." + name.toLowerCase(Locale.ROOT);
    }

    private static String id(String prefix, org.w3c.dom.Element named) {
        return prefix + "." + named.getAttribute("name").toLowerCase(Locale.ROOT);
    }

    private static List<org.w3c.dom.Element> listOf(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(org.w3c.dom.Element.class::isInstance)
                .map(org.w3c.dom.Element.class::cast)
                .toList();
    }

    private static Document parse(Path file) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(file.toFile());
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("Not a fault tree: " + file, e);
        }
    }
}
