package io.holdfast.service.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.service.exchange.Fixtures.Memory;
import io.holdfast.service.exchange.internal.NetworkRegister;
import io.holdfast.service.exchange.internal.NetworkShape;
import io.holdfast.service.exchange.internal.Report;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Need;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks in GraphML: nothing of a file is lost, nothing is invented. */
@Tag("row:M8")
class NetworkImportTest {

    private static final String KEYS = """
            <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
              <key id="d9" for="node" attr.name="label" attr.type="string"/>
              <key id="d1" for="node" attr.name="Latitude" attr.type="double"/>
              <key id="d2" for="node" attr.name="Longitude" attr.type="double"/>
              <key id="d3" for="edge" attr.name="LinkSpeedRaw" attr.type="double"/>
              <key id="d4" for="graph" attr.name="label"/>
              <key id="d5" for="node" attr.name="Country"><default>TW</default></key>
            """;

    private static String network(String body) {
        return network("undirected", body);
    }

    private static String network(String direction, String body) {
        return KEYS + "<graph edgedefault=\"" + direction + "\"><data key=\"d4\">My Net 1</data>" + body
                + "</graph></graphml>";
    }

    private static String node(String id) {
        return "<node id=\"" + id + "\"><data key=\"d9\">Node " + id + "</data></node>";
    }

    private static String edge(String a, String b) {
        return "<edge source=\"" + a + "\" target=\"" + b + "\"/>";
    }

    private static ImportReport imported(Memory register, String xml) {
        return Fixtures.done(register.store(ImportFiles.ofNetwork(Fixtures.bytes(xml)), ImportOptions.USUAL));
    }

    private static Map<String, Long> warnings(ImportReport report) {
        return report.warnings().stream().collect(Collectors.toMap(ImportWarning::code, ImportWarning::count));
    }

    private static int assetsOf(ImportReport report) {
        return java.util.Objects.requireNonNull(report.counts().get("assets")).created();
    }

    private static Element element(Memory register, String id) {
        Element element = register.get().elementsById().get(Id.of(id));
        assertThat(element).as(id).isNotNull();
        return java.util.Objects.requireNonNull(element);
    }

    private static List<String> needed(Element element) {
        return element.needs().stream()
                .flatMap(Need::elements)
                .map(Id::value)
                .sorted()
                .toList();
    }

    private static Path zoo() {
        String data = System.getenv("HOLDFAST_DATA");
        Assumptions.assumeTrue(data != null, "HOLDFAST_DATA is not set");
        return Path.of(String.valueOf(data), "topology-zoo");
    }

    @ParameterizedTest
    @CsvSource({
        "Abilene",
        "BtEurope",
        "Chinanet",
        "Cogentco",
        "Colt",
        "DialtelecomCz",
        "Geant2012",
        "Kdl",
        "Sinet",
        "Twaren"
    })
    void countsWhatTheIndexOfTheTopologyZooCounts(String name) throws IOException {
        List<String> index = Files.readAllLines(zoo().resolve("index.csv"));
        String[] counted = index.stream()
                .filter(line -> line.startsWith(name + ","))
                .findFirst()
                .orElseThrow()
                .split(",", -1);
        byte[] file = Files.readAllBytes(zoo().resolve(name + ".graphml"));
        Memory register = new Memory();
        ImportReport report = Fixtures.done(register.store(ImportFiles.ofNetwork(file), ImportOptions.USUAL));
        Map<String, Long> warnings = warnings(report);
        List<Element> elements = register.get().elements();
        assertThat(elements.stream().filter(each -> each.kind().equals("network")))
                .hasSize(Integer.parseInt(counted[1]));
        assertThat(elements.stream().filter(each -> each.kind().equals("link"))).hasSize(Integer.parseInt(counted[2]));
        assertThat(warnings.getOrDefault("separate-parts", 1L)).isEqualTo(Long.parseLong(counted[3]));
        assertThat(warnings.getOrDefault("cut-point", 0L)).isEqualTo(Long.parseLong(counted[4]));
        assertThat(elements.stream()
                        .filter(each -> each.label().extras().containsKey("x-parts-without"))
                        .count())
                .isEqualTo(Long.parseLong(counted[4]));
        assertThat(register.get().sites()).hasSize(Integer.parseInt(counted[5]));
        NetworkShape stored = NetworkShape.of(
                elements.stream()
                        .filter(each -> each.kind().equals("network"))
                        .map(each -> each.id().value())
                        .toList(),
                elements.stream()
                        .filter(each -> each.kind().equals("link"))
                        .map(NetworkImportTest::needed)
                        .toList());
        assertThat(stored.parts()).as("as it was stored").isEqualTo(Integer.parseInt(counted[3]));
        assertThat(stored.cuts()).hasSize(Integer.parseInt(counted[4]));
        ImportReport again = Fixtures.done(register.store(ImportFiles.ofNetwork(file), ImportOptions.USUAL));
        assertThat(again.changes()).as("a second time").isFalse();
    }

