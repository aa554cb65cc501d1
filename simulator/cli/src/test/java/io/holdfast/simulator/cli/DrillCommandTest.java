package io.holdfast.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrillCommandTest {

    private static final String MODEL = """
            holdfast: 1
            name: Shop
            teams: [{id: dba, size: 1, mobilise: 0.5}]
            contacts: [{id: lead, team: dba, reach: 0.9, answers: 0.1}]
            assets:
              - id: db
                kind: database
                recovery:
                  - {method: restore, duration: {lognormal: {median: 3, p90: 8}}, crew: {dba: 1}, data: {every: 24, takes: 1, usable: 0.9}}
            processes:
              - {id: sell, needs: [db], objectives: {rto: 4, rpo: 24}}
            scenarios:
              - {id: fire, hits: [{of: [db], state: destroyed}], declare: 1}
            drills:
              - {id: restore, types: [data-recovery], scope: [sell], scenario: fire}
              - {id: fire-drill, types: [desktop, scenario, live-failover], scope: [sell], scenario: fire}
              - {id: empty, types: [desktop], scope: []}
              - {id: lost, types: [desktop, scenario], scope: [sell]}
            """;

    private record Ran(int status, String out, String err) {}

    private static Ran run(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Main.run(
                new ByteArrayInputStream(MODEL.getBytes(StandardCharsets.UTF_8)),
                new PrintWriter(out),
                new PrintWriter(err),
                args);
        return new Ran(status, out.toString(), err.toString());
    }

    @Test
    void printsJsonAloneOnStandardOutput() {
        Ran ran = run("drill", "-", "--drill", "restore", "--trials", "500", "--draws", "60");
        assertThat(ran.status()).as(ran.err()).isZero();
        assertThat(ran.out())
                .startsWith("{\"holdfast\":1,\"drill\":\"restore\",\"scenario\":\"fire\",\"announced\":true");
        assertThat(ran.out().strip().lines()).hasSize(1);
        assertThat(ran.err()).contains("100 % of 500 trials");
    }

    @Test
    void givesTheSameBytesForAnyNumberOfThreads() {
        Ran one = run("drill", "-", "--drill", "fire-drill", "--trials", "500", "--draws", "60", "--threads", "1");
        Ran many = run("drill", "-", "--drill", "fire-drill", "--trials", "500", "--draws", "60", "--threads", "3");
        assertThat(one.out()).isEqualTo(many.out()).isNotEmpty();
    }

    @Test
    void printsTextForPeopleAndSaysOnStandardErrorWhatCannotBeEstimated() {
        Ran ran = run(
                "drill",
                "-",
                "--drill",
                "fire-drill",
                "--trials",
                "500",
                "--draws",
                "0",
                "--format",
                "text",
                "--language",
                "zh-Hant");
        assertThat(ran.status()).isZero();
        assertThat(ran.out()).contains("every-team-alerted", "within-rto sell (4.00 h)", "聯絡不到時無人可通知");
        assertThat(ran.err()).contains("都沒有 failover 方法");
    }

    @Test
    void judgesDatesAsOfADay() {
        assertThat(run("drill", "-", "--drill", "restore", "--trials", "50", "--draws", "0", "--as-of", "2026-11-26")
                        .out())
                .contains("\"asOf\":\"2026-11-26\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "--drill restor | has no drill 'restor'. Did you mean 'restore'? It has restore, fire-drill, empty, lost.",
                "--drill empty | The scope of drill 'empty' names no asset",
                "--drill lost | Drill 'lost' plays a scenario and names none.",
                "--drill restore --trials 0 | trials is 0",
                "--drill restore --draws 5 | draws is 5",
                "--drill restore --as-of yesterday | 'yesterday' is no day",
                "--drill restore --stay -1 | stay is -1",
                "--trials 5 | --drill"
            })
    void refusesABadCommandLineWithOneSentence(String options, String sentence) {
        Ran ran = run(("drill - " + options).split(" "));
        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains(sentence).doesNotContain("Exception", "\tat ");
    }
}
