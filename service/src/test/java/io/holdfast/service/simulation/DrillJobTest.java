package io.holdfast.service.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.simulator.engine.RunMonitor;
import io.holdfast.simulator.format.ModelReader;
import io.holdfast.simulator.format.ReadOutcome;
import io.holdfast.simulator.model.ContinuityModel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Estimates of drills outside of any service. */
class DrillJobTest {

    private static final String MODEL = """
            holdfast: 1
            assets: [{id: db, kind: database, recovery: [{method: restore, duration: 2, data: {every: 24}}]}]
            drills:
              - {id: restore, types: [data-recovery], scope: [db]}
              - {id: nothing, types: [live-failover, scenario], scope: [db]}
            """;

    private static ContinuityModel model() {
        return switch (ModelReader.read(MODEL.getBytes(StandardCharsets.UTF_8))) {
            case ReadOutcome.Read read -> read.model();
            case ReadOutcome.Refused refused ->
                throw new AssertionError(refused.violations().toString());
        };
    }

    private static Run run(String drill, DrillOptions options) {
        return new Run(
                1,
                RunKind.DRILL,
                drill,
                options.toJson(),
                RunStatus.RUNNING,
                100,
                0,
                42,
                "0",
                "sha256:0",
                Instant.EPOCH,
                null,
                null,
                null,
                "somebody");
    }

    @Test
    void worksOnTheDrillWithItsOptions() {
        DrillOptions options = new DrillOptions(false, "2026-11-26", null, null, 0);
        assertThat(DrillOptions.ofJson(options.toJson())).isEqualTo(options);
        assertThat(new DrillJob(new RunThreads(0)).work(model(), run("restore", options), RunMonitor.SILENT))
                .hasValueSatisfying(result -> assertThat(result)
                        .contains("\"drill\":\"restore\"", "\"announced\":false", "\"asOf\":\"2026-11-26\""));
    }

    @Test
    void saysInOneSentenceATypeWhyADrillCannotBeEstimated() {
        assertThatThrownBy(() -> new DrillJob(new RunThreads(0))
                        .work(model(), run("nothing", DrillOptions.NONE), RunMonitor.SILENT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has a method 'failover'")
                .hasMessageContaining("plays a scenario and names none");
    }

    @Test
    void aRunOfADrillHasNoScenario() {
        assertThatThrownBy(() -> run("restore", DrillOptions.NONE).scenario())
                .hasMessage("Run 1 is of a drill, not of a scenario");
    }
}
