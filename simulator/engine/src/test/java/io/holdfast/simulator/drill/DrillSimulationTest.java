package io.holdfast.simulator.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.simulator.engine.RunMonitor;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Distribution;
import io.holdfast.simulator.model.DownState;
import io.holdfast.simulator.model.Drill;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Evidence;
import io.holdfast.simulator.model.Hit;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Label;
import io.holdfast.simulator.model.MethodData;
import io.holdfast.simulator.model.MethodKind;
import io.holdfast.simulator.model.Provenance;
import io.holdfast.simulator.model.Scenario;
import io.holdfast.simulator.model.UncertainHours;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What holds for drills of every type. */
@Tag("row:D8")
class DrillSimulationTest {

    private static ContinuityModel model(List<Drill.Type> types, List<Id> scope, Element... more) {
        UncertainHours restore =
                new UncertainHours(new Distribution.Lognormal(2, 6), new Provenance(Evidence.EXPERT, null, "workshop"));
        Element db = Element.asset("db", "database")
                .methods(List.of(
                        Plays.method(MethodKind.FAILOVER, Plays.fixed(0.5), 0.9, null, "ops", "replica"),
                        Plays.method(MethodKind.RESTORE, restore, 1, new MethodData.Backup(24, 1, 0.9), "ops")))
                .build();
        Element sell = Element.process("sell")
                .needs("db")
                .objectives(Plays.targets(4.0, 12.0))
                .build();
        Scenario loss = Plays.with(
                Scenario.of("loss", List.of(Hit.on("db", DownState.CORRUPTED)), null),
                UncertainHours.of(new Distribution.Uniform(0.1, 1)),
                UncertainHours.of(new Distribution.Uniform(0.1, 2)));
        List<Element> elements = Stream.concat(
                        Stream.of(Element.asset("replica", "database").build(), db, sell), Stream.of(more))
                .toList();
        return Plays.model(
                List.of(Plays.team("ops", 1, 0.5, 1)),
                List.of(Plays.contact("lead", "ops", 0.9, 0.1, null)),
                elements,
                List.of(loss),
                new Drill(Id.of("d"), Label.NONE, types, scope, Id.of("loss"), false, List.of()));
    }

    private static final List<Drill.Type> ALL = List.of(Drill.Type.values());
    private static final List<Id> SELL = List.of(Id.of("sell"));

    private static DrillRequest request(int threads, int draws) {
        return new DrillRequest(Id.of("d"), 2_000, 7, threads, null, null, 1, 1, draws);
    }

    @Test
    void givesTheSameForAnyNumberOfThreads() {
        ContinuityModel model = model(ALL, SELL);
        DrillResult one = Plays.result(model, request(1, 60));
        assertThat(Plays.result(model, request(5, 60))).isEqualTo(one);
        assertThat(Plays.result(model, request(1, 60))).isEqualTo(one);
        assertThat(one.types()).extracting(TypeOutcome::type).containsExactlyElementsOf(ALL);
    }

    @Test
    void anUnrelatedElementMovesNobodysNumbers() {
        DrillResult with =
                Plays.result(model(ALL, SELL, Element.asset("else", "host").build()), request(2, 0));
        assertThat(with).isEqualTo(Plays.result(model(ALL, SELL), request(2, 0)));
    }

    @Test
    void anotherSeedGivesOtherLuck() {
        DrillRequest other = new DrillRequest(Id.of("d"), 2_000, 8, 2, null, null, 1, 1, 0);
        assertThat(Plays.result(model(ALL, SELL), other).types())
                .isNotEqualTo(Plays.result(model(ALL, SELL), request(2, 0)).types());
    }

    @Test
    void teachesWhatOneMoreObservationTakesAwayOfNotKnowing() {
        DrillRequest asked = new DrillRequest(Id.of("d"), 200, 7, 2, null, null, 1, 1, 400);
        TypeOutcome.Estimated type = Plays.only(Plays.result(model(List.of(Drill.Type.DATA_RECOVERY), SELL), asked));
        Teaching teaching = type.teaching();
        assertThat(teaching.status()).isEqualTo(Teaching.Status.ESTIMATED);
        assertThat(teaching.element()).isEqualTo(Id.of("sell"));
        Teaching.Lesson first = teaching.lessons().getFirst();
        assertThat(first.input().address()).isEqualTo("db:restore DURATION");
        assertThat(first.weight()).isEqualTo(3);
        assertThat(first.share().value()).isBetween(0.85, 1.05);
        assertThat(first.expectedReduction()).isCloseTo(first.share().value() / 4, within(1e-12));
    }

