package io.holdfast.simulator.engine;

import static io.holdfast.simulator.engine.MethodBuilder.method;
import static io.holdfast.simulator.engine.Runs.exponential;
import static io.holdfast.simulator.engine.Runs.fixed;
import static io.holdfast.simulator.engine.Runs.hitting;
import static io.holdfast.simulator.engine.Runs.one;
import static io.holdfast.simulator.engine.Runs.repair;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.simulator.compile.ModelCompiler;
import io.holdfast.simulator.lanes.LaneAnalysis;
import io.holdfast.simulator.lanes.LaneFit;
import io.holdfast.simulator.lanes.Misfit;
import io.holdfast.simulator.model.Amount;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Demand;
import io.holdfast.simulator.model.DownState;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Label;
import io.holdfast.simulator.model.MethodData;
import io.holdfast.simulator.model.MethodKind;
import io.holdfast.simulator.model.Need;
import io.holdfast.simulator.model.NeedTerms;
import io.holdfast.simulator.model.RecoveryMethod;
import io.holdfast.simulator.model.Scenario;
import io.holdfast.simulator.model.ServiceLevel;
import io.holdfast.simulator.model.Team;
import io.holdfast.simulator.model.UncertainHours;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What keeps a model out of lanes, and that it does so only where the scenario reaches it. */
class LaneFitTest {

    private static final long TRIALS = 100;
    private static final Scenario BROKEN = hitting(DownState.DAMAGED, "host");

    private static ContinuityModel model(List<Team> teams, Scenario scenario, Element... elements) {
        return new ContinuityModel(
                Label.NONE,
                null,
                null,
                List.of(),
                teams,
                List.of(),
                List.of(elements),
                List.of(),
                List.of(scenario),
                List.of());
    }

    private static long again(List<Team> teams, Scenario scenario, Element... elements) {
        return Runs.run(model(teams, scenario, elements), TRIALS, 1).computed().inEventLoop();
    }

    private static Set<Misfit> misfits(List<Team> teams, Scenario scenario, Element... elements) {
        ContinuityModel model = model(teams, scenario, elements);
        return switch (LaneAnalysis.of(ModelCompiler.compile(model, scenario))) {
            case LaneFit.Fits fits -> Set.of();
            case LaneFit.DoesNotFit not -> not.because();
        };
    }

    private static Set<Misfit> misfits(Element... elements) {
        return misfits(List.of(), BROKEN, elements);
    }

    private static Element host() {
        return host(repair(exponential(2)));
    }

    private static Element host(RecoveryMethod... methods) {
        return Element.asset("host", "host").methods(List.of(methods)).build();
    }

    private static NeedTerms terms(@Nullable UncertainHours holdsFor, @Nullable Double soft) {
        return new NeedTerms(null, holdsFor, soft, null, null, Map.of());
    }

    private static Element process(Need... needs) {
        return Element.process("sell").needs(List.of(needs)).build();
    }

    @Test
    void aPlainChainFits() {
        assertThat(misfits(host(), process(one("host")))).isEmpty();
    }

    @Test
    void heldSoftAndPartialNeedsDoNotFit() {
        assertThat(misfits(host(), process(new Need.AllOf(List.of(one("host")), terms(fixed(1), null)))))
                .containsExactly(Misfit.HOLDS_FOR);
        assertThat(misfits(host(), process(new Need.AllOf(List.of(one("host")), terms(null, 0.5)))))
                .containsExactly(Misfit.SOFT);
        Element other = Element.asset("other", "host").build();
        List<Need> both = List.of(one("host"), one("other"));
        assertThat(misfits(host(), other, process(new Need.Pool(both, List.of(0.5, 0.5), 0.5, NeedTerms.NONE))))
                .containsExactly(Misfit.PARTIAL_POOL);
        assertThat(misfits(host(), other, process(new Need.Pool(both, List.of(1.0, 1.0), 1, NeedTerms.NONE))))
                .isEmpty();
    }

