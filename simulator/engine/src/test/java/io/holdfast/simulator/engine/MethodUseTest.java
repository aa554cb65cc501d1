package io.holdfast.simulator.engine;

import static io.holdfast.simulator.engine.Runs.TRIALS;
import static io.holdfast.simulator.engine.Runs.elementOf;
import static io.holdfast.simulator.engine.Runs.exponential;
import static io.holdfast.simulator.engine.Runs.fourErrors;
import static io.holdfast.simulator.engine.Runs.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Distribution;
import io.holdfast.simulator.model.DownState;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Hit;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Label;
import io.holdfast.simulator.model.MethodKind;
import io.holdfast.simulator.model.RecoveryMethod;
import io.holdfast.simulator.model.Scenario;
import io.holdfast.simulator.model.Team;
import io.holdfast.simulator.model.UncertainHours;
import io.holdfast.simulator.result.MethodUse;
import io.holdfast.simulator.result.Response;
import io.holdfast.simulator.result.RunResult;
import io.holdfast.simulator.result.StepTimes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which methods a run used, and when, against exact answers. Seed 42, level 4 standard errors, as in ClosedFormTest. */
class MethodUseTest {

    private static final double SUCCESS = 0.7;

    /** Relative width of the bins in which many different values are kept. */
    private static final double BIN = 1.0 / 1024;

    /** Failover first, certain to take an hour and to succeed in 70 %; else a restore, exponential with mean 3 h. */
    private static List<Element> failoverElseRestore() {
        return new ArrayList<>(List.of(Element.asset("db", "database")
                .methods(List.of(failover(), restore()))
                .build()));
    }

    private static RecoveryMethod failover() {
        return new RecoveryMethod(
                null,
                MethodKind.FAILOVER,
                Label.NONE,
                true,
                SUCCESS,
                UncertainHours.fixed(1),
                null,
                List.of(),
                1,
                null,
                null,
                Map.of(),
                null);
    }

    private static RecoveryMethod restore() {
        return new RecoveryMethod(
                Id.of("tape"),
                MethodKind.RESTORE,
                Label.NONE,
                false,
                1,
                exponential(3),
                null,
                List.of(),
                1,
                null,
                null,
                Map.of(Id.of("dba"), 1),
                null);
    }

    private static ContinuityModel model() {
        Scenario scenario = new Scenario(
                Id.of("s"),
                Label.NONE,
                null,
                null,
                List.of(Hit.on("db", DownState.DAMAGED)),
                UncertainHours.of(new Distribution.Uniform(0, 4)),
                null,
                null,
                null,
                1,
                1,
                Scenario.OfficeHours.ANY,
                Scenario.DEFAULT_HORIZON_HOURS);
        List<Team> teams = List.of(
                new Team(Id.of("dba"), Label.NONE, 2, true, UncertainHours.fixed(0.5), null),
                new Team(Id.of("idle"), Label.NONE, 2, true, null, null));
        return new ContinuityModel(
                Label.NONE,
                null,
                null,
                List.of(),
                teams,
                List.of(),
                failoverElseRestore(),
                List.of(),
                List.of(scenario),
                List.of());
    }

    private static final RunResult RUN = run(model(), TRIALS, 2);

    private static double hours(@Nullable Double value) {
        return Objects.requireNonNull(value);
    }

    private static StepTimes given(@Nullable StepTimes times) {
        return Objects.requireNonNull(times);
    }

    /** Standard error of a sample quantile at p of a density f there, times four. */
    private static double fourQuantileErrors(double p, double density, double n) {
        return 4 * Math.sqrt(p * (1 - p) / n) / density;
    }

    @Test
    @Tag("row:B13")
    void aMethodIsUsedInTheShareOfTrialsInWhichItSucceeds() {
        List<MethodUse> methods = elementOf(RUN, "db").methods();
        assertThat(methods).extracting(MethodUse::kind).containsExactly(MethodKind.FAILOVER, MethodKind.RESTORE);
        assertThat(methods.getFirst().used().value()).isCloseTo(SUCCESS, within(fourErrors(SUCCESS, TRIALS)));
        assertThat(methods.getLast().used().value()).isCloseTo(1 - SUCCESS, within(fourErrors(SUCCESS, TRIALS)));
        assertThat(methods.getLast().id()).isEqualTo(Id.of("tape"));
    }

    @Test
    void theFirstMethodStartsAtOnceAndTakesItsTime() {
        MethodUse failover = elementOf(RUN, "db").methods().getFirst();
        assertThat(hours(given(failover.start()).p95().value())).isZero();
        assertThat(hours(given(failover.done()).p05().value())).isEqualTo(1);
        assertThat(hours(given(failover.done()).p95().value())).isEqualTo(1);
    }

    /** It starts at max(1, U + 0.5), U uniform in [0, 4]: 1 with chance 1/8, then uniform to 4.5. */
    @Test
    void theNextMethodStartsWhenTheFirstHasFailedAndItsTeamIsThere() {
        MethodUse restore = elementOf(RUN, "db").methods().getLast();
        double n = TRIALS * (1 - SUCCESS);
        StepTimes start = given(restore.start());
        assertThat(hours(start.p05().value())).isCloseTo(1, within(BIN));
        assertThat(hours(start.p50().value())).isCloseTo(2.5, within(fourQuantileErrors(0.5, 0.25, n)));
        assertThat(hours(start.p95().value())).isCloseTo(4.3, within(fourQuantileErrors(0.95, 0.25, n)));
    }

    /**
     * P(start + Exp(3) > t) for t ≥ 4.5 is e^(-t/3) (e^(1/3) / 8 + (3/4) (e^(4.5/3) - e^(1/3))), the mean of e^(start/3)
     * over the start times e^(-t/3); its 95 % quantile follows. The density there is 0.05 / 3.
     */
    @Test
    void theNextMethodEndsItsOwnTimeAfterItsStart() {
        MethodUse restore = elementOf(RUN, "db").methods().getLast();
        double moment = Math.exp(1.0 / 3) / 8 + 0.75 * (Math.exp(1.5) - Math.exp(1.0 / 3));
        double exact = 3 * Math.log(moment / 0.05);
        assertThat(hours(given(restore.done()).p95().value()))
                .isCloseTo(exact, within(fourQuantileErrors(0.95, 0.05 / 3, TRIALS * (1 - SUCCESS))));
    }

    @Test
    void theDecisionAndTheCallOfATeamHaveTheirTimes() {
        Response response = RUN.response();
        double n = TRIALS * (1 - SUCCESS);
        assertThat(response.called().value()).isCloseTo(1 - SUCCESS, within(fourErrors(SUCCESS, TRIALS)));
        assertThat(hours(given(response.decided()).p50().value()))
                .isCloseTo(2, within(fourQuantileErrors(0.5, 0.25, n)));
        Response.TeamCall dba = response.teams().getFirst();
        assertThat(dba.called()).isEqualTo(response.called());
        assertThat(hours(given(dba.ready()).p50().value())).isCloseTo(2.5, within(fourQuantileErrors(0.5, 0.25, n)));
        assertThat(response.teams().getLast().ready()).isNull();
        assertThat(response.teams().getLast().called().high()).isPositive();
    }

    @Test
    void givesTheSameForAnyNumberOfThreads() {
        assertThat(run(model(), 20_000, 1)).isEqualTo(run(model(), 20_000, 7));
    }
}