    @Test
    void aLinkNeedsItsEndsAndNoNodeNeedsAnother() {
        Memory register = new Memory();
        ImportReport report = imported(register, network(node("a") + node("b") + node("c") + edge("b", "a")));
        assertThat(assetsOf(report)).isEqualTo(4);
        assertThat(needed(element(register, "my-net-1.link-a--b"))).containsExactly("my-net-1.a", "my-net-1.b");
        assertThat(register.get().elements().stream().filter(each -> each.kind().equals("network")))
                .hasSize(3)
                .allSatisfy(each -> assertThat(each.needs()).isEmpty());
        assertThat(warnings(report)).containsEntry("separate-parts", 2L).doesNotContainKey("cut-point");
    }

    @Test
    @Tag("row:M2")
    void aNodeWithCoordinatesHasAPlaceOfItsOwn() {
        Memory register = new Memory();
        ImportReport report = imported(
                register,
                network("<node id=\"a\"><data key=\"d9\">Taipei</data><data key=\"d1\">25.04</data>"
                        + "<data key=\"d2\">121.56</data></node>" + node("b")));
        assertThat(register.get().sites()).singleElement().satisfies(site -> {
            assertThat(site.id()).isEqualTo(Id.of("my-net-1.a.place"));
            assertThat(site.lat()).isEqualTo(25.04);
            assertThat(site.lon()).isEqualTo(121.56);
        });
        assertThat(element(register, "my-net-1.a").site()).isEqualTo(Id.of("my-net-1.a.place"));
        assertThat(element(register, "my-net-1.b").site()).isNull();
        assertThat(element(register, "my-net-1.a").label().externalKey()).isEqualTo("a");
        assertThat(element(register, "my-net-1.a").label().extras()).containsEntry("x-country", "TW");
        assertThat(warnings(report)).containsEntry("without-place", 1L);
    }

