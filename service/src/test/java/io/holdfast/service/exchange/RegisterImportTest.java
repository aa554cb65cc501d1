package io.holdfast.service.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.service.exchange.Fixtures.Memory;
import io.holdfast.service.exchange.internal.ImportedRegister;
import io.holdfast.service.exchange.internal.NetboxRegister;
import io.holdfast.service.exchange.internal.RegisterCsv;
import io.holdfast.service.exchange.internal.RelationRow;
import io.holdfast.service.exchange.internal.Report;
import io.holdfast.service.register.NeedGraph;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.ElementType;
import io.holdfast.simulator.model.Evidence;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Need;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegisterImportTest {

    private static final byte[] ASSETS = Fixtures.bundled("assets.csv");
    private static final byte[] RELATIONS = Fixtures.bundled("relations.csv");
    private static final byte[] EDGES = Fixtures.bundled("edges.csv");

    private static ImportedRegister fromDump(byte[] dump) {
        Report report = new Report();
        ImportedRegister register = NetboxRegister.read(dump, report).orElse(null);
        assertThat(report.violations()).isEmpty();
        return java.util.Objects.requireNonNull(register);
    }

    private static ImportedRegister fromTables() {
        Report report = new Report();
        ImportedRegister register = RegisterCsv.read(ASSETS, RELATIONS, report).orElse(null);
        assertThat(report.violations()).isEmpty();
        return java.util.Objects.requireNonNull(register);
    }

    private static List<String> relations(ImportedRegister register) {
        return register.relations().stream()
                .map(each -> String.join(
                        "|", each.from(), each.to(), each.kind(), each.group(), String.valueOf(each.minUp())))
                .sorted()
                .toList();
    }

    @Test
    void findsTheSameRelationsInTheDumpAsInTheTable() {
        ImportedRegister dump = fromDump(Fixtures.dump());
        assertThat(dump.relations()).hasSize(547);
        assertThat(dump.relations().stream().filter(RelationRow::isCable)).hasSize(54);
        assertThat(relations(dump)).isEqualTo(relations(fromTables()));
    }

    @Test
    void makesTheSameModelOfTheDumpAndOfTheTables() {
        Memory first = new Memory();
        ImportReport dump = Fixtures.done(first.store(Fixtures.dumpFiles(Fixtures.dump()), ImportOptions.USUAL));
        Memory second = new Memory();
        ImportReport tables = Fixtures.done(
                second.store(new ImportFiles(null, ASSETS, RELATIONS, null, null), Fixtures.source("netbox")));
        assertThat(dump.counts().get("assets")).isEqualTo(new ImportReport.Counts(515, 0, 0, 0));
        assertThat(dump.counts().get("relations")).isEqualTo(new ImportReport.Counts(547, 0, 0, 0));
        assertThat(dump.counts().get("places")).isEqualTo(new ImportReport.Counts(24, 0, 0, 0));
        assertThat(first.get()).isEqualTo(second.get());
        assertThat(dump.after()).isEqualTo(tables.after());
        assertThat(first.get().elements()).hasSize(515);
        assertThat(first.get().sites()).hasSize(24);
    }

    @Test
    void givesEveryRoleTheKindThatWasChosenForIt() {
        Memory register = new Memory();
        ImportReport report = Fixtures.done(register.store(
                Fixtures.dumpFiles(Fixtures.dump()),
                ImportOptions.ofKinds(
                        java.util.Map.of("Core Switch", "network", "virtual-machine", "host", "PDU", " "))));
        int switches = java.util.Objects.requireNonNull(report.roles().get("Core Switch"));
        assertThat(switches).isPositive();
        List<Element> elements = register.get().elements();
        assertThat(elements.stream().filter(each -> each.kind().equals("network")))
                .hasSize(switches);
        assertThat(elements.stream().filter(each -> each.kind().equals("host"))).hasSize(180);
        assertThat(elements.stream().filter(each -> each.kind().equals("device")))
                .hasSize(72 - switches);
        assertThat(elements).hasSize(515);
    }

    @Test
    void keepsTheBundledDumpAsItWasPublished() throws IOException {
        String data = System.getenv("HOLDFAST_DATA");
        Assumptions.assumeTrue(data != null, "HOLDFAST_DATA is not set");
        Path netbox = Path.of(String.valueOf(data), "netbox");
        assertThat(Files.readAllBytes(netbox.resolve("netbox-demo.json"))).isEqualTo(Fixtures.dump());
        assertThat(Files.readAllBytes(netbox.resolve("assets.csv"))).isEqualTo(ASSETS);
        assertThat(Files.readAllBytes(netbox.resolve("relations.csv"))).isEqualTo(RELATIONS);
        assertThat(Files.readAllBytes(Path.of(String.valueOf(data), "microservices", "edges.csv")))
                .isEqualTo(EDGES);
    }

    private static Memory withTrainTicket() {
        Memory register = new Memory();
        ImportReport report = Fixtures.done(register.store(
                new ImportFiles(Fixtures.dump(), null, null, EDGES, null), Fixtures.overDevices("train-ticket")));
        assertThat(report.counts().get("services")).isEqualTo(new ImportReport.Counts(39, 0, 0, 0));
        assertThat(report.counts().get("calls")).isEqualTo(new ImportReport.Counts(93, 0, 0, 0));
        assertThat(report.counts().get("placements")).isEqualTo(new ImportReport.Counts(39, 0, 0, 0));
        return register;
    }

    @ParameterizedTest
    @CsvSource({"provider:9, NCSU Facilities, 116", "site:21, MDF, 100", "location:1, Row 1, 22"})
    void losesAsManyDependantsAsTheRulesOfTheTableSay(String key, String name, int dependants) {
        Memory register = new Memory();
        Fixtures.done(register.store(Fixtures.dumpFiles(Fixtures.dump()), ImportOptions.USUAL));
        Id lost = Id.imported("netbox", key);
        assertThat(register.get().elementsById().get(lost))
                .isNotNull()
                .satisfies(each -> assertThat(each.label().name()).isEqualTo(name));
        Set<Id> down = NeedGraph.of(register.get()).dependantsLostWith(Set.of(lost));
        assertThat(down).hasSize(dependants);
        Set<Id> walked = new IndependentWalk(RELATIONS)
                .lostWith(key).stream().map(each -> Id.imported("netbox", each)).collect(Collectors.toSet());
        assertThat(down).containsExactlyInAnyOrderElementsOf(walked);
    }

    @ParameterizedTest
    @CsvSource({"site:21", "provider:9", "location:1", "rack:1", "device:27", "site:2", "device:1"})
    void takesTheSameServicesDownAsAWalkOverTheLines(String key) {
        Memory register = withTrainTicket();
        IndependentWalk walk = new IndependentWalk(RELATIONS);
        walk.overlay(EDGES, "train-ticket", ASSETS);
        Set<String> down = NeedGraph.of(register.get()).dependantsLostWith(Set.of(Id.imported("netbox", key))).stream()
                .map(id -> java.util.Objects.requireNonNull(
                        register.get().elementsById().get(id)))
                .filter(each -> each.type() == ElementType.SERVICE)
                .map(each -> String.valueOf(each.label().externalKey()))
                .collect(Collectors.toSet());
        assertThat(down).isEqualTo(walk.servicesLostWith(key));
    }

    @ParameterizedTest
    @CsvSource({"online-boutique, 13, 17", "dsb-hotel, 23, 22", "train-ticket, 39, 93"})
    void readsEverySystemOfTheCallGraph(String system, int services, int calls) {
        Memory register = new Memory();
        ImportReport report = Fixtures.done(register.store(
                new ImportFiles(null, null, null, EDGES, null),
                new ImportOptions(null, system, null, null, null, null, null, null, null)));
        assertThat(report.counts().get("services")).isEqualTo(new ImportReport.Counts(services, 0, 0, 0));
        assertThat(report.counts().get("calls")).isEqualTo(new ImportReport.Counts(calls, 0, 0, 0));
        assertThat(report.counts()).doesNotContainKey("placements");
        assertThat(register.get().elements())
                .allSatisfy(each -> assertThat(each.id().value()).startsWith(system + "."));
    }

    @Test
    void keepsARingOfCalls() {
        Memory register = withTrainTicket();
        NeedGraph graph = NeedGraph.of(register.get());
        Id travel = Id.of("train-ticket.ts-travel-service");
        Id seat = Id.of("train-ticket.ts-seat-service");
        assertThat(graph.needsOf(travel)).contains(seat);
        assertThat(graph.needsOf(seat)).contains(travel);
    }

    @Test
    void saysOfEveryDefaultThatItIsOne() {
        Memory register = withTrainTicket();
        for (Element element : register.get().elements()) {
            assertThat(element.methods()).allSatisfy(method -> {
                assertThat(method.duration().provenance().evidence()).isEqualTo(Evidence.DEFAULT);
                assertThat(method.duration().provenance().source()).startsWith("import default");
            });
            assertThat(element.methods().isEmpty())
                    .as("kind %s", element.kind())
                    .isEqualTo(element.kind().equals("region"));
            if (element.type() == ElementType.SERVICE) {
                assertThat(element.tier()).isEqualTo(3);
                assertThat(element.objectives().rtoHours()).isEqualTo(24);
                assertThat(element.label().extras()).containsEntry("x-defaults", List.of("tier", "objectives"));
            }
        }
    }

    @Test
    void fillsNothingInWhereTheDefaultsAreSwitchedOff() {
        Memory register = new Memory();
        ImportOptions bare =
                new ImportOptions(null, "train-ticket", "device", Set.of("rack"), false, null, null, null, null);
        Fixtures.done(register.store(new ImportFiles(Fixtures.dump(), null, null, EDGES, null), bare));
        for (Element element : register.get().elements()) {
            assertThat(element.methods().isEmpty()).isEqualTo(!element.kind().equals("rack"));
            assertThat(element.tier()).isNull();
        }
    }

    @Test
    void placesEveryAssetAtTheSiteInWhichItLies() {
        Memory register = new Memory();
        Fixtures.done(register.store(Fixtures.dumpFiles(Fixtures.dump()), ImportOptions.USUAL));
        Element core =
                java.util.Objects.requireNonNull(register.get().elementsById().get(Id.of("netbox.device-96")));
        assertThat(core.site()).isEqualTo(Id.of("netbox.site-21.place"));
        assertThat(core.label().externalKey()).isEqualTo("device:96");
        assertThat(core.label().owner()).isEqualTo("NC State University");
        assertThat(core.label().extras()).containsEntry("x-role", "Core Switch").containsEntry("x-model", "EX9214");
        assertThat(core.needs().stream().flatMap(Need::elements)).contains(Id.of("netbox.rack-16"));
    }
}
