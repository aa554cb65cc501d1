package io.holdfast.simulator.engine;

import static io.holdfast.simulator.engine.MethodBuilder.method;
import static io.holdfast.simulator.engine.Runs.TRIALS;
import static io.holdfast.simulator.engine.Runs.chance;
import static io.holdfast.simulator.engine.Runs.elementOf;
import static io.holdfast.simulator.engine.Runs.exponential;
import static io.holdfast.simulator.engine.Runs.fixed;
import static io.holdfast.simulator.engine.Runs.hitting;
import static io.holdfast.simulator.engine.Runs.isCloseTo;
import static io.holdfast.simulator.engine.Runs.repair;
import static io.holdfast.simulator.engine.Runs.rto;
import static io.holdfast.simulator.engine.Runs.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.DownState;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Label;
import io.holdfast.simulator.model.MethodKind;
import io.holdfast.simulator.model.RecoveryMethod;
import io.holdfast.simulator.model.Scenario;
import io.holdfast.simulator.model.Scenario.OfficeHours;
import io.holdfast.simulator.model.Team;
import io.holdfast.simulator.model.UncertainHours;
import io.holdfast.simulator.result.ElementResult;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Recovery times against exact answers. Seed 42, four standard errors: a right engine fails a check in 16,000. */
class ExactRecoveryTest {

    private static ElementResult.Recovery recoveryOf(Element element, DownState state) {
        String id = element.id().value();
        return elementOf(run(List.of(element), hitting(state, id)), id).recovery();
    }

    private static Element db(double rto, RecoveryMethod... methods) {
        return Element.asset("db", "database")
                .objectives(rto(rto))
                .methods(List.of(methods))
                .build();
    }

    @Test
    void failoverElseRestoreIsAMixture() {
        ElementResult.Recovery recovery = recoveryOf(
                db(
                        4,
                        method(MethodKind.FAILOVER, fixed(0.5)).success(0.7).build(),
                        method(MethodKind.RESTORE, exponential(6)).build()),
                DownState.DESTROYED);
        chance(recovery.withinRto(), 0.7 + 0.3 * (1 - Math.exp(-3.5 / 6)));
        // variance of 0.3-chance times Exp(6): 0.3 * 72 - (0.3 * 6)^2
        isCloseTo(recovery.mean(), 0.5 + 0.3 * 6, Math.sqrt(0.3 * 72 - 1.8 * 1.8));
    }

    @Test
    void aChainOfNeedsIsErlang() {
        Element a = Element.asset("a", "host")
                .methods(List.of(method(MethodKind.REBUILD, exponential(2)).build()))
                .build();
        Element b = Element.asset("b", "host")
                .needs("a")
                .methods(List.of(method(MethodKind.REBUILD, exponential(2)).build()))
                .build();
        Element c = Element.process("c")
                .needs("b")
                .objectives(rto(6))
                .methods(List.of(method(MethodKind.REBUILD, exponential(2)).build()))
                .build();
        ElementResult last = elementOf(run(List.of(a, b, c), hitting(DownState.DESTROYED, "a", "b", "c")), "c");
        chance(last.recovery().withinRto(), 1 - Math.exp(-3) * (1 + 3 + 4.5));
        assertThat(last.driving())
                .extracting(ElementResult.DrivingLink::link)
                .containsExactlyInAnyOrder("a:rebuild", "b:rebuild", "c:rebuild");
        assertThat(last.driving())
                .allSatisfy(link -> assertThat(link.share().value()).isEqualTo(1));
    }

    @Test
    void repairDoesNotWaitForPower() {
        Element power = Element.asset("power", "power")
                .methods(List.of(repair(exponential(2))))
                .build();
        Element disk = Element.asset("disk", "storage")
                .needs("power")
                .objectives(rto(3))
                .methods(List.of(repair(exponential(2))))
                .build();
        ElementResult result =
                elementOf(run(List.of(power, disk), hitting(DownState.DAMAGED, "power", "disk")), "disk");
        chance(result.recovery().withinRto(), Math.pow(1 - Math.exp(-1.5), 2));
    }

