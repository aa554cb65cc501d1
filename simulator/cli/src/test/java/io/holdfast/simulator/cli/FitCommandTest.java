package io.holdfast.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FitCommandTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    private record Ran(int status, String out, String err) {}

    private static Ran fit(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] all = new String[args.length + 1];
        all[0] = "fit";
        System.arraycopy(args, 0, all, 1, args.length);
        int status = Main.run(new ByteArrayInputStream(new byte[0]), new PrintWriter(out), new PrintWriter(err), all);
        return new Ran(status, out.toString(), err.toString());
    }

    private String table(String... lines) throws IOException {
        return Files.write(Files.createTempFile(folder, "outages", ".csv"), List.of(lines))
                .toString();
    }

    @Test
    void saysTheChosenDistributionFirstAndCountsWhatWasLeftOut() throws IOException {
        Ran ran = fit(table(
                "id,duration_minutes,severity,title",
                "1,0,minor,\"Slow, then gone\"",
                "2,30,minor,a",
                "3,60,major,b",
                "4,,major,still open",
                "5,90,minor,c",
                "6,240,minor,d",
                "7,600,minor,e",
                "8,9999,Maintenance,f"));
        assertThat(ran.status()).as(ran.err()).isZero();
        assertThat(ran.out().lines().findFirst().orElseThrow()).contains("with median", "best of four");
        assertThat(ran.out()).contains("7 rows: 5 used, 1 of maintenance and 1 of no length left out");
        assertThat(ran.err()).contains("1 rows of", "have no duration");
    }

    @Test
    void printsADurationOfTheModelFileAndTheScoreOfLaterOnes() throws IOException {
        String earlier = table("duration_hours", "0.5", "1", "1.5", "4", "10", "2", "3");
        Ran ran = fit(earlier, "--later", table("duration_hours,kind", "1,incident", "2,incident"), "--format", "json");
        assertThat(ran.status()).as(ran.err()).isZero();
        assertThat(ran.out())
                .startsWith(
                        "{\"holdfast\":1,\"rows\":{\"given\":7,\"maintenance\":0,\"zeros\":0,\"used\":7,\"outliers\":0}")
                .contains("\"evidence\":\"measured\",\"observations\":7,\"source\":\"outages", "\"laterScore\":");
        assertThat(ran.out().strip().lines()).hasSize(1);
        assertThat(fit(earlier, "--format", "json").out()).doesNotContain("laterScore");
    }

    @Test
    void saysWhenThereAreTooFewOrAllAreEqual() throws IOException {
        assertThat(fit(table("duration_hours", "1", "2")).out()).startsWith("Too few durations");
        assertThat(fit(table("duration_hours", "2", "2", "2", "2", "2")).out()).startsWith("All durations are 2.000 h");
        assertThat(fit(table("duration_hours", "2"), "--format", "json").out()).contains("\"outcome\":\"too-few\"");
    }

    @Test
    void namesTheLineTheValueAndAWayOut() throws IOException {
        String broken = table("duration_hours,severity", "1,minor", "-3,minor");
        assertThat(fit(broken).status()).isEqualTo(2);
        assertThat(fit(broken).err()).contains("Line 3 of", "'-3'", "at least 0", "empty the cell");
        assertThat(fit(table("duration_hours", "soon")).err()).contains("Line 2 of", "'soon'");
        assertThat(fit(table("hours", "1")).err()).contains("columns hours", "duration_minutes");
        String fine = table("duration_hours", "1", "2", "3", "5", "9");
        assertThat(fit(fine, "--later", table("duration_hours", "0")).err())
                .contains("Of the 1 rows of", "nothing to score");
        assertThat(fit("nowhere.csv").err()).contains("no file 'nowhere.csv'");
        assertThat(fit(folder.toString()).err()).contains("is a folder");
        assertThat(fit(table("duration_hours", "\"1")).err()).contains("cannot be read as a table");
    }

    @Test
    void choosesLognormalForRealOutages() {
        String data = System.getenv("HOLDFAST_DATA");
        assumeTrue(data != null, "HOLDFAST_DATA is not set");
        Path file = Path.of(Objects.requireNonNull(data), "outages", "github-status.calibrate.csv");
        Ran ran = fit(file.toString());
        assertThat(ran.out())
                .startsWith("lognormal with median 1.118 h and 90 % within 4.659 h")
                .contains("fits: nothing speaks against it");
        assertThat(ran.out()).contains("573 rows: 539 used, 18 of maintenance and 16 of no length left out");
    }
}
