package io.holdfast.simulator.engine;

import static io.holdfast.simulator.engine.MethodBuilder.method;
import static io.holdfast.simulator.engine.Runs.elementOf;
import static io.holdfast.simulator.engine.Runs.exponential;
import static io.holdfast.simulator.engine.Runs.hitting;
import static io.holdfast.simulator.engine.Runs.one;
import static io.holdfast.simulator.engine.Runs.repair;
import static io.holdfast.simulator.engine.Runs.rto;
import static io.holdfast.simulator.engine.Runs.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.simulator.model.Amount;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Demand;
import io.holdfast.simulator.model.DownState;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.MethodData;
import io.holdfast.simulator.model.MethodKind;
import io.holdfast.simulator.model.Need;
import io.holdfast.simulator.model.NeedTerms;
import io.holdfast.simulator.model.Scenario;
import io.holdfast.simulator.result.RunResult;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The same model, scenario, trials and seed give the same result, however the work is cut. */
class BitIdentityTest {

    private static final long SOME = 20_000;
    private static final Scenario SCENARIO = hitting(DownState.DESTROYED, "db", "web-1", "web-2");

    private static List<Element> shop() {
        return List.of(
                Element.asset("db", "database")
                        .methods(List.of(
                                method(MethodKind.FAILOVER, exponential(1))
                                        .success(0.8)
                                        .capacity(0.6)
                                        .data(new MethodData.Replica(exponential(0.1)))
                                        .build(),
                                method(MethodKind.RESTORE, exponential(8))
                                        .data(new MethodData.Backup(24, 1, 0.9))
                                        .build()))
                        .capacity(new Amount("tps", 200))
                        .build(),
                web("web-1"),
                web("web-2"),
                Element.process("sell")
                        .needs(List.of(
                                one("db"),
                                new Need.Pool(
                                        List.of(one("web-1"), one("web-2")), List.of(0.5, 0.5), 0.5, NeedTerms.NONE)))
                        .demand(new Demand("tps", 100, 0))
                        .objectives(rto(4))
                        .build());
    }

    private static Element web(String id) {
        return Element.asset(id, "host")
                .methods(List.of(method(MethodKind.REBUILD, exponential(3)).build()))
                .restart(exponential(0.2))
                .build();
    }

    private static RunResult inBlocks(int threads, int block) {
        RunRequest request = new RunRequest(Id.of("s"), SOME, 42, threads);
        RunOutcome outcome = Simulation.run(
                ContinuityModel.of(shop(), List.of(SCENARIO)),
                request,
                RunMonitor.SILENT,
                Way.fastest().withBlock(block));
        return switch (outcome) {
            case RunOutcome.Finished finished -> finished.result();
            case RunOutcome.Cancelled cancelled -> throw new AssertionError("cancelled: " + cancelled);
        };
    }

    @Test
    void threadsAndBlocksChangeNothing() {
        RunResult alone = inBlocks(1, 1024);
        assertThat(inBlocks(2, 1024)).isEqualTo(alone);
        assertThat(inBlocks(5, 1024)).isEqualTo(alone);
        assertThat(inBlocks(1, 1)).isEqualTo(alone);
        assertThat(inBlocks(2, 17)).isEqualTo(alone);
        assertThat(inBlocks(5, 100_000)).isEqualTo(alone);
    }

    @Test
    void anUnrelatedElementMovesNobodysNumbers() {
        RunResult before = run(shop(), SCENARIO, SOME, 2);
        List<Element> more = new ArrayList<>();
        more.add(Element.asset("a-stranger", "host")
                .methods(List.of(repair(exponential(5))))
                .restart(exponential(1))
                .build());
        more.addAll(shop());
        Scenario wider = hitting(DownState.DESTROYED, "db", "web-1", "web-2", "a-stranger");
        RunResult after = run(more, wider, SOME, 2);
        for (Element element : shop()) {
            String id = element.id().value();
            assertThat(elementOf(after, id)).isEqualTo(elementOf(before, id));
        }
    }

    @Test
    void anotherSeedGivesOtherNumbers() {
        ContinuityModel model = ContinuityModel.of(shop(), List.of(SCENARIO));
        RunOutcome other = Simulation.run(model, new RunRequest(Id.of("s"), SOME, 43, 1), RunMonitor.SILENT);
        assertThat(other)
                .isInstanceOfSatisfying(
                        RunOutcome.Finished.class,
                        finished -> assertThat(elementOf(finished.result(), "sell"))
                                .isNotEqualTo(elementOf(inBlocks(1, 1024), "sell")));
    }
}
