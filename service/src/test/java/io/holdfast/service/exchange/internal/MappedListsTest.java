package io.holdfast.service.exchange.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.service.exchange.ImportViolation;
import io.holdfast.service.exchange.MappedTable.FoundColumn;
import io.holdfast.service.exchange.Mapping;
import io.holdfast.service.exchange.Mapping.Column;
import io.holdfast.service.register.Section;
import io.holdfast.simulator.format.ModelReader;
import io.holdfast.simulator.format.ReadOutcome;
import io.holdfast.simulator.model.ContinuityModel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables as planners have them, by what their headings say and by what a person says of them. */
class MappedListsTest {

    private static final ContinuityModel MODEL = model("""
            holdfast: 1
            sites: [{id: tpe, name: Taipei, names: {zh-Hant: 台北機房}, lat: 25, lon: 121}]
            assets:
            - {id: table.db-1, kind: database, name: Orders DB, externalKey: DB-1, owner: dba, tags: [gold]}
            - {id: web, kind: application, name: Web}
            - {id: web-2, kind: application, name: Web}
            processes:
            - {id: sell, name: Sell, names: {zh-Hant: 銷售}, needs: [web, {atLeast: 1, of: [web-2, table.db-1]}]}
            """);

    private static ContinuityModel model(String yaml) {
        return switch (ModelReader.read(yaml.getBytes(StandardCharsets.UTF_8))) {
            case ReadOutcome.Read read -> read.model();
            case ReadOutcome.Refused refused -> throw new AssertionError(refused.violations());
        };
    }

    private static Sheet sheet(String... lines) {
        Report report = new Report();
        Sheet sheet = SheetReader.read(String.join("\n", lines).getBytes(StandardCharsets.UTF_8), "file", report)
                .orElse(null);
        assertThat(report.violations()).isEmpty();
        return Objects.requireNonNull(sheet);
    }

    private static Mapping mapping(String of, Column... columns) {
        return new Mapping(of, null, List.of(columns), Map.of());
    }

    private static Column column(String heading, String field) {
        return new Column(heading, field, null, Map.of());
    }

    private static Sheet mapped(Sheet table, Mapping mapping, Section section) {
        Report report = new Report();
        MappingCheck.check(mapping, report);
        MappedLists lists = MappedLists.of(table, mapping, MODEL, report);
        assertThat(report.violations()).isEmpty();
        return Objects.requireNonNull(lists.tables().get(section));
    }

    private static List<ImportViolation> wrong(Sheet table, Mapping mapping) {
        Report report = new Report();
        MappedLists.of(table, mapping, MODEL, report);
        return MappedLists.inWordsOf(mapping, report.violations());
    }

    private static List<String> fields(Sheet table) {
        List<String> fields = new ArrayList<>();
        MappingProposal.of(table, null).columns().forEach(each -> fields.add(String.valueOf(each.field())));
        return fields;
    }

    @Test
    void proposesAMappingByChineseHeadingsWithTheirUnits() {
        Sheet table = sheet(
                "流程編號,流程名稱,負責單位,最大可容忍中斷時間(小時),復原時間目標（分鐘）,資料復原點目標(天),相依系統,重要等級,備註,顏色",
                "P1,帳務,財務部,24,240,1,Orders DB,1,月底,紅");
        Mapping proposed = MappingProposal.of(table, null);
        assertThat(proposed.of()).isEqualTo("processes");
        assertThat(fields(table))
                .containsExactly(
                        "externalKey",
                        "name",
                        "owner",
                        "objectives.mtpd",
                        "objectives.rto",
                        "objectives.rpo",
                        "needs",
                        "tier",
                        "note",
                        "null");
        assertThat(proposed.columns().stream().map(Column::unit)).containsSubsequence("h", "min", "d");
        Sheet lists = mapped(table, proposed, Section.PROCESS);
        Sheet.Row row = lists.rows().getFirst();
        assertThat(row.cell("id")).isEqualTo("table.p1");
        assertThat(row.cell("objectives.mtpd")).isEqualTo("24");
        assertThat(row.cell("objectives.rto")).isEqualTo("4");
        assertThat(row.cell("objectives.rpo")).isEqualTo("24");
        assertThat(row.cell("needs")).isEqualTo("table.db-1");
        assertThat(row.cell("tier")).isEqualTo("1");
        assertThat(row.number()).isEqualTo(2);
    }

