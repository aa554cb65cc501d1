package io.holdfast.service.drill.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.simulator.model.Drill;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("row:D8")
class DrillPolicyTest {

    @Test
    void standsInTheGuideAsItIs() throws IOException {
        String rows = DrillPolicy.STANDARD.rows().stream()
                .map(cells -> "| " + String.join(" | ", cells) + " |")
                .collect(Collectors.joining("\n"));
        assertThat(Files.readString(Path.of("../docs/guide/drills.md")))
                .as("the table between the policy marks of docs/guide/drills.md; its rows must be:\n%s", rows)
                .contains("|---|---|---|---|\n" + rows + "\n<!-- /policy -->");
    }

    @Test
    void asksNoLessOfTheMoreCritical() {
        List<DrillPolicy.Step> steps = DrillPolicy.STANDARD.steps();
        for (int i = 1; i < steps.size(); i++) {
            assertThat(steps.get(i - 1).drills().size())
                    .isGreaterThanOrEqualTo(steps.get(i).drills().size());
            assertThat(hardest(steps.get(i - 1))).isGreaterThanOrEqualTo(hardest(steps.get(i)));
        }
        assertThat(DrillPolicy.STANDARD.stepOf(9)).isEqualTo(steps.getLast());
    }

    private static Drill.Type hardest(DrillPolicy.Step step) {
        return step.drills().stream()
                .flatMap(List::stream)
                .max(Drill.Type::compareTo)
                .orElseThrow();
    }

    @Test
    void refusesAPolicyThatAsksForNothingOrGoesBackwards() {
        DrillPolicy.Step second = DrillPolicy.STANDARD.stepOf(2);
        DrillPolicy.Step first = DrillPolicy.STANDARD.stepOf(1);
        assertThatThrownBy(() -> new DrillPolicy(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DrillPolicy(List.of(second, first)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[2, 1]");
    }
}