    @Test
    void interimMethodsAndDataDoNotFit() {
        assertThat(misfits(
                        host(method(MethodKind.REPAIR, fixed(1)).capacity(0.5).build())))
                .containsExactly(Misfit.INTERIM);
        assertThat(misfits(host(method(MethodKind.REPAIR, fixed(1)).lasts(4).build())))
                .containsExactly(Misfit.INTERIM);
        assertThat(misfits(host(method(MethodKind.REPAIR, fixed(1))
                        .data(new MethodData.Replica(fixed(0)))
                        .build())))
                .containsExactly(Misfit.DATA);
    }

    @Test
    void loadCreditsAndAVeryLongHorizonDoNotFit() {
        Element carrier = Element.asset("host", "host")
                .methods(List.of(repair(fixed(1))))
                .capacity(new Amount("tps", 5))
                .build();
        Element asks = Element.process("sell")
                .needs("host")
                .demand(new Demand("tps", 1, 0))
                .build();
        assertThat(misfits(carrier, asks)).containsExactly(Misfit.LOAD);
        ServiceLevel paysBack = new ServiceLevel(
                null, ServiceLevel.Period.MONTH, 10, List.of(), List.of(new ServiceLevel.Credit(1, 0.1)));
        assertThat(misfits(
                        host(),
                        Element.process("sell")
                                .needs("host")
                                .serviceLevel(paysBack)
                                .build()))
                .containsExactly(Misfit.CREDITS);
        Scenario s = BROKEN;
        Scenario centuries =
                new Scenario(s.id(), s.label(), null, null, s.hits(), null, null, null, null, 1, 1, s.when(), 1e6);
        assertThat(misfits(List.of(), centuries, host())).containsExactly(Misfit.HORIZON);
    }

    @Test
    void crewsFitUnlessSomeOfThemMayStayAway() {
        RecoveryMethod work = method(MethodKind.REPAIR, fixed(1)).crew("ops", 2).build();
        Scenario both = hitting(DownState.DAMAGED, "host", "twin");
        assertThat(misfits(List.of(team(2)), BROKEN, host(work))).isEmpty();
        assertThat(misfits(List.of(team(3)), both, host(work), twin(work))).isEmpty();
        Scenario s = BROKEN;
        Scenario half =
                new Scenario(s.id(), s.label(), null, null, s.hits(), null, null, null, null, 0.5, 1, s.when(), 8760);
        assertThat(misfits(List.of(team(2)), half, host(work))).containsExactly(Misfit.CREWS);
    }

    /** Two pieces of work of an hour at once need four people: with three, lanes vouch for no trial, with four for all. */
    @Test
    void trialsInWhichPeopleAreShortRunInTheEventLoop() {
        RecoveryMethod work = method(MethodKind.REPAIR, fixed(1)).crew("ops", 2).build();
        Scenario both = hitting(DownState.DAMAGED, "host", "twin");
        assertThat(again(List.of(team(3)), both, host(work), twin(work))).isEqualTo(TRIALS);
        assertThat(again(List.of(team(4)), both, host(work), twin(work))).isZero();
    }

    private static Team team(int size) {
        return new Team(Id.of("ops"), Label.NONE, size, true, null, null);
    }

    private static Element twin(RecoveryMethod method) {
        return Element.asset("twin", "host").methods(List.of(method)).build();
    }

    @Test
    void cyclesDoNotFitWhereTheScenarioReachesThem() {
        Element a = Element.service("a").needs("b", "host").build();
        Element b = Element.service("b").needs("a").build();
        assertThat(misfits(host(), a, b)).containsExactly(Misfit.CYCLE);
        assertThat(misfits(host(), Element.service("a").needs("b").build(), b)).isEmpty();
    }

    @Test
    void whatTheScenarioCannotStopDoesNotCount() {
        Element far = Element.asset("far", "host")
                .methods(List.of(
                        method(MethodKind.REPAIR, fixed(1)).capacity(0.5).build()))
                .build();
        assertThat(misfits(host(), far, process(new Need.AllOf(List.of(one("far")), terms(fixed(1), null)))))
                .isEmpty();
    }
}