    @Test
    void keepsAndCountsWhatIsUnusual() {
        Memory register = new Memory();
        ImportReport report = imported(
                register,
                network(node("a") + node("b") + node("c") + "<node id=\"d\"/>"
                        + "<node id=\"e\"><data key=\"d9\">None</data></node>"
                        + "<node id=\"f\"><data key=\"d9\">Node a</data><port name=\"p\"/></node>"
                        + edge("a", "b") + edge("b", "a") + edge("c", "c")
                        + "<edge id=\"e7\" directed=\"true\" source=\"b\" target=\"c\"><data key=\"d3\">2.5E9</data></edge>"
                        + "<hyperedge><endpoint node=\"c\"/><endpoint node=\"d\"/><endpoint node=\"e\"/></hyperedge>"
                        + "<edge source=\"d\" target=\"f\"><data key=\"d77\">?</data></edge>"));
        assertThat(assetsOf(report)).isEqualTo(12);
        assertThat(warnings(report))
                .containsEntry("parallel-link", 1L)
                .containsEntry("link-to-itself", 1L)
                .containsEntry("directed-link", 1L)
                .containsEntry("link-of-many", 1L)
                .containsEntry("without-name", 2L)
                .containsEntry("name-twice", 1L)
                .containsEntry("port-left-out", 1L)
                .containsEntry("attribute-unknown", 1L)
                .containsEntry("without-place", 6L)
                .containsEntry("cut-point", 3L);
        Element directed = element(register, "my-net-1.link-e7");
        assertThat(directed.label().extras()).containsEntry("x-directed", "b → c");
        assertThat(directed.capacity()).isEqualTo(new io.holdfast.simulator.model.Amount("Mbit/s", 2500));
        assertThat(element(register, "my-net-1.link-a--b-2").label().name()).isEqualTo("Node b – Node a (2)");
        assertThat(element(register, "my-net-1.link-c--d--e").needs())
                .singleElement()
                .isInstanceOfSatisfying(
                        Need.AtLeast.class, need -> assertThat(need.atLeast()).isEqualTo(2));
        assertThat(element(register, "my-net-1.c").label().extras()).containsEntry("x-parts-without", "2");
        assertThat(element(register, "my-net-1.d").label().name()).isEqualTo("(unnamed d)");
    }

    @Test
    void aGraphThatIsDirectedThroughoutHasNoNeedsBetweenNodesEither() {
        Memory register = new Memory();
        ImportReport report = imported(register, network("directed", node("a") + node("b") + edge("a", "b")));
        assertThat(warnings(report)).containsEntry("directed-link", 1L);
        assertThat(element(register, "my-net-1.a").needs()).isEmpty();
    }

    @Test
    void readsWhatDrawingProgramsWriteAndGraphsWithinNodes() {
        Memory register = new Memory();
        ImportReport report = imported(register, """
                <graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
                  <key for="node" id="d6" yfiles.type="nodegraphics" attr.name="label"/>
                  <graph id="G"><node id="n0"><data key="d6"><y:ShapeNode><y:Fill color="#fff"/>
                    <y:NodeLabel>Core</y:NodeLabel></y:ShapeNode></data>
                    <graph id="n0:"><node id="n0::n0"/></graph></node>
                    <edge id="e0" source="n0" target="n0::n0"/></graph></graphml>""");
        assertThat(register.get().elements())
                .filteredOn(each -> "Core".equals(each.label().name()))
                .singleElement()
                .satisfies(each -> assertThat(each.id().value())
                        .as("G is what the program calls every graph")
                        .matches("network-[0-9a-f]{6}\\.n0"));
        assertThat(assetsOf(report)).isEqualTo(3);
        assertThat(warnings(report)).containsEntry("graph-within", 1L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "unknown-id | <node id='a'/><edge source='a' target='b'/> | does not have",
                "duplicate-id | <node id='a'/><node id='a'/> | twice",
                "missing-value | <node id='a'/><edge source='a'/> | target",
                "missing-value | <node/> | id",
                "missing-value | <node id='a'/><hyperedge/> | endpoint",
                "bad-coordinate | <node id='a'><data key='d1'>north</data></node> | degrees",
                "no-rows | <desc>nothing</desc> | no <node>",
                "unreadable | <node id='a'> | well-formed"
            })
    void refusesABrokenNetworkWithItsLine(String code, String body, String says) {
        Memory register = new Memory();
        assertThat(Fixtures.refused(
                        register.store(ImportFiles.ofNetwork(Fixtures.bytes(network(body))), ImportOptions.USUAL)))
                .anySatisfy(each -> {
                    assertThat(each.code()).isEqualTo(code);
                    assertThat(each.message()).contains(says);
                    assertThat(each.file()).isEqualTo("network");
                });
        assertThat(register.findModel()).isEmpty();
    }

    private static String called(String label, String body) {
        return network(body).replace("My Net 1", label);
    }

