package io.holdfast.service.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.service.exchange.Fixtures.Memory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every broken file is refused whole, with the place, the value, the rule and a way out. */
class BrokenInputTest {

    private static final String HEAD = "id,type,name,parent\n";
    private static final String GOOD = HEAD + "site:1,site,One,\nrack:1,rack,R1,site:1\nrack:2,rack,R2,site:1\n";
    private static final String LINKS = "from,to,kind,group,min_up\n";

    static List<Arguments> tables() {
        return List.of(
                broken("missing-heading", 1, "type", "Did you mean", "id,typ,name\nsite:1,site,One\n", null),
                broken("ragged-row", 3, null, "3 fields", GOOD.replace("R1,site:1\n", "R1\n"), null),
                broken("duplicate-id", 4, "id", "line 3", GOOD.replace("rack:2", "rack:1"), null),
                broken("missing-value", 2, "type", "has a type", GOOD.replace("site:1,site,", "site:1,,"), null),
                broken(
                        "unknown-id",
                        3,
                        "parent",
                        "Did you mean 'site:1'",
                        GOOD.replace("R1,site:1", "R1,site:l"),
                        null),
                broken(
                        "parent-ring",
                        2,
                        "parent",
                        "ring",
                        GOOD.replace("One,", "One,rack:1").replace("R2,site:1", "R2,"),
                        null),
                broken("broken-quotes", 3, null, "quotes", GOOD.replace("R1", "\"R1"), null),
                broken("duplicate-heading", 1, "name", "twice", GOOD.replace("parent", "name"), null),
                broken("empty-file", 0, null, "empty", "", null),
                broken("no-rows", 0, null, "no row", HEAD, null),
                broken("bad-coordinate", 2, "lat", "between -90 and 90", "id,type,lat,lon\ns,site,95,0\n", null),
                broken("unknown-id", 2, "to", "Did you mean 'rack:2'", GOOD, LINKS + "rack:1,rack:02,x,,\n"),
                broken("bad-min-up", 2, "min_up", "whole number", GOOD, LINKS + "rack:1,site:1,x,g,one\n"),
                broken(
                        "bad-min-up",
                        3,
                        "min_up",
                        "2 members",
                        GOOD,
                        LINKS + "rack:1,site:1,x,g,3\nrack:1,rack:2,x,g,3\n"),
                broken(
                        "bad-min-up",
                        3,
                        "min_up",
                        "different",
                        GOOD,
                        LINKS + "rack:1,site:1,x,g,1\nrack:1,rack:2,x,g,2\n"),
                broken("bad-min-up", 2, "min_up", "without a group", GOOD, LINKS + "rack:1,site:1,x,,2\n"),
                broken("needs-itself", 2, "to", "itself", GOOD, LINKS + "rack:1,rack:1,x,,\n"),
                broken("missing-heading", 1, "to", "missing", GOOD, "from,two\nrack:1,site:1\n"));
    }