    @Test
    void proposesAMappingByEnglishHeadingsAndTheKindsOfValues() {
        Sheet table =
                sheet("Asset ID,Asset name,Type,Location,Owner,Depends on", "A1,Web,AP,Taipei,ops,", "A2,Db,DB,,,A1");
        Mapping proposed = MappingProposal.of(table, null);
        assertThat(proposed.of()).isEqualTo("assets");
        assertThat(fields(table)).containsExactly("externalKey", "name", "kind", "site", "owner", "needs");
        assertThat(proposed.columns().get(2).values())
                .containsOnly(Map.entry("AP", "application"), Map.entry("DB", "database"));
        Sheet lists = mapped(table, proposed, Section.ASSET);
        assertThat(lists.rows().getFirst().cell("kind")).isEqualTo("application");
        assertThat(lists.rows().getFirst().cell("site")).isEqualTo("tpe");
        assertThat(lists.rows().getLast().cell("needs"))
                .as("a row of the same table, by its key")
                .isEqualTo("table.a1");
        assertThat(MappingProposal.columns(table).get(2)).isEqualTo(new FoundColumn("Type", 2, 2, List.of("AP", "DB")));
    }

    @Test
    void seesTablesOfRelations() {
        assertThat(MappingProposal.of(sheet("來源,目的,關係", "web,table.db-1,calls"), null)
                        .of())
                .isEqualTo(Mapping.RELATIONS);
        assertThat(MappingProposal.of(sheet("From,To", "web,table.db-1"), null).columns().stream()
                        .map(Column::field))
                .containsExactly("from", "to");
    }

    @Test
    @Tag("row:M1")
    void aRowIsTheEntryOfItsKeyAndWhatItLeavesEmptyStays() {
        Sheet table = sheet("編號,名稱,種類,擁有者", "DB-1,Orders,,", "DB-2,Stock,database,ops");
        Sheet lists = mapped(
                table,
                mapping(
                        "assets",
                        column("編號", "externalKey"),
                        column("名稱", "name"),
                        column("種類", "kind"),
                        column("擁有者", "owner")),
                Section.ASSET);
        assertThat(lists.rows().getFirst().cells())
                .containsEntry("id", "table.db-1")
                .containsEntry("name", "Orders")
                .containsEntry("kind", "database")
                .containsEntry("owner", "dba");
        assertThat(lists.rows().getLast().cell("id")).isEqualTo("table.db-2");
        assertThat(lists.rows().getLast().cell("externalKey")).isEqualTo("DB-2");
    }

    @Test
    @Tag("row:M1")
    void twoRowsOfOneKeyAreRefusedWithBothRows() {
        List<ImportViolation> violations = wrong(
                sheet("編號,類別", "A,host", "A,host"),
                mapping("assets", column("編號", "externalKey"), column("類別", "kind")));
        assertThat(violations).singleElement().satisfies(each -> {
            assertThat(each.code()).isEqualTo("duplicate-id");
            assertThat(each.row()).isEqualTo(3);
            assertThat(each.column()).isEqualTo("編號");
            assertThat(each.message()).contains("Row 2");
        });
    }

