package io.holdfast.service.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.service.exchange.Fixtures.Memory;
import io.holdfast.simulator.format.ModelWriter;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Need;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A source imported again: what it changed comes in, what people changed stays. */
class AgainTest {

    private static final String ASSETS = """
            id,type,name,parent,status,owner,capacity,note
            s1,site,Hall One,,active,Ann,,
            s2,site,Hall Two,,active,Ann,,
            r1,rack,R1,s1,active,Bob,3520 W,left
            f1,power-feed,F1,s1,active,,,
            f2,power-feed,F2,s1,active,,,
            """;
    private static final String RELATIONS = """
            from,to,kind,group,min_up
            r1,s1,located-in,,
            r1,f1,powered-by,power,1
            r1,f2,powered-by,power,1
            f1,f2,connected-to,undirected,
            """;

    private final Memory register = new Memory();

    private ImportReport store(String assets, String relations) {
        return Fixtures.done(register.store(Fixtures.tables(assets, relations), ImportOptions.USUAL));
    }

    private Element get(String id) {
        return Objects.requireNonNull(register.get().elementsById().get(Id.of(id)), id);
    }

    /** People change the model as they would through a file: the first place where the text stands. */
    private void edit(String from, String to) {
        String file = ModelWriter.toYaml(register.get());
        int at = file.indexOf(from);
        assertThat(at).as(file).isNotNegative();
        register.saveModel(Fixtures.read(file.substring(0, at) + to + file.substring(at + from.length())));
    }

    @Test
    void changesNothingTheSecondTime() {
        ImportReport first = store(ASSETS, RELATIONS);
        ContinuityModel before = register.get();
        ImportReport second = store(ASSETS, RELATIONS);
        assertThat(second.changes()).isFalse();
        assertThat(second.counts().get("assets")).isEqualTo(new ImportReport.Counts(0, 0, 5, 0));
        assertThat(second.counts().get("relations")).isEqualTo(new ImportReport.Counts(0, 0, 4, 0));
        assertThat(second.counts().get("places")).isEqualTo(new ImportReport.Counts(0, 0, 2, 0));
        assertThat(second.after()).isEqualTo(first.after());
        assertThat(register.get()).isEqualTo(before);
        assertThat(register.saves()).isEqualTo(1);
    }

    @Test
    void changesNothingTheSecondTimeForTheWholeDemo() {
        ImportFiles files = new ImportFiles(Fixtures.dump(), null, null, Fixtures.bundled("edges.csv"), null);
        Fixtures.done(register.store(files, Fixtures.overDevices("train-ticket")));
        ImportReport second = Fixtures.done(register.store(files, Fixtures.overDevices("train-ticket")));
        assertThat(second.changes()).isFalse();
        assertThat(second.counts().values()).allSatisfy(each -> {
            assertThat(each.created() + each.changed() + each.missing()).isZero();
            assertThat(each.unchanged()).isPositive();
        });
    }

    @Test
    void changesNothingWhenTheRowsComeInAnotherOrder() {
        store(ASSETS, RELATIONS);
        List<String> lines = ASSETS.lines().toList();
        String turned = lines.getFirst() + "\n"
                + String.join("\n", lines.subList(1, lines.size()).reversed()) + "\n";
        assertThat(store(turned, RELATIONS).changes()).isFalse();
    }

    @Test
    void takesOnlyTheFieldThatTheSourceChanged() {
        store(ASSETS, RELATIONS);
        edit("name: R1", "name: R1\n  names: {zh-Hant: 機櫃一}\n  tags: [east]");
        ImportReport report = store(ASSETS.replace("Bob", "Cyd").replace("3520 W", "7000 W"), RELATIONS);
        assertThat(report.counts().get("assets")).isEqualTo(new ImportReport.Counts(0, 1, 4, 0));
        assertThat(report.samples()).singleElement().satisfies(each -> {
            assertThat(each.fields()).containsExactly("capacity", "owner");
            assertThat(each.change()).isEqualTo("changed");
        });
        Element rack = get("csv.r1");
        assertThat(rack.label().owner()).isEqualTo("Cyd");
        assertThat(Objects.requireNonNull(rack.capacity()).amount()).isEqualTo(7000);
        assertThat(rack.label().names()).containsEntry("zh-Hant", "機櫃一");
        assertThat(rack.label().tags()).containsExactly("east");
        assertThat(rack.methods()).isNotEmpty();
        assertThat(report.kept()).isEmpty();
    }

    @Test
    void keepsWhatPeopleChangedWhereTheSourceDidNot() {
        store(ASSETS, RELATIONS);
        edit("name: R1", "name: Rack by the door");
        ImportReport report = store(ASSETS.replace("left", "right"), RELATIONS);
        assertThat(get("csv.r1").label().name()).isEqualTo("Rack by the door");
        assertThat(get("csv.r1").label().note()).isEqualTo("right");
        assertThat(report.kept()).isEmpty();
    }

