package io.holdfast.simulator.engine;

import static io.holdfast.simulator.engine.MethodBuilder.method;
import static io.holdfast.simulator.engine.Runs.chance;
import static io.holdfast.simulator.engine.Runs.elementOf;
import static io.holdfast.simulator.engine.Runs.exponential;
import static io.holdfast.simulator.engine.Runs.fixed;
import static io.holdfast.simulator.engine.Runs.hitting;
import static io.holdfast.simulator.engine.Runs.isCloseTo;
import static io.holdfast.simulator.engine.Runs.one;
import static io.holdfast.simulator.engine.Runs.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.simulator.model.DownState;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.MethodData;
import io.holdfast.simulator.model.MethodKind;
import io.holdfast.simulator.model.Need;
import io.holdfast.simulator.model.NeedTerms;
import io.holdfast.simulator.model.Objectives;
import io.holdfast.simulator.model.Scenario;
import io.holdfast.simulator.model.UncertainHours;
import io.holdfast.simulator.result.ElementResult;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Data loss against exact answers; four standard errors each. */
class ExactDataTest {

    private static final MethodData.Replica EXP_LAG = new MethodData.Replica(exponential(1));

    private static Element db(String id, double rpo, MethodData data) {
        return Element.asset(id, "database")
                .objectives(new Objectives(null, null, rpo, null, null, null))
                .methods(List.of(method(MethodKind.RESTORE, fixed(1)).data(data).build()))
                .build();
    }

    private static ElementResult.DataLoss lossOf(
            MethodData data, double rpo, DownState state, @Nullable UncertainHours dwell) {
        Scenario base = hitting(state, "db");
        Scenario scenario = new Scenario(
                base.id(), base.label(), null, null, base.hits(), null, null, null, dwell, 1, 1, base.when(), 8760);
        return Objects.requireNonNull(elementOf(run(List.of(db("db", rpo, data)), scenario), "db")
                .dataLoss());
    }

    @Test
    void theNewestCopyIsUniformlyOldPlusTheTimeItTakes() {
        var loss = lossOf(new MethodData.Backup(24, 1, 1), 7, DownState.DESTROYED, null);
        isCloseTo(loss.mean(), 13, 24 / Math.sqrt(12));
        chance(loss.withinRpo(), 6.0 / 24);
    }

    @Test
    void unusableCopiesAreGeometric() {
        var loss = lossOf(new MethodData.Backup(24, 1, 0.6), 49, DownState.DESTROYED, null);
        chance(loss.withinRpo(), 1 - 0.4 * 0.4);
        // 24 times a geometric number (variance 0.4 / 0.36) and a uniform phase
        isCloseTo(loss.mean(), 1 + 12 + 24 * 0.4 / 0.6, 24 * Math.sqrt(0.4 / 0.36 + 1.0 / 12));
    }

    @Test
    void aReplicaLosesItsLagAndAfterCorruptionAtLeastTheDwellTime() {
        chance(lossOf(EXP_LAG, 2, DownState.DESTROYED, fixed(3)).withinRpo(), 1 - Math.exp(-2));
        chance(lossOf(EXP_LAG, 2, DownState.CORRUPTED, fixed(3)).withinRpo(), 0);
        chance(lossOf(EXP_LAG, 3.5, DownState.CORRUPTED, fixed(3)).withinRpo(), 1 - Math.exp(-3.5));
    }

    @Test
    void copiesYoungerThanTheCorruptionAreUseless() {
        var loss = lossOf(new MethodData.Backup(24, 0, 1), 42, DownState.CORRUPTED, fixed(30));
        // uniform between 30 and 54
        chance(loss.withinRpo(), 0.5);
        isCloseTo(loss.mean(), 42, 24 / Math.sqrt(12));
    }

    @Test
    void aProcessLosesTheSecondSmallestOfTwoOutOfThree() {
        List<Element> elements = List.of(
                db("a", 1, EXP_LAG),
                db("b", 1, EXP_LAG),
                db("c", 1, EXP_LAG),
                Element.process("p")
                        .needs(List.of(new Need.AtLeast(2, List.of(one("a"), one("b"), one("c")), NeedTerms.NONE)))
                        .objectives(new Objectives(null, null, 1.0, null, null, null))
                        .build());
        var loss = elementOf(run(elements, hitting(DownState.DESTROYED, "a", "b", "c")), "p")
                .dataLoss();
        double p = 1 - Math.exp(-1);
        chance(Objects.requireNonNull(loss).withinRpo(), p * p * (3 - 2 * p));
    }

    @Test
    void whatIsHitAndNeverRecoveredLosesEverythingAndWhatLacksPowerNothing() {
        Element power = Element.asset("power", "power").build();
        Element lost = db("lost", 1, EXP_LAG);
        Element broken = Element.asset("broken", "database")
                .methods(List.of(method(MethodKind.RESTORE, fixed(1))
                        .success(0)
                        .data(EXP_LAG)
                        .build()))
                .build();
        Element dark = Element.asset("dark", "database")
                .needs("power")
                .methods(List.of(
                        method(MethodKind.RESTORE, fixed(1)).data(EXP_LAG).build()))
                .build();
        var result = run(List.of(power, lost, broken, dark), hitting(DownState.DESTROYED, "power", "broken"), 2000, 1);
        assertThat(Objects.requireNonNull(elementOf(result, "broken").dataLoss())
                        .lostAll()
                        .value())
                .isEqualTo(1);
        assertThat(Objects.requireNonNull(elementOf(result, "dark").dataLoss())
                        .lostAll()
                        .value())
                .isZero();
        assertThat(elementOf(result, "dark").recovery().never().value()).isEqualTo(1);
    }
}
