package io.holdfast.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.simulator.engine.RunMonitor;
import io.holdfast.simulator.engine.RunOutcome;
import io.holdfast.simulator.engine.RunRequest;
import io.holdfast.simulator.engine.Simulation;
import io.holdfast.simulator.format.ModelReader;
import io.holdfast.simulator.format.ReadOutcome;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Scenario;
import io.holdfast.simulator.result.ElementResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The figures of the sample's scenarios, bit by bit. They change with the sample, and with the engine's numbers: the
 * second is always deliberate, and stands under "Numbers change" in the changelog. {@code -Dholdfast.rewrite=true} writes
 * the digests anew.
 */
class SampleDigestTest {

    private static final Path SAMPLE = Path.of("../../service/src/main/resources/sample/operator.yaml");
    private static final Path STORED = Path.of("src/test/resources/sample-digests.txt");
    private static final long TRIALS = 2_000;

    @Test
    void everyScenarioOfTheSampleGivesItsStoredFigures() throws IOException {
        ContinuityModel model = sample();
        List<String> digests = model.scenarios().stream()
                .map(scenario -> scenario.id() + " " + digest(model, scenario))
                .toList();
        if (Boolean.getBoolean("holdfast.rewrite")) {
            Files.write(STORED, digests);
        }
        assertThat(digests)
                .as("the sample or the engine's numbers have changed; -Dholdfast.rewrite=true where that is meant")
                .isEqualTo(Files.readAllLines(STORED));
    }

    private static ContinuityModel sample() throws IOException {
        return switch (ModelReader.read(Files.readAllBytes(SAMPLE))) {
            case ReadOutcome.Read read -> read.model();
            case ReadOutcome.Refused refused -> throw new AssertionError(refused.violations());
        };
    }

    private static String digest(ContinuityModel model, Scenario scenario) {
        RunRequest request = new RunRequest(scenario.id(), TRIALS, 42, 2);
        return switch (Simulation.run(model, request, RunMonitor.SILENT)) {
            case RunOutcome.Finished finished ->
                sha256(finished.result().elements().stream()
                        .map(SampleDigestTest::figures)
                        .collect(Collectors.joining("\n")));
            case RunOutcome.Cancelled cancelled -> throw new AssertionError("cancelled: " + cancelled);
        };
    }

    /** Doubles are written so that equal texts are equal bits. */
    private static String figures(ElementResult element) {
        ElementResult.Recovery r = element.recovery();
        return String.join(
                " ",
                List.of(
                        element.id().value(),
                        element.disrupted().toString(),
                        String.valueOf(r.mean()),
                        String.valueOf(r.sd()),
                        String.valueOf(List.of(r.p05(), r.p50(), r.p80(), r.p90(), r.p95(), r.p99())),
                        String.valueOf(r.withinRto()),
                        String.valueOf(r.withinMtpd()),
                        r.never().toString(),
                        element.full().toString(),
                        element.interrupted().toString(),
                        String.valueOf(element.dataLoss()),
                        String.valueOf(element.loss()),
                        String.valueOf(element.headroom()),
                        element.capacity().toString(),
                        element.driving().toString()));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
