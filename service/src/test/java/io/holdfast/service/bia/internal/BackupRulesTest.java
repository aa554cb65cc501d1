package io.holdfast.service.bia.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import io.holdfast.simulator.model.MethodData.Backup;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What copies lose, against hand calculation and against copies drawn as the simulator draws them. */
@Tag("row:B5")
class BackupRulesTest {

    @ParameterizedTest
    @CsvSource({
        // every, takes, usable, RPO, chance
        "3, 1, 1, 4, 1", // 3 + 1 ≤ 4: always
        "6, 1, 1, 4, 0.5", // the phase must be at most 3 of 6
        "6, 4, 1, 4, 0",
        "3, 1, 0.9, 4, 0.9", // only the newest is young enough
        "3, 1, 0.9, 7, 0.99", // the newest two are
        "4, 0, 0.5, 6, 0.625", // 0.5 × 1 + 0.25 × (6 − 4)/4
        "4, 0, 0, 6, 0"
    })
    void theChanceToLoseNoMoreThanTheRpo(double every, double takes, double usable, double rpo, double chance) {
        assertThat(BackupRules.chanceWithin(new Backup(every, takes, usable), rpo))
                .isEqualTo(chance, offset(1e-12));
    }

    @Test
    void isWhatCopiesDrawnByTheFormulaOfTheSimulatorGive() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20261126);
        Backup backup = new Backup(6, 0.5, 0.7);
        int draws = 200_000;
        int within = 0;
        for (int i = 0; i < draws; i++) {
            double age = random.nextDouble() * backup.everyHours() + backup.takesHours();
            while (random.nextDouble() >= backup.usable()) {
                age += backup.everyHours();
            }
            within += age <= 9 ? 1 : 0;
        }
        // four standard errors of a share: fails once in 16 000 seeds, and the seed is fixed
        assertThat((double) within / draws)
                .isEqualTo(BackupRules.chanceWithin(backup, 9), offset(4 * 0.5 / Math.sqrt(draws)));
    }

    @Test
    void anIntervalOfNearlyNothingEnds() {
        assertThat(BackupRules.chanceWithin(new Backup(1e-300, 0, 1e-9), 1e6)).isLessThanOrEqualTo(1);
    }
}
