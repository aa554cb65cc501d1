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
                "simulate - --scenario brokn",
                "simulate - --scenario broken --trials 0",
                "simulate - --scenario broken --trials many",
                "simulate - --scenario broken --format xml",
                "simulate /nowhere/model.yaml --scenario broken",
                "simulate / --scenario broken",
                "simulat -",
                "check",
                "convert - --to csv",
                ""
            })
    void refusesABadCommandLineWithAReason(String line) {
        Ran ran = run(MODEL, line.isEmpty() ? new String[0] : line.split(" "));
        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).startsWith("holdfast: ").doesNotContain("\tat ", "Exception");
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