    @Test
    void networksWithoutANameInLatinLettersDoNotLieOverEachOther() {
        Memory register = new Memory();
        ImportReport north = imported(register, called("北部骨幹", node("1") + node("2")));
        ImportReport south = imported(register, called("南部骨幹", node("1") + node("2")));
        ImportReport mixed = imported(register, called("TANet 北部", node("1")));
        ImportReport other = imported(register, called("TANet 南部", node("1")));
        ImportReport bare = imported(register, called("", node("1") + node("2")));
        ImportReport second = imported(register, called("", node("1") + node("3")));
        assertThat(List.of(north, south, mixed, other, bare, second))
                .extracting(NetworkImportTest::assetsOf)
                .containsExactly(2, 2, 1, 1, 2, 2);
        assertThat(north.warnings())
                .filteredOn(each -> each.code().equals("source-made"))
                .singleElement()
                .satisfies(each -> {
                    String part = each.message().replaceFirst("(?s).*ids begin with '(.*?)\\.'.*", "$1");
                    assertThat(part).matches("network-[0-9a-f]{6}");
                    assertThat(element(register, part + ".1").label().name()).isEqualTo("Node 1");
                });
        assertThat(imported(register, called("北部骨幹", node("1") + node("2"))).changes())
                .as("the same again")
                .isFalse();
        assertThat(imported(register, called("", node("2") + node("1"))).changes())
                .as("the same nodes in another order")
                .isFalse();
    }