    private static Arguments broken(
            String code, int row, @Nullable String column, String says, String assets, @Nullable String relations) {
        return Arguments.of(code, row, column, says, assets, relations);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void refusesABrokenTableWithRowAndColumn(
            String code, int row, @Nullable String column, String says, String assets, @Nullable String relations) {
        Memory register = new Memory();
        List<ImportViolation> violations =
                Fixtures.refused(register.store(Fixtures.tables(assets, relations), ImportOptions.USUAL));
        assertThat(violations).anySatisfy(each -> {
            assertThat(each.code()).isEqualTo(code);
            assertThat(each.row()).isEqualTo(row);
            assertThat(each.column()).isEqualTo(column);
            assertThat(each.message()).contains(says);
            assertThat(each.file()).isEqualTo(relations == null ? "assets" : "relations");
        });
        assertThat(register.findModel()).isEmpty();
        assertThat(register.saves()).isZero();
    }

    static List<Arguments> dumps() {
        String rack = object("dcim.rack", "1", "\"name\": \"R\", \"site\": 1");
        String site = object("dcim.site", "1", "\"name\": \"S\"");
        return List.of(
                Arguments.of("unreadable", "line 1", "[" + site + ", "),
                Arguments.of("unreadable", "JSON", "site: 1"),
                Arguments.of("unreadable", "end", "[" + site),
                Arguments.of("not-a-dump", "list of objects", "{\"results\": []}"),
                Arguments.of("not-a-dump", "behind the end", "[" + site + "] []"),
                Arguments.of("bad-object", "names its model", "[{\"pk\": 1, \"fields\": {}}]"),
                Arguments.of("bad-object", "primary key", "[{\"model\": \"dcim.site\", \"pk\": null, \"fields\": {}}]"),
                Arguments.of("bad-object", "has its fields", "[{\"model\": \"dcim.site\", \"pk\": 1, \"fields\": []}]"),
                Arguments.of("duplicate-id", "$[0]", "[" + site + ", " + site + "]"),
                Arguments.of(
                        "unknown-id", "dcim.site 1", "[" + rack + ", " + site.replace("\"pk\": 1", "\"pk\": 2") + "]"),
                Arguments.of(
                        "wrong-kind",
                        "primary key",
                        "[" + site + ", " + rack.replace("\"site\": 1", "\"site\": [1]") + "]"),
                Arguments.of(
                        "bad-coordinate",
                        "between",
                        "["
                                + object(
                                        "dcim.site",
                                        "1",
                                        "\"name\": \"S\", \"latitude\": \"95.0\", \"longitude\": \"1.0\"")
                                + "]"),
                Arguments.of(
                        "parent-ring",
                        "ring",
                        "[" + object("dcim.region", "1", "\"name\": \"A\", \"parent\": 2") + ", "
                                + object("dcim.region", "2", "\"name\": \"B\", \"parent\": 1") + "]"),
                Arguments.of("no-rows", "no object that a register keeps", "[]"));
    }

    private static String object(String model, String pk, String fields) {
        return "{\"model\": \"" + model + "\", \"pk\": " + pk + ", \"fields\": {" + fields + "}}";
    }

    @ParameterizedTest
    @MethodSource("dumps")
    void refusesABrokenDumpWithPathAndObject(String code, String says, String dump) {
        Memory register = new Memory();
        List<ImportViolation> violations =
                Fixtures.refused(register.store(Fixtures.dumpFiles(Fixtures.bytes(dump)), ImportOptions.USUAL));
        assertThat(violations).anySatisfy(each -> {
            assertThat(each.code()).isEqualTo(code);
            assertThat(each.message()).contains(says);
            assertThat(each.file()).isEqualTo("dump");
        });
        assertThat(register.findModel()).isEmpty();
    }

    static List<Arguments> models() {
        return List.of(
                Arguments.of("unreadable", "holdfast: 1\nassets: [\n"),
                Arguments.of("missing", "assets:\n- {id: a, kind: host}\n"),
                Arguments.of("unknown-version", "holdfast: 7\n"),
                Arguments.of("duplicate-id", "holdfast: 1\nassets:\n- {id: a, kind: host}\n- {id: a, kind: host}\n"),
                Arguments.of("undefined-name", "holdfast: 1\nassets:\n- {id: a, kind: host, needs: [b]}\n"),
                Arguments.of("bad-id", "holdfast: 1\nassets:\n- {id: A B, kind: host}\n"));
    }

    @ParameterizedTest
    @MethodSource("models")
    void refusesABrokenModelFile(String code, String file) {
        Memory register = new Memory();
        assertThat(Fixtures.refused(register.store(Fixtures.modelFile(file), ImportOptions.USUAL)))
                .extracting(ImportViolation::code)
                .contains(code);
        assertThat(register.findModel()).isEmpty();
    }

    static List<Arguments> encodings() {
        byte[] chinese = "id,type,name\nsite:1,site,臺北機房\n".getBytes(StandardCharsets.UTF_8);
        String text = new String(chinese, StandardCharsets.UTF_8);
        return List.of(
                Arguments.of(text.getBytes(Charset.forName("Big5")), "Big5", 2),
                Arguments.of(text.getBytes(StandardCharsets.UTF_16), "UTF-16", 0),
                Arguments.of(text.getBytes(StandardCharsets.UTF_16LE), "UTF-16", 0),
                Arguments.of(Arrays.copyOf(chinese, chinese.length - 2), "not UTF-8", 2));
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void saysWhichEncodingATableIsIn(byte[] assets, String says, int row) {
        Memory register = new Memory();
        List<ImportViolation> violations =
                Fixtures.refused(register.store(new ImportFiles(null, assets, null, null, null), ImportOptions.USUAL));
        assertThat(violations).singleElement().satisfies(each -> {
            assertThat(each.code()).isEqualTo("not-utf-8");
            assertThat(each.message()).contains(says).contains("UTF-8");
            assertThat(each.row()).isEqualTo(row);
        });
    }

    @Test
    void namesEveryBrokenRowAtOnce() {
        String assets = HEAD + "site:1,site,One,\nsite:1,site,Two,\nrack:1,,R1,site:1\nrack:2,rack,R2,site:9\n";
        assertThat(Fixtures.refused(new Memory()
                        .preview(Fixtures.tables(assets, LINKS + "rack:2,site:7,x,,\n"), ImportOptions.USUAL)))
                .extracting(ImportViolation::code)
                .contains("duplicate-id", "missing-value", "unknown-id")
                .hasSizeGreaterThanOrEqualTo(4);
    }

    static List<Arguments> options() {
        ImportFiles good = Fixtures.tables(GOOD, null);
        ImportFiles calls = Fixtures.edges("system,from,to\nshop,a,b\nbank,c,d\n");
        return List.of(
                Arguments.of("bad-source", good, Fixtures.source("Net Box")),
                Arguments.of("bad-tier", calls, new ImportOptions(null, "shop", null, null, null, 9, null, null, null)),
                Arguments.of(
                        "bad-mode", good, new ImportOptions(null, null, null, null, null, null, null, "add", null)),
                Arguments.of("choose-system", calls, ImportOptions.USUAL),
                Arguments.of(
                        "choose-system",
                        calls,
                        new ImportOptions(null, "shob", null, null, null, null, null, null, null)),
                Arguments.of("nothing-to-run-on", calls, Fixtures.overDevices("shop")),
                Arguments.of("no-file", new ImportFiles(null, null, null, null, null), ImportOptions.USUAL),
                Arguments.of(
                        "no-file", new ImportFiles(null, null, Fixtures.bytes(LINKS), null, null), ImportOptions.USUAL),
                Arguments.of(
                        "too-many-files",
                        new ImportFiles(Fixtures.bytes("[]"), Fixtures.bytes(GOOD), null, null, null),
                        ImportOptions.USUAL));
    }

    @ParameterizedTest
    @MethodSource("options")
    void refusesOptionsThatCannotBe(String code, ImportFiles files, ImportOptions options) {
        Memory register = new Memory();
        assertThat(Fixtures.refused(register.store(files, options)))
                .extracting(ImportViolation::code)
                .contains(code);
        assertThat(register.saves()).isZero();
    }

    @Test
    void offersTheSystemsToChooseFrom() {
        assertThat(Fixtures.refused(new Memory()
                        .preview(Fixtures.edges("system,from,to\nshop,a,b\nbank,c,d\n"), ImportOptions.USUAL)))
                .singleElement()
                .satisfies(each -> assertThat(each.choices()).containsExactly("bank", "shop"));
    }
}