    @Test
    void aRowWithoutAKeyIsTheOneOfItsNameElseANewOneOfThatName() {
        Sheet table = sheet("流程,RTO", "銷售,8", "Pay wages,4", "帳務,4", "客服,4");
        Sheet lists = mapped(
                table, mapping("processes", column("流程", "name"), column("RTO", "objectives.rto")), Section.PROCESS);
        List<String> ids = lists.rows().stream().map(row -> row.cell("id")).toList();
        assertThat(ids.subList(0, 2)).containsExactly("sell", "table.pay-wages");
        assertThat(ids.get(2)).matches("table\\.process-[0-9a-f]{6}");
        assertThat(ids.get(3)).matches("table\\.process-[0-9a-f]{6}").isNotEqualTo(ids.get(2));
    }

    @Test
    @Tag("row:M2")
    void needsByNameKeepWhatSaysMoreThanAnId() {
        Mapping mapping = mapping("processes", column("p", "id"), column("n", "needs"));
        assertThat(mapped(sheet("p,n", "sell,Orders DB"), mapping, Section.PROCESS)
                        .rows()
                        .getFirst()
                        .cell("needs"))
                .as("a member of alternatives is needed already; the plain need is no longer said")
                .isEqualTo("[{\"atLeast\":1,\"of\":[\"web-2\",\"table.db-1\"]}]");
    }

    @Test
    @Tag("row:M2")
    void relationsAddToWhatIsNeededAndGroupsAreAlternatives() {
        Mapping mapping = mapping(
                Mapping.RELATIONS,
                column("from", "from"),
                column("to", "to"),
                column("kind", "relation"),
                column("group", "group"));
        Sheet table = sheet(
                "from,to,kind,group",
                "sell,web,,",
                "銷售,table.db-1,,",
                "web,table.db-1,calls,",
                "web-2,web,,g",
                "web-2,table.db-1,,g");
        Report report = new Report();
        MappedLists lists = MappedLists.of(table, mapping, MODEL, report);
        assertThat(report.violations()).isEmpty();
        assertThat(lists.tables().keySet()).containsExactlyInAnyOrder(Section.ASSET, Section.PROCESS);
        Map<String, String> needs = new java.util.LinkedHashMap<>();
        lists.tables()
                .values()
                .forEach(each -> each.rows().forEach(row -> needs.put(row.cell("id"), row.cell("needs"))));
        assertThat(needs)
                .containsEntry("sell", "[\"web\",{\"atLeast\":1,\"of\":[\"web-2\",\"table.db-1\"]}]")
                .containsEntry("web", "[{\"of\":[\"table.db-1\"],\"x-relation\":\"calls\"}]")
                .containsEntry("web-2", "[{\"atLeast\":1,\"of\":[\"web\",\"table.db-1\"],\"x-group\":\"g\"}]");
    }

