package io.holdfast.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.simulator.drill.DrillDay;
import io.holdfast.simulator.drill.DrillOutcome;
import io.holdfast.simulator.drill.DrillRequest;
import io.holdfast.simulator.drill.DrillSimulation;
import io.holdfast.simulator.engine.RunMonitor;
import io.holdfast.simulator.format.ModelReader;
import io.holdfast.simulator.format.ReadOutcome;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Drill;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The estimates of the sample's drills, bit by bit, without what they would teach. They change with the sample and with the
 * engine's numbers, which is always deliberate. {@code -Dholdfast.rewrite=true} writes the digests anew.
 */
class SampleDrillDigestTest {

    private static final Path SAMPLE = Path.of("../../service/src/main/resources/sample/operator.yaml");
    private static final Path STORED = Path.of("src/test/resources/sample-drill-digests.txt");

    @Test
    void everyDrillOfTheSampleGivesItsStoredEstimate() throws IOException {
        ContinuityModel model = sample();
        List<String> digests = model.drills().stream()
                .map(drill -> drill.id() + " " + digest(model, drill))
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

    /** Records write doubles so that equal texts are equal bits. */
    private static String digest(ContinuityModel model, Drill drill) {
        DrillRequest request = new DrillRequest(drill.id(), 500, 42, 2, null, new DrillDay("2026-11-26"), 1, 1, 0);
        return switch (DrillSimulation.run(model, request, RunMonitor.SILENT)) {
            case DrillOutcome.Finished finished ->
                sha256(finished.result().types().toString());
            case DrillOutcome.Cancelled cancelled -> throw new AssertionError("cancelled: " + cancelled);
            case DrillOutcome.Refused refused -> throw new AssertionError(refused.problems());
        };
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