    @Test
    void aFailedMethodIsFollowedByTheNext() {
        ElementResult.Recovery recovery = recoveryOf(
                db(
                        2,
                        method(MethodKind.REPAIR, exponential(1)).success(0.5).build(),
                        method(MethodKind.REPLACE, exponential(1)).build()),
                DownState.DAMAGED);
        chance(recovery.withinRto(), 0.5 * (1 - Math.exp(-2)) + 0.5 * (1 - Math.exp(-2) * 3));
    }

    @Test
    void whatIsLeftWithoutAMethodNeverComesBack() {
        ElementResult.Recovery recovery = recoveryOf(
                db(4, method(MethodKind.REPAIR, exponential(1)).success(0.6).build()), DownState.DAMAGED);
        chance(recovery.never(), 0.4);
        assertThat(recovery.p80().value()).isNull();
        // 0.6 (1 - exp(-t)) = 1/2
        assertThat(recovery.p50().value())
                .isCloseTo(-Math.log(1 - 0.5 / 0.6), within(4 * 0.5 / Math.sqrt(TRIALS) / (0.6 * (1 - 0.5 / 0.6))));
    }

    @Test
    void whatComesBackAfterTheHorizonIsNever() {
        Scenario base = hitting(DownState.DAMAGED, "db");
        Scenario scenario = scenario(base.hits(), null, null, OfficeHours.ANY, 4);
        ElementResult.Recovery recovery = elementOf(run(List.of(db(9, repair(exponential(3)))), scenario), "db")
                .recovery();
        chance(recovery.never(), Math.exp(-4.0 / 3));
    }

    @Test
    void restartFollowsTheEndOfTheOutage() {
        Element host = Element.asset("host", "host").build();
        Element app = Element.asset("app", "application")
                .needs("host")
                .restart(exponential(2))
                .objectives(rto(4))
                .build();
        Scenario base = hitting(DownState.OUTAGE, "host");
        Scenario scenario = scenario(base.hits(), null, exponential(1), OfficeHours.ANY, 8760);
        ElementResult result = elementOf(run(List.of(host, app), scenario), "app");
        // sum of Exp(1) and Exp(2)
        chance(result.recovery().withinRto(), 1 - (2 * Math.exp(-4.0 / 2) - Math.exp(-4)));
    }

    @Test
    void aMethodWaitsForTheLastOfItsTeams() {
        List<Team> teams = List.of(team("x", exponential(1), null), team("y", exponential(2), null));
        Element db = db(3.5, method(MethodKind.REPAIR, fixed(1)).crew("x", "y").build());
        Scenario scenario =
                scenario(hitting(DownState.DAMAGED, "db").hits(), fixed(0.5), null, OfficeHours.OFFICE, 8760);
        chance(
                elementOf(run(model(teams, db, scenario), TRIALS, 2), "db")
                        .recovery()
                        .withinRto(),
                (1 - Math.exp(-2)) * (1 - Math.exp(-1)));
    }

    @Test
    void anyHourIsOffHoursFor128Of168() {
        List<Team> teams = List.of(team("x", fixed(0), fixed(2)));
        Element db = db(1.5, method(MethodKind.REPAIR, fixed(1)).crew("x").build());
        Scenario scenario = scenario(hitting(DownState.DAMAGED, "db").hits(), null, null, OfficeHours.ANY, 8760);
        chance(
                elementOf(run(model(teams, db, scenario), TRIALS, 2), "db")
                        .recovery()
                        .withinRto(),
                40.0 / 168);
    }

    private static ContinuityModel model(List<Team> teams, Element element, Scenario scenario) {
        return new ContinuityModel(
                Label.NONE,
                null,
                null,
                List.of(),
                teams,
                List.of(),
                List.of(element),
                List.of(),
                List.of(scenario),
                List.of());
    }

    private static Team team(String id, UncertainHours mobilise, @Nullable UncertainHours offHours) {
        return new Team(Id.of(id), Label.NONE, 1, true, mobilise, offHours);
    }

    static Scenario scenario(
            List<io.holdfast.simulator.model.Hit> hits,
            @Nullable UncertainHours detect,
            @Nullable UncertainHours lasts,
            OfficeHours when,
            double horizon) {
        return new Scenario(Id.of("s"), Label.NONE, null, null, hits, detect, null, lasts, null, 1, 1, when, horizon);
    }
}