    @Test
    void keepsWhatPeopleWroteWhereBothChangedAndSaysSo() {
        store(ASSETS, RELATIONS);
        edit("owner: Bob", "owner: Dee");
        ImportReport report = store(ASSETS.replace("Bob", "Cyd"), RELATIONS);
        assertThat(get("csv.r1").label().owner()).isEqualTo("Dee");
        assertThat(report.kept()).containsExactly(new ImportReport.Kept("csv.r1", "owner", "Dee", "Cyd"));
        assertThat(store(ASSETS.replace("Bob", "Cyd"), RELATIONS).kept()).isEmpty();
    }

    @Test
    void keepsRecoveryThatPeopleChanged() {
        store(ASSETS, RELATIONS);
        ContinuityModel model = register.get();
        register.saveModel(new ContinuityModel(
                model.label(),
                model.currency(),
                model.timeZone(),
                model.sites(),
                model.teams(),
                model.contacts(),
                model.elements().stream()
                        .map(each -> each.id().equals(Id.of("csv.r1")) ? withoutMethods(each) : each)
                        .toList(),
                model.plans(),
                model.scenarios(),
                model.drills()));
        store(ASSETS.replace("Bob", "Cyd"), RELATIONS);
        assertThat(get("csv.r1").methods()).isEmpty();
    }

    private static Element withoutMethods(Element each) {
        return Element.asset(each.id().value(), each.kind())
                .label(each.label())
                .site(each.site())
                .capacity(each.capacity())
                .needs(each.needs())
                .build();
    }

    @Test
    void followsANeedThatMovedAndKeepsTheOnePeopleAdded() {
        store(ASSETS, RELATIONS);
        edit(
                "  - of:\n    - csv.s1\n    x-relation: located-in",
                "  - of:\n    - csv.s1\n    x-relation: located-in\n  - csv.s2");
        assertThat(needsOf("csv.r1")).contains("csv.s2");
        ImportReport report = store(ASSETS, RELATIONS.replace("r1,f2,powered-by,power,1\n", ""));
        assertThat(needsOf("csv.r1")).contains("csv.s1", "csv.s2", "csv.f1").doesNotContain("csv.f2");
        assertThat(report.counts().get("relations")).isEqualTo(new ImportReport.Counts(0, 0, 3, 1));
    }

    private List<String> needsOf(String id) {
        return get(id).needs().stream().flatMap(Need::elements).map(Id::value).toList();
    }

    @Test
    void keepsWhatPeopleSayAboutAnImportedNeed() {
        store(ASSETS, RELATIONS);
        edit(
                "    - csv.f2\n    x-relation: powered-by",
                "    - csv.f2\n    holdsFor: 0.25\n    x-relation: powered-by");
        assertThat(store(ASSETS.replace("Bob", "Cyd"), RELATIONS).changes()).isTrue();
        assertThat(get("csv.r1").needs().stream().map(each -> each.terms().holdsFor()))
                .anyMatch(Objects::nonNull);
    }

    @Test
    void reportsWhatIsGoneAndRemovesItOnlyOnDemand() {
        store(ASSETS, RELATIONS);
        String without = ASSETS.replace("s2,site,Hall Two,,active,Ann,,\n", "");
        ImportReport kept = store(without, RELATIONS);
        assertThat(kept.counts().get("assets")).isEqualTo(new ImportReport.Counts(0, 0, 4, 1));
        assertThat(kept.missing())
                .singleElement()
                .satisfies(each -> assertThat(each.id()).isEqualTo("csv.s2"));
        assertThat(kept.changes()).isFalse();
        assertThat(register.get().elementsById()).containsKey(Id.of("csv.s2"));
        ImportOptions remove = new ImportOptions(null, null, null, null, null, null, true, null, null);
        Fixtures.done(register.store(Fixtures.tables(without, RELATIONS), remove));
        assertThat(register.get().elementsById()).doesNotContainKey(Id.of("csv.s2"));
        assertThat(register.get().sites()).hasSize(1);
    }

    @Test
    void refusesToRemoveWhatSomethingElseNeeds() {
        store(ASSETS, RELATIONS);
        Fixtures.done(register.store(
                Fixtures.modelFile("holdfast: 1\nservices:\n- {id: web, needs: [csv.s2]}\n"), ImportOptions.USUAL));
        ContinuityModel before = register.get();
        String without = ASSETS.replace("s2,site,Hall Two,,active,Ann,,\n", "");
        ImportOptions remove = new ImportOptions(null, null, null, null, null, null, true, null, null);
        assertThat(Fixtures.refused(register.store(Fixtures.tables(without, RELATIONS), remove)))
                .singleElement()
                .satisfies(each -> assertThat(each.message()).contains("csv.s2"));
        assertThat(register.get()).isEqualTo(before);
    }

