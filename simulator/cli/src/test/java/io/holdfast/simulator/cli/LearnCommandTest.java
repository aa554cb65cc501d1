package io.holdfast.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearnCommandTest {

    private static final String SAMPLE = "../../service/src/main/resources/sample/operator.yaml";

    private static final String ACTUALS = """
            holdfast: 1
            events:
              - id: drill-2026-05
                kind: drill
                types: [data-recovery]
                measured:
                  - {owner: payment-db, method: payment-db-restore-txg, quantity: duration, hours: 12}
                  - {owner: payment-db, method: restore, quantity: usable, successes: 4}
              - id: drill-2026-06
                kind: drill
                types: [desktop]
                measured:
                  - {owner: tpe-lost, quantity: declare, hours: 1.1}
                  - {owner: payment-db, method: restore, quantity: duration, hours: 7}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    private record Ran(int status, String out, String err) {}

    private Ran learn(String actuals, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("actuals.yaml"), actuals);
        String[] all = new String[4 + more.length];
        all[0] = "learn";
        all[1] = SAMPLE;
        all[2] = "--actuals";
        all[3] = file.toString();
        System.arraycopy(more, 0, all, 4, more.length);
        return run(all);
    }

    private static Ran run(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Main.run(new ByteArrayInputStream(new byte[0]), new PrintWriter(out), new PrintWriter(err), args);
        return new Ran(status, out.toString(), err.toString());
    }

    @Test
    @Tag("row:D14")
    void tellsWhatChangesAndWhy() throws IOException {
        Ran ran = learn(ACTUALS, "--format", "text", "--shared-bias", "false");
        assertThat(ran.status()).as(ran.err()).isZero();
        assertThat(ran.out())
                .contains("2 events, 3 numbers change")
                .contains("payment-db:payment-db-restore-txg DURATION")
                .contains("4 of 4 succeeded")
                .contains("Left out: payment-db:restore DURATION of drill-2026-06, no type of the drill shows it")
                .contains("Nothing is applied");
    }

    @Test
    @Tag("row:B12")
    void aBiasOfGuessesReachesThoseWithoutADrill() throws IOException {
        Ran ran = learn(ACTUALS);
        assertThat(ran.status()).as(ran.err()).isZero();
        assertThat(ran.out().strip().lines()).hasSize(1);
        assertThat(ran.out()).contains("\"why\":\"shared-bias\"", "\"why\":\"measured-and-shared-bias\"");
    }

    @Test
    void writesTheModelOnlyWhenAskedAndNeverOverAFile() throws IOException {
        Path to = folder.resolve("learned.yaml");
        assertThat(learn(ACTUALS, "--shared-bias", "false").status()).isZero();
        assertThat(to).doesNotExist();
        Ran ran = learn(ACTUALS, "--shared-bias", "false", "--write", to.toString());
        assertThat(ran.status()).as(ran.err()).isZero();
        assertThat(ran.err()).contains("learned.yaml");
        assertThat(Files.readString(to)).contains("source: drill-2026-05", "usableWeight:", "freedom:");
        Ran simulated = run("simulate", to.toString(), "--scenario", "tpe-lost", "--trials", "200");
        assertThat(simulated.status()).as(simulated.err()).isZero();
        assertThat(learn(ACTUALS, "--write", to.toString()).status()).isEqualTo(2);
    }

    @Test
    void aBrokenFileIsRefusedWithPlaceAndWayOut() throws IOException {
        Ran ran = learn(ACTUALS.replace("owner: tpe-lost", "owner: tpe-los"));
        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("line 13", "tpe-los", "Did you mean 'tpe-lost'?");
        assertThat(run("learn", SAMPLE, "--actuals", "nowhere.yaml").err()).contains("no file 'nowhere.yaml'");
    }
}