    @Test
    void aChosenSourceOrANameInLatinLettersNeedsNoFingerprint() {
        Memory register = new Memory();
        ImportReport chosen = Fixtures.done(register.store(
                ImportFiles.ofNetwork(Fixtures.bytes(called("北部骨幹", node("1")))), Fixtures.source("north")));
        assertThat(element(register, "north.1").kind()).isEqualTo("network");
        assertThat(warnings(chosen)).doesNotContainKey("source-made");
        assertThat(warnings(imported(register, called("Réseau", node("1"))))).doesNotContainKey("source-made");
        assertThat(element(register, "r-seau.1").kind()).isEqualTo("network");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"unit", "Imported", "connections", "group", "facts", "bia", "agreements", "reviewed", "x-unit"})
    void anAttributeWhoseKeyMeansSomethingHereIsKeptUnderAnother(String name) {
        Memory register = new Memory();
        ImportReport report = imported(
                register,
                network("<node id=\"a\"><data key=\"u\">hq</data></node>")
                        .replace("<graph ", "<key id=\"u\" for=\"node\" attr.name=\"" + name + "\"/><graph "));
        String bare = name.toLowerCase(Locale.ROOT).replaceFirst("^x-", "");
        Map<String, Object> extras = element(register, "my-net-1.a").label().extras();
        assertThat(extras).containsEntry("x-source-" + bare, "hq");
        assertThat(extras.get("x-" + bare)).isNotEqualTo("hq");
        assertThat(warnings(report)).containsEntry("attribute-renamed", 1L);
    }

    @Test
    void aColumnWhoseKeyMeansSomethingHereIsKeptUnderAnother() {
        Memory register = new Memory();
        ImportReport report = Fixtures.done(register.store(
                Fixtures.tables("id,type,Unit,rack no,rack-no\na,host,hq,1,2\n", null), ImportOptions.USUAL));
        assertThat(element(register, "csv.a").label().extras())
                .containsEntry("x-source-unit", "hq")
                .containsEntry("x-rack-no", "1")
                .doesNotContainKey("x-unit");
        assertThat(warnings(report)).containsEntry("attribute-renamed", 1L).containsEntry("attribute-twice", 1L);
    }

    @Test
    void aSecondValueOfAnAttributeIsNotLeftOutSilently() {
        Memory register = new Memory();
        ImportReport report = imported(
                register,
                network("<node id=\"a\"><data key=\"d9\">A</data><data key=\"d10\">B</data>"
                                + "<data key=\"d11\">C</data></node>")
                        .replace(
                                "<graph ",
                                "<key id=\"d10\" for=\"node\" attr.name=\"LABEL\"/>"
                                        + "<key id=\"d11\" for=\"node\" attr.name=\"name\"/><graph "));
        assertThat(element(register, "my-net-1.a").label().name()).isEqualTo("A");
        assertThat(warnings(report)).containsEntry("attribute-twice", 2L);
    }

    @Test
    void aNetworkLargerThanTheRegisterHoldsIsRefusedWhileItIsRead() {
        Report report = new Report();
        assertThat(NetworkRegister.read(Fixtures.bytes(network("<node id='a'/>".repeat(400_001))), report))
                .isEmpty();
        assertThat(report.violations()).singleElement().satisfies(each -> {
            assertThat(each.code()).isEqualTo("too-many");
            assertThat(each.message()).contains("400000");
        });
        Report keys = new Report();
        assertThat(NetworkRegister.read(
                        Fixtures.bytes("<graphml>"
                                + IntStream.rangeClosed(0, 1_000)
                                        .mapToObj(each -> "<key id='k" + each + "'><default>1</default></key>")
                                        .collect(Collectors.joining())
                                + "<graph><node id='a'/></graph></graphml>"),
                        keys))
                .isEmpty();
        assertThat(keys.violations())
                .singleElement()
                .satisfies(each -> assertThat(each.message()).contains("1000 keys"));
    }

    @Test
    void findsTheNodesThatPartARandomNetworkAsTakingEachAwayDoes() {
        Random random = new Random(20261126);
        for (int round = 0; round < 300; round++) {
            int size = 1 + random.nextInt(12);
            List<String> nodes =
                    IntStream.range(0, size).mapToObj(Integer::toString).toList();
            List<List<String>> links = new ArrayList<>();
            for (int i = random.nextInt(2 * size); i > 0; i--) {
                links.add(random.ints(random.nextInt(8) == 0 ? 3 : 2, 0, size)
                        .mapToObj(Integer::toString)
                        .toList());
            }
            NetworkShape shape = NetworkShape.of(nodes, links);
            assertThat(shape.parts()).isEqualTo(parts(nodes, links));
            Map<String, Integer> expected = nodes.stream()
                    .collect(Collectors.toMap(Function.identity(), node -> partsLeft(node, nodes, links)));
            expected.values().removeIf(left -> left < 2);
            assertThat(shape.cuts()).as("%s", links).isEqualTo(expected);
        }
    }

    /** Into how many parts what hangs together with a node falls without it. */
    private static int partsLeft(String node, List<String> nodes, List<List<String>> links) {
        Set<String> others = new HashSet<>(nodes);
        others.remove(node);
        List<List<String>> left = links.stream()
                .map(ends -> ends.stream().filter(others::contains).toList())
                .toList();
        return parts(new ArrayList<>(others), left) - parts(nodes, links) + 1;
    }

    private static int parts(List<String> nodes, List<List<String>> links) {
        Set<String> open = new HashSet<>(nodes);
        int parts = 0;
        while (!open.isEmpty()) {
            parts++;
            Set<String> reached = new HashSet<>(Set.of(open.iterator().next()));
            boolean grown = true;
            while (grown) {
                grown = links.stream()
                        .filter(ends -> ends.stream().anyMatch(reached::contains))
                        .map(reached::addAll)
                        .reduce(false, Boolean::logicalOr);
            }
            open.removeAll(reached);
        }
        return parts;
    }

    @Test
    void aDocumentTypeIsRefusedBeforeAnythingOfItIsUsed() {
        Report report = new Report();
        assertThat(NetworkRegister.read(
                        Fixtures.bytes("<!DOCTYPE graphml [<!ENTITY a 'b'>]>" + network(node("&a;"))), report))
                .isEmpty();
        assertThat(report.violations())
                .singleElement()
                .satisfies(each -> assertThat(each.code()).isEqualTo("doctype"));
    }
}
