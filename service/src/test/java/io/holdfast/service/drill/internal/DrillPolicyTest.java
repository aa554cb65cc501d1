package io.holdfast.service.drill.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.service.drill.DrillWords;
import io.holdfast.simulator.calendar.DrillPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("row:D8")
class DrillPolicyTest {

    @Test
    void standsInTheGuideAsItIs() throws IOException {
        String rows = DrillPolicy.STANDARD.steps().stream()
                .map(step -> "| "
                        + String.join(
                                " | ",
                                step.tier() + (step.tier() == DrillPolicy.STANDARD.lowestTier() ? " and beyond" : ""),
                                String.valueOf(step.drills().size()),
                                step.drills().stream()
                                        .map(asked -> String.join(" with ", DrillWords.words(asked.types())))
                                        .collect(Collectors.joining(", ")),
                                step.source())
                        + " |")
                .collect(Collectors.joining("\n"));
        assertThat(Files.readString(Path.of("../docs/guide/drills.md")))
                .as("the table between the policy marks of docs/guide/drills.md; its rows must be:\n%s", rows)
                .contains("|---|---|---|---|\n" + rows + "\n<!-- /policy -->");
    }
}
