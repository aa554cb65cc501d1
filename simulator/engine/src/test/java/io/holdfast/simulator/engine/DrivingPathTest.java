package io.holdfast.simulator.engine;

import static io.holdfast.simulator.engine.MethodBuilder.method;
import static io.holdfast.simulator.engine.Runs.elementOf;
import static io.holdfast.simulator.engine.Runs.exponential;
import static io.holdfast.simulator.engine.Runs.fixed;
import static io.holdfast.simulator.engine.Runs.hitting;
import static io.holdfast.simulator.engine.Runs.one;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.simulator.lanes.ScalarPasses;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.DownState;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Hit;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Label;
import io.holdfast.simulator.model.MethodKind;
import io.holdfast.simulator.model.Need;
import io.holdfast.simulator.model.NeedTerms;
import io.holdfast.simulator.model.Scenario;
import io.holdfast.simulator.model.Team;
import io.holdfast.simulator.result.Computed;
import io.holdfast.simulator.result.RunResult;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Driving paths in lanes where several causes come at one instant, or work takes no time: those of the event loop. */
class DrivingPathTest {

    private static final long TRIALS = 2_000;
    private static final int HOSTS = 5;
    private static final Team OPS = new Team(Id.of("ops"), Label.NONE, 100, true, fixed(2), null);

    private static RunResult run(ContinuityModel model, Way way, Detail detail) {
        RunRequest request = new RunRequest(Id.of("s"), TRIALS, 7, 1, detail);
        return switch (Simulation.run(model, request, RunMonitor.SILENT, way)) {
            case RunOutcome.Finished finished -> finished.result();
            case RunOutcome.Cancelled cancelled -> throw new AssertionError("cancelled: " + cancelled);
        };
    }

    private static ContinuityModel withTeam(List<Element> elements, String... damaged) {
        return withTeam(elements, hitting(DownState.DAMAGED, damaged));
    }

    private static ContinuityModel withTeam(List<Element> elements, Scenario scenario) {
        ContinuityModel plain = ContinuityModel.of(elements, List.of(scenario));
        return new ContinuityModel(
                plain.label(),
                plain.currency(),
                plain.timeZone(),
                plain.sites(),
                List.of(OPS),
                plain.contacts(),
                elements,
                plain.plans(),
                plain.scenarios(),
                plain.drills());
    }

    private static Element process(Need... needs) {
        return Element.process("sell").needs(List.of(needs)).build();
    }

    /** The result of the process alone, where elements go the vectorised way, held with that of every element to the event loop. */
    private static RunResult checked(ContinuityModel model) {
        for (Detail detail : List.of(Detail.EVERYTHING, Detail.PROCESSES)) {
            RunResult lanes = run(model, Way.lanes(new ScalarPasses()), detail);
            assertThat(lanes.computed().by()).isEqualTo(Computed.By.LANES);
            assertThat(lanes.elements())
                    .as("%s", detail)
                    .isEqualTo(run(model, Way.events(), detail).elements());
        }
        return run(model, Way.lanes(new ScalarPasses()), Detail.PROCESSES);
    }

    private static List<String> links(RunResult result) {
        return elementOf(result, "sell").driving().stream()
                .map(link -> link.link() + " " + link.share().value())
                .sorted()
                .toList();
    }

    @Test
    void peopleWhoComeWithTheLastNeedAreTheCause() {
        Element power = Element.asset("power", "device")
                .methods(List.of(method(MethodKind.RESTORE, fixed(2)).build()))
                .build();
        Element host = Element.asset("host", "host")
                .needs(List.of(one("power")))
                .methods(
                        List.of(method(MethodKind.RESTORE, fixed(1)).crew("ops").build()))
                .build();
        RunResult found = checked(withTeam(List.of(power, host, process(one("host"))), "power", "host"));
        assertThat(found.computed().inEventLoop()).isZero();
        assertThat(links(found)).containsExactly("host:restore 1.0", "response 1.0");
    }

    @Test
    void aFailedMethodIsALinkAndOfEqualNeedsTheFirstAsWritten() {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < HOSTS; i++) {
            elements.add(Element.asset("host-" + i, "host")
                    .methods(List.of(
                            method(MethodKind.RESTORE, fixed(1)).success(0.5).build(),
                            method(MethodKind.REBUILD, fixed(2)).build()))
                    .build());
        }
        elements.add(Element.asset("web", "host")
                .needs(List.of(
                        new Need.AtLeast(2, List.of(one("host-2"), one("host-0"), one("host-1")), NeedTerms.NONE)))
                .methods(List.of(method(MethodKind.RESTORE, fixed(1)).build()))
                .restart(fixed(1))
                .build());
        elements.add(process(one("host-4"), one("web"), one("host-3")));
        checked(withTeam(elements, "host-0", "host-1", "host-2", "host-3", "host-4"));
        Hit often = new Hit(null, null, null, List.of("host"), null, null, 0.8, false, DownState.DAMAGED);
        checked(withTeam(elements, Scenario.of("s", List.of(often), null)));
        checked(withTeam(elements, "host-0", "host-1", "host-2", "host-3", "host-4", "web"));
    }

    @Test
    void workOfNoTimeIsALinkToo() {
        Element power = Element.asset("power", "device")
                .methods(List.of(method(MethodKind.RESTORE, exponential(1)).build()))
                .build();
        Element host = Element.asset("host", "host")
                .needs(List.of(one("power")))
                .methods(List.of(
                        method(MethodKind.RESTORE, exponential(1.0 / 3600)).build()))
                .build();
        RunResult found = checked(withTeam(List.of(power, host, process(one("host"))), "power", "host"));
        assertThat(found.computed().inEventLoop()).isLessThan(TRIALS / 2);
        assertThat(links(found)).containsExactly("host:restore 1.0", "power:restore 1.0");
    }
}