    @Test
    void valuesAreTranslatedDefaultsFillInAndColumnsLeftOutAreTold() {
        Mapping mapping = new Mapping(
                "assets",
                "cmdb",
                List.of(
                        column("名稱", "name"),
                        new Column("等級", "tier", null, Map.of("高", "1", "n/a", "")),
                        new Column("標籤", "tags", null, Map.of()),
                        column("容量", "capacity")),
                Map.of("kind", "host", "tier", "3"));
        Sheet table = sheet("名稱,等級,標籤,容量,其他", "A,高,\"a、b; c\",\"1,200 tps\",x", "B,N/A,,,");
        Report report = new Report();
        MappedLists lists = MappedLists.of(table, mapping, MODEL, report);
        assertThat(report.violations()).isEmpty();
        List<Sheet.Row> rows =
                Objects.requireNonNull(lists.tables().get(Section.ASSET)).rows();
        assertThat(rows.getFirst().cells())
                .containsEntry("id", "cmdb.a")
                .containsEntry("tier", "1")
                .containsEntry("kind", "host")
                .containsEntry("tags", "a; b; c")
                .containsEntry("capacity.unit", "tps");
        assertThat(rows.getLast().cells()).containsEntry("tier", "3").containsEntry("kind", "host");
        assertThat(report.warnings()).singleElement().satisfies(each -> {
            assertThat(each.code()).isEqualTo("column-left-out");
            assertThat(each.message()).contains("其他");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bad-value | RTO | objectives.rto | soon",
                "bad-value | 等級 | tier | 高",
                "bad-value | MBCO | objectives.mbco | half",
                "unknown-id | 相依 | needs | Ordrs DB",
                "ambiguous-name | 相依 | needs | Web",
                "unknown-id | 地點 | site | Kaohsiung"
            })
    void saysInWhichRowAndColumnOfTheTableAValueCannotBeRead(String code, String heading, String field, String value) {
        List<ImportViolation> violations = wrong(
                sheet("名稱," + heading, "A," + value),
                mapping("processes", column("名稱", "name"), column(heading, field)));
        assertThat(violations).singleElement().satisfies(each -> {
            assertThat(each.code()).isEqualTo(code);
            assertThat(each.row()).isEqualTo(2);
            assertThat(each.column()).isEqualTo(heading);
            assertThat(each.value()).isEqualTo(value);
        });
    }

    private static final ContinuityModel ALTERNATIVES = model("""
            holdfast: 1
            assets:
            - {id: a, kind: host}
            - {id: b, kind: host}
            - {id: c, kind: host}
            processes:
            - {id: sell, needs: [{atLeast: 2, of: [a, b], x-group: g}]}
            """);

    private static final List<Column> WITH_COUNT =
            List.of(column("from", "from"), column("to", "to"), column("group", "group"), column("at least", "minUp"));

    private static String needsOf(Sheet table, Mapping mapping) {
        Report report = new Report();
        MappedLists lists = MappedLists.of(table, mapping, ALTERNATIVES, report);
        assertThat(report.violations()).isEmpty();
        return lists.tables().values().stream()
                .flatMap(each -> each.rows().stream())
                .map(each -> each.cell("needs"))
                .collect(java.util.stream.Collectors.joining());
    }

    @ParameterizedTest
    @Tag("row:M2")
    @CsvSource(
            delimiter = '|',
            value = {
                "2 / / | | 2",
                "/ ２ / 2 | | 2",
                "/ / | | 1",
                "/ / | 2 | 2",
                "/ 1 / | 2 | 1",
            })
    void howManyOfNewAlternativesMustBeUpIsWhatOneOfTheirRowsSays(String counts, String usual, int least) {
        String[] said = counts.split("/", -1);
        String[] lines = new String[said.length + 1];
        lines[0] = "from,to,group,at least";
        for (int i = 0; i < said.length; i++) {
            lines[i + 1] = "a," + List.of("b", "c", "sell").get(i) + ",new," + said[i].strip();
        }
        Map<String, String> usually = usual == null ? Map.of() : Map.of("minUp", usual);
        assertThat(needsOf(sheet(lines), new Mapping(Mapping.RELATIONS, null, WITH_COUNT, usually)))
                .startsWith("[{\"atLeast\":" + least + ",");
    }

    @Test
    @Tag("row:M2")
    void alternativesThatAreStoredAreWeakenedOnlyByARowThatSaysANumber() {
        Mapping without = new Mapping(Mapping.RELATIONS, null, WITH_COUNT.subList(0, 3), Map.of());
        Mapping usually = new Mapping(Mapping.RELATIONS, null, WITH_COUNT, Map.of("minUp", "1"));
        Mapping with = new Mapping(Mapping.RELATIONS, null, WITH_COUNT, Map.of());
        String kept = "[{\"atLeast\":2,\"of\":[\"a\",\"b\",\"c\"],\"x-group\":\"g\"}]";
        assertThat(needsOf(sheet("from,to,group", "sell,c,g"), without)).isEqualTo(kept);
        assertThat(needsOf(sheet("from,to,group,at least", "sell,c,g,"), usually))
                .isEqualTo(kept);
        assertThat(needsOf(sheet("from,to,group,at least", "sell,c,g,1"), with)).contains("\"atLeast\":1");
    }

    @Test
    @Tag("row:M2")
    void rowsOfOneGroupWithDifferentNumbersAreRefusedByRowAndColumn() {
        List<ImportViolation> violations = wrong(
                sheet("from,to,group,at least", "web-2,web,g,1", "web-2,table.db-1,g,", "web-2,sell,g,2"),
                new Mapping(Mapping.RELATIONS, null, WITH_COUNT, Map.of()));
        assertThat(violations).singleElement().satisfies(each -> {
            assertThat(each.code()).isEqualTo("bad-min-up");
            assertThat(each.row()).isEqualTo(4);
            assertThat(each.column()).isEqualTo("at least");
            assertThat(each.message()).contains("Row 2", "1", "2");
        });
    }

    @ParameterizedTest
    @Tag("row:M1")
    @CsvSource({
        "sites, table.s1, S1",
        "teams, table.t1, T1",
        "contacts, table.c1, C1",
        "assets, table.a1, A1",
        "services, table.v1, V1",
        "processes, table.p1, P1",
        "plans, table.r1, R1",
        "scenarios, table.x1, X1",
        "drills, table.d1, D1"
    })
    void aRowIsTheEntryOfItsKeyInEveryList(String list, String id, String key) {
        ContinuityModel stored = model("""
                holdfast: 1
                sites: [{id: table.s1, externalKey: S1, name: Old}]
                teams: [{id: table.t1, size: 1, externalKey: T1, name: Old}]
                contacts: [{id: table.c1, externalKey: C1, name: Old, team: table.t1}]
                assets: [{id: table.a1, kind: host, externalKey: A1, name: Old}]
                services: [{id: table.v1, externalKey: V1, name: Old}]
                processes: [{id: table.p1, externalKey: P1, name: Old}]
                plans: [{id: table.r1, externalKey: R1, name: Old, covers: [table.p1]}]
                scenarios: [{id: table.x1, externalKey: X1, name: Old, hits: [{sites: [table.s1], state: damaged}]}]
                drills: [{id: table.d1, externalKey: D1, name: Old, scenario: table.x1}]
                """);
        Report report = new Report();
        MappedLists lists = MappedLists.of(
                sheet("key,name", key + ",New"),
                mapping(list, column("key", "externalKey"), column("name", "name")),
                stored,
                report);
        assertThat(report.violations()).isEmpty();
        assertThat(report.warnings()).isEmpty();
        assertThat(lists.rows()).singleElement().satisfies(each -> {
            assertThat(each.id()).isEqualTo(id);
            assertThat(each.isNew()).isFalse();
        });
    }

    @Test
    @Tag("row:M1")
    void aKeyOfOneListIsNotTheEntryOfAnother() {
        Report report = new Report();
        MappedLists lists = MappedLists.of(
                sheet("key,name", "DB-1,Orders"),
                mapping("services", column("key", "externalKey"), column("name", "name")),
                MODEL,
                report);
        assertThat(report.violations()).isEmpty();
        assertThat(lists.rows()).singleElement().satisfies(each -> {
            assertThat(each.id()).matches("table\\.db-1-[0-9a-f]{6}");
            assertThat(each.isNew()).isTrue();
        });
        assertThat(report.warnings()).extracting(each -> each.code()).contains("id-changed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "objectives.rto | 0,125 h | comma",
                "objectives.rto | １，２３４５ 分鐘 | comma",
                "objectives.rto | 3 工作天 | working time",
                "objectives.rto | 3 working days | working time",
                "objectives.mbco | 99,9% | comma",
                "tier | 1,2 | comma",
                "demand.amount | 0,125 | comma",
                "impact.proRata | x | what the value stands for",
                "impact.proRata | Ｘ | what the value stands for",
                "impact.proRata | maybe | neither yes nor no"
            })
    void saysWhyACellThatMayMeanTwoThingsIsNotRead(String field, String value, String says) {
        List<ImportViolation> violations = wrong(
                sheet("name;cell", "A;" + value), mapping("processes", column("name", "name"), column("cell", field)));
        assertThat(violations).singleElement().satisfies(each -> {
            assertThat(each.code()).isEqualTo("bad-value");
            assertThat(each.message()).contains(says).contains(value);
        });
    }

    @Test
    void aCapacityWithADecimalCommaIsRefusedAndOneInWideDigitsIsRead() {
        Mapping mapping =
                mapping("assets", column("name", "name"), column("kind", "kind"), column("capacity", "capacity"));
        assertThat(wrong(sheet("name;kind;capacity", "A;host;0,125 W"), mapping))
                .singleElement()
                .satisfies(each -> assertThat(each.message()).contains("comma"));
        assertThat(mapped(sheet("name;kind;capacity", "A;host;１，２００ tps"), mapping, Section.ASSET)
                        .rows()
                        .getFirst()
                        .cells())
                .containsEntry("capacity.amount", "1200")
                .containsEntry("capacity.unit", "tps");
    }

    @Test
    void aHeadingInWorkingDaysIsNotProposedAsTheClock() {
        assertThat(fields(sheet("流程名稱,RTO(工作天)", "帳務,3"))).containsExactly("name", "null");
    }

    @ParameterizedTest
    @CsvSource({
        "4, h, 4",
        "4, min, 0.066667",
        "1.5, d, 36",
        "90 分鐘, h, 1.5",
        "2天, h, 48",
        "1天 4小時, min, 28",
        "2h30m, h, 2.5",
        "30 Min, d, 0.5",
        "１２, h, 12",
        "'1,234 min', h, 20.566667",
        "'１，２００ 分', h, 20",
        "0, h, 0"
    })
    void readsTimesAsPeopleWriteThem(String text, String unit, String hours) {
        assertThat(PlainCell.hours(text, unit)).contains(hours);
    }

    @ParameterizedTest
    @CsvSource({"soon", "4 5", "-1", "4 parsecs", "h", "4 h 5"})
    void whatIsNoTimeIsNone(String text) {
        assertThat(PlainCell.hours(text, "h")).isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({"是, true", "○, true", "Y, true", "否, false", "FALSE, false"})
    void readsYesAndNo(String text, String truth) {
        assertThat(PlainCell.truth(text)).contains(truth);
    }

    @Test
    void readsSharesAndNumbers() {
        assertThat(PlainCell.share("99.9 %")).contains("0.999");
        assertThat(PlainCell.share("0.5")).contains("0.5");
        assertThat(PlainCell.number("1,234.5")).contains("1234.5");
        assertThat(PlainCell.number("１２，３４５，６７８．５")).contains("12345678.5");
        assertThat(PlainCell.number("1,23")).isEmpty();
        assertThat(PlainCell.number("0,125")).isEmpty();
        assertThat(PlainCell.number("1234,567")).isEmpty();
        assertThat(PlainCell.number("")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "things | name | | bad-mapping",
                "assets | owner | | field-missing",
                "assets | nam | | unknown-field",
                "relations | from | | field-missing",
                "assets | name | fortnight | bad-mapping"
            })
    void aMappingThatCannotBeIsRefusedWithAWayOut(String of, String field, String unit, String code) {
        Report report = new Report();
        MappingCheck.check(mapping(of, new Column("a", field, unit, Map.of())), report);
        assertThat(report.violations()).anySatisfy(each -> {
            assertThat(each.code()).isEqualTo(code);
            assertThat(each.message()).isNotBlank();
        });
    }

    @Test
    void twoColumnsFillOneFieldOnlyWhereTheyAddUp() {
        Report report = new Report();
        MappingCheck.check(
                mapping("assets", column("a", "name"), column("b", "name"), column("c", "needs"), column("d", "needs")),
                report);
        assertThat(report.violations()).extracting(ImportViolation::code).containsExactly("field-twice");
        MappingCheck.check(new Mapping("assets", "Not An Id", List.of(column("a", "name")), Map.of()), report);
        assertThat(report.violations()).extracting(ImportViolation::code).contains("bad-source");
    }
}
