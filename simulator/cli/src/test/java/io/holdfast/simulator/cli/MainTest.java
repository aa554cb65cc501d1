package io.holdfast.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

    private static final String MODEL = """
            holdfast: 1
            assets:
              - {id: db, kind: database, objectives: {rto: 4}, recovery: [{method: repair, duration: {exponential: {mean: 3}}}]}
            scenarios:
              - {id: broken, hits: [{of: [db], state: damaged}]}
            """;

    private record Ran(int status, String out, String err) {}

    private static Ran run(String model, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Main.run(
                new ByteArrayInputStream(model.getBytes(StandardCharsets.UTF_8)),
                new PrintWriter(out),
                new PrintWriter(err),
                args);
        return new Ran(status, out.toString(), err.toString());
    }

    @Test
    void printsJsonAloneOnStandardOutput() {
        Ran ran = run(MODEL, "simulate", "-", "--scenario", "broken", "--trials", "2000", "--format", "json");
        assertThat(ran.status()).isZero();
        assertThat(ran.out()).startsWith("{\"holdfast\":1,\"scenario\":\"broken\",\"trials\":2000,\"seed\":42");
        assertThat(ran.out().strip().lines()).hasSize(1);
        assertThat(ran.err()).contains("100 % of 2000 trials");
    }

    @Test
    void speaksOfProcessesAloneWhereThatIsAsked() {
        String model = MODEL + "processes: [{id: sell, needs: [db]}]\n";
        Ran ran = run(model, "simulate", "-", "--scenario", "broken", "--trials", "2000", "--elements", "processes");
        assertThat(ran.status()).isZero();
        assertThat(ran.out()).contains("{\"id\":\"sell\",\"type\":\"process\"").doesNotContain("{\"id\":\"db\"");
        assertThat(ran.out()).contains("\"computed\":{\"by\":\"lanes\",\"because\":[],\"inEventLoop\":0}");
    }

    @Test
    void givesTheSameBytesForOneAndTwoThreads() {
        String[] common = {"simulate", "-", "--scenario", "broken", "--trials", "5000", "--format", "json", "--threads"
        };
        String[] one = java.util.Arrays.copyOf(common, common.length + 1);
        String[] two = one.clone();
        one[common.length] = "1";
        two[common.length] = "2";
        assertThat(run(MODEL, one).out()).isEqualTo(run(MODEL, two).out());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "simulate -",
                "simulate - --scenario",
                "simulate - --scenario brokn",
                "simulate - --scenario broken --trials 0",
                "simulate - --scenario broken --trials many",
                "simulate - --scenario broken --trials 1.5",
                "simulate - --scenario broken --trials 99999999999999999999",
                "simulate - --scenario broken --seed x",
                "simulate - --scenario broken --threads 0",
                "simulate - --scenario broken --format xml",
                "simulate - --scenario broken --precision 0",
                "simulate - --scenario broken --precision 1",
                "simulate - --scenario broken --precision tight",
                "simulate - --scenario broken --unknown",
                "simulate - --scenario broken extra",
                "simulate - --scenario broken --language fr",
                "simulate /nowhere/model.yaml --scenario broken",
                "simulate / --scenario broken",
                "simulat -",
                "year",
                "year - --years 0",
                "year - --years many",
                "year - --years 10000001",
                "year - --horizon 0",
                "year - --horizon 1e12",
                "year - --horizon NaN",
                "year - --warmup -1",
                "year - --warmup 8760",
                "year - --threads 0",
                "year - --format xml",
                "year - --scenario broken",
                "rare -",
                "rare - --scenario broken",
                "rare - --scenario brokn --element db",
                "rare - --scenario broken --element dc",
                "rare - --scenario broken --element db --trials 999",
                "rare - --scenario broken --element db --trials 1000000001",
                "rare - --scenario broken --element db --threads 0",
                "check",
                "check - --format csv",
                "convert - --to csv",
                "convert -",
                "schema --of everything",
                ""
            })
    void refusesABadCommandLineWithAReason(String line) {
        Ran ran = run(MODEL, line.isEmpty() ? new String[0] : line.split(" "));
        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).startsWith("holdfast: ").doesNotContain("\tat ", "Exception");
    }

    @Test
    void namesTheWayOutOfAMistypedOption() {
        assertThat(run(MODEL, "simulate", "-", "--scenaro", "broken").err()).contains("--scenario");
        assertThat(run(MODEL, "simulate", "-", "--scenario", "brokn").err()).contains("Did you mean 'broken'?");
        assertThat(run(MODEL, "check", "/nowhere/model.yaml").err()).contains("There is no file '/nowhere/model.yaml'");
        assertThat(run(MODEL, "check", "/").err()).contains("is a folder");
        assertThat(run("", "check", "-").err()).contains("The file is empty");
    }

    @Test
    void printsTextForPeople() {
        Ran ran = run(MODEL, "simulate", "-", "--scenario", "broken", "--trials", "2000", "--format", "text");
        assertThat(ran.status()).isZero();
        assertThat(ran.out()).contains("scenario broken: 2000 trials, seed 42", "db", "simulation error only");
    }

    private static final String FAILING = MODEL.replace("kind: database", "kind: database, failure: {mtbf: 100}");

    @Test
    void yearSaysTheSameOnAnyNumberOfThreads() {
        String[] common = {"year", "-", "--years", "30", "--horizon", "2000", "--warmup", "100", "--threads"};
        String[] one = java.util.Arrays.copyOf(common, common.length + 1);
        String[] two = one.clone();
        one[common.length] = "1";
        two[common.length] = "2";
        Ran ran = run(FAILING, one);
        assertThat(ran.status()).isZero();
        assertThat(ran.err()).contains("100 % of 30 years");
        assertThat(ran.out().strip().lines()).hasSize(1);
        assertThat(ran.out()).startsWith("{\"holdfast\":1,\"years\":30,\"horizon\":2000,\"warmup\":100,\"seed\":42");
        assertThat(run(FAILING, two).out()).isEqualTo(ran.out());
    }

    @Test
    void yearPrintsTextForPeople() {
        Ran ran = run(FAILING, "year", "-", "--years", "20", "--format", "text");
        assertThat(ran.status()).isZero();
        assertThat(ran.out()).contains("20 histories of 8760 h", "availability", "no-frequency");
    }

    @Test
    void yearRefusesAGroupWhoseMembersDisagree() {
        String model = """
                holdfast: 1
                assets:
                  - {id: a, kind: host, failure: {mtbf: 100}, commonCause: {group: pair, beta: 0.1}}
                  - {id: b, kind: host, failure: {mtbf: 200}, commonCause: {group: pair, beta: 0.1}}
                """;
        Ran ran = run(model, "year", "-");
        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("group 'pair' share 'mtbf', but 'a' has 100.0 and 'b' has 200.0");
    }

    private static final String PAIR = MODEL.replace(
                    "{of: [db], state: damaged}", "{of: [db, twin], probability: 1e-4, state: damaged}")
            .replace(
                    "scenarios:",
                    "  - {id: twin, kind: database}\nservices:\n  - {id: shop, needs: [{atLeast: 1, of: [db, twin]}]}\nscenarios:");

    @Test
    void rareSaysWhatNoPlainRunWouldSee() {
        String[] common = {
            "rare", "-", "--scenario", "broken", "--element", "shop", "--element", "db", "--trials", "5000", "--threads"
        };
        String[] one = java.util.Arrays.copyOf(common, common.length + 1);
        String[] two = one.clone();
        one[common.length] = "1";
        two[common.length] = "2";
        Ran ran = run(PAIR, one);
        assertThat(ran.status()).isZero();
        assertThat(ran.err()).contains("50000 trials, pilots included");
        assertThat(ran.out().strip().lines()).hasSize(1);
        assertThat(ran.out())
                .startsWith("{\"holdfast\":1,\"scenario\":\"broken\",\"trials\":5000,\"pilotTrials\":40960,\"seed\":42")
                .contains(
                        "{\"id\":\"shop\",\"type\":\"service\",\"downAtEvent\":{\"estimate\":1.0E-8,\"low\":1.0E-8",
                        "\"disrupted\":{\"estimate\":1.0E-8,\"low\":1.0E-8,\"high\":1.0E-8,\"method\":\"exact\"",
                        "\"notWithinRto\":null",
                        "\"jointFailures\":[{\"probability\":1.0E-8");
        assertThat(run(PAIR, two).out()).isEqualTo(ran.out());
    }

    @Test
    void rarePrintsTextForPeopleAndNamesTheWayOut() {
        Ran ran = run(
                PAIR, "rare", "-", "--scenario", "broken", "--element", "shop", "--trials", "1000", "--format", "text");
        assertThat(ran.status()).isZero();
        assertThat(ran.out())
                .contains("scenario broken: 1000 trials, seed 42", "1.000e-08", "exact", "never back", "db and twin");
        assertThat(run(PAIR, "rare", "-", "--scenario", "broken", "--element", "shp")
                        .err())
                .contains("The model has no element 'shp'. Did you mean 'shop'?");
    }

    @Test
    void checkSpeaksTraditionalChinese() {
        Ran found = run(MODEL.replace("{rto: 4}", "{rto: 4, mtpd: 3}"), "check", "-", "--language", "zh-Hant");
        assertThat(found.status()).isEqualTo(1);
        assertThat(found.out()).contains("錯誤 targets-contradict", "請降低 RTO");
        Ran refused = run(MODEL.replace("of: [db]", "of: [dc]"), "check", "-", "--language", "zh-hant");
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err()).contains("第 5 行", "沒有名為「dc」的元件", "是否指「db」");
    }

    @Test
    void checkGivesItsFindingsAsJsonInBothLanguages() {
        Ran ran = run(MODEL.replace("{rto: 4}", "{rto: 4, mtpd: 3}"), "check", "-", "--format", "json");
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.out().strip().lines()).hasSize(1);
        assertThat(ran.out()).contains("\"code\":\"targets-contradict\"", "\"severity\":\"error\"", "\"zh-Hant\":\"");
    }

    @Test
    void checkSaysClauseStrengthAndWhereItIsMendedInBothLanguages() {
        assertThat(run(MODEL, "check", "-").out())
                .startsWith("warning no-owner: 'db' has no owner. Say who answers for it. [shall: guideline M10]");
        assertThat(run(MODEL, "check", "-", "--language", "zh-Hant").out())
                .startsWith("警告 no-owner：「db」沒有擁有者。請寫明由誰負責。［應：指引 M10］");
        assertThat(run(MODEL, "check", "-", "--format", "json").out())
                .contains(
                        "\"strength\":\"shall\",\"topic\":\"data-quality\",\"clauses\":[\"guideline M10\"]",
                        "\"mend\":{\"where\":\"element\",\"id\":\"db\",\"field\":\"owner\"}");
    }

    @Test
    void checkJudgesDatesOnlyAsOfTheDayThatItIsGiven() {
        String model = MODEL.replace("kind: database", "kind: document, owner: dba, x-reviewed: \"2025-11-25\"");
        assertThat(run(model, "check", "-").out()).doesNotContain("review-overdue");
        assertThat(run(model, "check", "-", "--as-of", "2026-11-25").out()).doesNotContain("review-overdue");
        assertThat(run(model, "check", "-", "--as-of", "2026-11-26").out()).contains("warning review-overdue: 'db'");
        assertThat(run(model, "check", "-", "--as-of", "soon").status()).isEqualTo(2);
    }

    @Test
    void checkEndsWithZeroWhereNothingIsAnError() {
        Ran ran = run(MODEL.replace("kind: database", "kind: database, owner: dba"), "check", "-");
        assertThat(ran.status()).isZero();
        assertThat(ran.out()).isEqualTo("1 elements, 1 scenarios, 0 findings" + System.lineSeparator());
        assertThat(ran.err()).isEmpty();
    }

    @Test
    void showsFiftyViolationsAndSaysHowManyMore() {
        String broken = "holdfast: 1\nassets:\n" + "  - {kind: host}\n".repeat(60);
        Ran ran = run(broken, "check", "-");
        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err().strip().lines()).hasSize(52).last().asString().contains("and 10 more");
        assertThat(ran.err()).contains("violations: 60", "line 3, column 5: $.assets[0].id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"model", "result", "rare"})
    void printsThePublishedSchemas(String which) {
        Ran ran = run("", "schema", "--of", which);
        assertThat(ran.status()).isZero();
        assertThat(ran.out()).contains("\"$schema\": \"https://json-schema.org/draft/2020-12/schema\"");
    }

    @Test
    void convertsBetweenTheNotationsAndBack() {
        String json = run(MODEL, "convert", "-", "--to", "json").out();
        String yaml = run(json, "convert", "-", "--to", "yaml").out();
        assertThat(run(yaml, "convert", "-", "--to", "json").out())
                .isEqualTo(json)
                .startsWith("{");
    }

    @Test
    void refusesABadModelAndSaysWhatIsWrong() {
        Ran ran = run(MODEL.replace("of: [db]", "of: [dc]"), "check", "-");
        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err()).contains("line 5", "'dc' names no element", "Did you mean 'db'?");
    }

    @Test
    void checkEndsWithOneWhenTargetsContradict() {
        Ran ran = run(MODEL.replace("{rto: 4}", "{rto: 4, mtpd: 3}"), "check", "-");
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.out()).contains("error targets-contradict");
    }
}
