package io.holdfast.simulator.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.simulator.model.Drill;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("row:D8")
class DrillPolicyTest {

    @Test
    void asksNoLessOfTheMoreCritical() {
        for (DrillPolicy policy : List.of(DrillPolicy.STANDARD, DrillPolicy.TAIWAN, DrillPolicy.DORA)) {
            List<DrillPolicy.Step> steps = policy.steps();
            for (int i = 1; i < steps.size(); i++) {
                assertThat(steps.get(i - 1).drills().size())
                        .isGreaterThanOrEqualTo(steps.get(i).drills().size());
                assertThat(hardest(steps.get(i - 1))).isGreaterThanOrEqualTo(hardest(steps.get(i)));
            }
            assertThat(policy.stepOf(9)).isEqualTo(steps.getLast());
            assertThat(steps).allSatisfy(step -> assertThat(step.source()).isNotBlank());
        }
    }

    private static Drill.Type hardest(DrillPolicy.Step step) {
        return step.drills().stream()
                .flatMap(asked -> asked.types().stream())
                .max(Drill.Type::compareTo)
                .orElseThrow();
    }

    @Test
    @Tag("row:D1")
    void asksAsStandardForWhatTaiwanAndDoraAskForOfTierOne() {
        for (DrillPolicy policy : List.of(DrillPolicy.TAIWAN, DrillPolicy.DORA)) {
            assertThat(types(DrillPolicy.STANDARD.stepOf(1))).containsAll(types(policy.stepOf(1)));
            assertThat(types(DrillPolicy.STANDARD.stepOf(2))).containsAll(types(policy.stepOf(2)));
        }
    }

    private static Set<Drill.Type> types(DrillPolicy.Step step) {
        Set<Drill.Type> types = new HashSet<>();
        step.drills().forEach(asked -> types.addAll(asked.types()));
        return types;
    }

    @Test
    void countsYearsFromTheLastTime() {
        DrillPolicy.Asked everyOther = DrillPolicy.TAIWAN.stepOf(2).drills().getLast();
        assertThat(everyOther.isDue(2026, null)).isTrue();
        assertThat(everyOther.isDue(2026, 2025)).isFalse();
        assertThat(everyOther.isDue(2026, 2024)).isTrue();
    }

    @Test
    void refusesAPolicyThatAsksForNothingOrGoesBackwards() {
        DrillPolicy.Step second = DrillPolicy.STANDARD.stepOf(2);
        DrillPolicy.Step first = DrillPolicy.STANDARD.stepOf(1);
        assertThatThrownBy(() -> new DrillPolicy(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DrillPolicy(List.of(second, first)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[2, 1]");
        assertThatThrownBy(() -> new DrillPolicy.Asked(List.of(), 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