    @Test
    void aDesktopDrillTeachesOfTheResponseAndARestoreOfTheStore() {
        DrillResult result = Plays.result(model(ALL, SELL), request(2, 60));
        result.types().forEach(type -> {
            Teaching teaching = ((TypeOutcome.Estimated) type).teaching();
            List<String> inputs = teaching.lessons().stream()
                    .map(lesson -> lesson.input().quantity().name())
                    .toList();
            if (type.type() == Drill.Type.DESKTOP) {
                assertThat(inputs).isSubsetOf("DETECT", "DECLARE", "MOBILISE", "MOBILISE_OFF_HOURS");
            }
            if (type.type() == Drill.Type.LIVE_FAILOVER) {
                assertThat(inputs).doesNotContain("DECLARE", "USABLE");
            }
        });
    }

    @Test
    void oneTypeThatCannotBePlayedLeavesTheOthers() {
        ContinuityModel model = model(ALL, List.of(Id.of("replica")));
        List<TypeOutcome> types = Plays.result(model, request(1, 0)).types();
        assertThat(types.get(0)).isInstanceOf(TypeOutcome.NotPossible.class);
        assertThat(types.get(1)).isInstanceOf(TypeOutcome.NotPossible.class);
        assertThat(types.get(2)).isInstanceOf(TypeOutcome.Estimated.class);
        assertThat(types.get(3)).isInstanceOf(TypeOutcome.NotPossible.class);
    }

    @Test
    void refusesADrillWithoutScopeOrType() {
        assertThat(code(model(ALL, List.of()))).isEqualTo("drill-no-scope");
        assertThat(code(model(ALL, List.of(Id.of("ops"))))).isEqualTo("drill-no-scope");
        assertThat(code(model(List.of(), SELL))).isEqualTo("drill-no-type");
    }

    private static String code(ContinuityModel model) {
        return ((DrillOutcome.Refused) Plays.outcome(model, request(1, 0)))
                .problems()
                .getFirst()
                .code();
    }

    @Test
    void refusesNumbersThatMakeNoSense() {
        assertThatThrownBy(() -> new DrillRequest(Id.of("d"), 0, 1, 1, null, null, 1, 1, 0))
                .hasMessageContaining("trials is 0");
        assertThatThrownBy(() -> new DrillRequest(Id.of("d"), 1, 1, 1, null, null, -1, 1, 0))
                .hasMessageContaining("stay is -1");
        assertThatThrownBy(() -> new DrillRequest(Id.of("d"), 1, 1, 1, null, null, 1, 1, 10))
                .hasMessageContaining("draws is 10");
        assertThatThrownBy(() -> new DrillDay("26 November")).hasMessageContaining("'26 November' is no day");
        assertThatThrownBy(() ->
                        Plays.outcome(model(ALL, SELL), new DrillRequest(Id.of("e"), 1, 1, 1, null, null, 1, 1, 0)))
                .hasMessageContaining("no drill 'e'");
    }

    @Test
    void reportsItsProgressInTrialsAndStopsWhenAsked() {
        AtomicLong last = new AtomicLong();
        RunMonitor listening = new RunMonitor() {
            @Override
            public void onProgress(long trialsDone) {
                last.set(trialsDone);
            }

            @Override
            public boolean isCancelled() {
                return false;
            }
        };
        DrillSimulation.run(model(ALL, SELL), request(1, 60), listening);
        assertThat(last).hasValue(2_000);
        RunMonitor stopping = new RunMonitor() {
            @Override
            public void onProgress(long trialsDone) {
                last.set(trialsDone);
            }

            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        assertThat(DrillSimulation.run(model(ALL, SELL), request(1, 60), stopping))
                .isInstanceOf(DrillOutcome.Cancelled.class);
    }
}