    @Test
    void tellsKeysApartThatComeToTheSameId() {
        String assets = "id,type,name\na b,rack,One\nA-b,rack,Two\na-b,rack,Three\n機房,site,甲\n機櫃,site,乙\n";
        ImportReport report = Fixtures.done(register.store(Fixtures.tables(assets, null), ImportOptions.USUAL));
        assertThat(get("csv.a-b").label().externalKey()).isEqualTo("a-b");
        assertThat(register.get().elements()).hasSize(5);
        assertThat(register.get().elements().stream().map(Element::id).distinct())
                .hasSize(5);
        assertThat(report.warnings()).anySatisfy(each -> {
            assertThat(each.code()).isEqualTo("id-changed");
            assertThat(each.count()).isEqualTo(4);
        });
        String turned = "id,type,name\n機櫃,site,乙\nA-b,rack,Two\na-b,rack,Three\n機房,site,甲\na b,rack,One\n";
        assertThat(Fixtures.done(register.store(Fixtures.tables(turned, null), ImportOptions.USUAL))
                        .changes())
                .isFalse();
    }

    @Test
    void givesWayToAnIdThatPeopleUse() {
        register.saveModel(Fixtures.read("holdfast: 1\nassets:\n- {id: csv.r1, kind: host}\n"));
        Fixtures.done(register.store(Fixtures.tables("id,type\nr1,rack\n", null), ImportOptions.USUAL));
        assertThat(get("csv.r1").kind()).isEqualTo("host");
        Optional<Element> imported = register.get().elements().stream()
                .filter(each -> "r1".equals(each.label().externalKey()))
                .findFirst();
        assertThat(imported)
                .hasValueSatisfying(each -> assertThat(each.id().value()).matches("csv\\.r1-[0-9a-f]{6}"));
    }

    @Test
    void storesNothingForAPreview() {
        ImportReport preview = Fixtures.done(register.preview(Fixtures.tables(ASSETS, RELATIONS), ImportOptions.USUAL));
        assertThat(preview.stored()).isFalse();
        assertThat(preview.before()).isEqualTo(Planner.EMPTY);
        assertThat(register.saves()).isZero();
        assertThat(store(ASSETS, RELATIONS).after()).isEqualTo(preview.after());
    }

    @Test
    void keepsFurtherColumnsAndReadsAnyUsualTable() {
        String assets = "\uFEFFName;Type;ID;Asset Tag\r\n\"Hall; \"\"A\"\"\nleft\";site;s1;T-1\r\n\"\";rack;r1;\r\n";
        Fixtures.done(register.store(Fixtures.tables(assets, null), ImportOptions.USUAL));
        assertThat(get("csv.s1").label().name()).isEqualTo("Hall; \"A\"\nleft");
        assertThat(get("csv.s1").label().extras()).containsEntry("x-asset-tag", "T-1");
        assertThat(get("csv.r1").label().name()).isEqualTo("r1");
    }

    /** Libraries that read YAML stop at 3 MiB unless they are told. */
    @ParameterizedTest
    @ValueSource(strings = {"csv.s1", "own"})
    void aLargeModelFileIsMergedWhetherItStandsAloneOrNot(String hit) {
        store(ASSETS, RELATIONS);
        StringBuilder notes =
                new StringBuilder(); // many, as the library's time grows with the square of one text's length
        for (int i = 0; i < 64; i++) {
            notes.append(", x-note-").append(i).append(": ").append("n".repeat(64 << 10));
        }
        String large = """
                holdfast: 1
                assets:
                - {id: own, kind: host}
                scenarios:
                - {id: large, hits: [{of: [%s], state: destroyed}]%s}
                """.formatted(hit, notes);
        ImportReport merged = Fixtures.done(register.store(Fixtures.modelFile(large), ImportOptions.USUAL));
        assertThat(merged.counts().get("scenarios")).isEqualTo(new ImportReport.Counts(1, 0, 0, 0));
        assertThat(merged.counts().get("assets")).isEqualTo(new ImportReport.Counts(1, 0, 5, 0));
    }

    @Test
    void mergesAModelFileEntryByEntryAndReplacesWhole() {
        store(ASSETS, RELATIONS);
        String scenario = """
                holdfast: 1
                name: Ours
                scenarios:
                - {id: lost, hits: [{of: [csv.s1], state: destroyed}]}
                """;
        ImportReport merged = Fixtures.done(register.store(Fixtures.modelFile(scenario), ImportOptions.USUAL));
        assertThat(merged.counts().get("scenarios")).isEqualTo(new ImportReport.Counts(1, 0, 0, 0));
        assertThat(merged.counts().get("assets")).isEqualTo(new ImportReport.Counts(0, 0, 5, 0));
        assertThat(register.get().label().name()).isEqualTo("Ours");
        ImportOptions replace = new ImportOptions(null, null, null, null, null, null, null, "replace", null);
        assertThat(Fixtures.refused(register.store(Fixtures.modelFile(scenario), replace)))
                .isNotEmpty();
        Fixtures.done(register.store(Fixtures.modelFile("holdfast: 1\nassets:\n- {id: only, kind: host}\n"), replace));
        assertThat(Stream.of("only"))
                .containsExactlyElementsOf(register.get().elements().stream()
                        .map(each -> each.id().value())
                        .toList());
    }
}
