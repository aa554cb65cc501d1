package io.holdfast.simulator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.DownState;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.ElementBuilder;
import io.holdfast.simulator.model.Failure;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.MethodKind;
import io.holdfast.simulator.model.Need;
import io.holdfast.simulator.model.NeedTerms;
import io.holdfast.simulator.result.YearResult;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Histories on bits give the bits of the event loop, on random models that fit; what does not fit says why. */
class BitHistoryTest {

    private static final int MODELS = 60;

    /** Layers of all, k of n and nested entries; some elements never fail, some never come back, some cost money. */
    private static ContinuityModel random(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int size = 4 + random.nextInt(40);
        List<Element> elements = new ArrayList<>();
        for (int e = 0; e < size; e++) {
            ElementBuilder builder = e < size - 3 ? Element.asset("e-" + e, "host") : Element.process("e-" + e);
            builder.needs(needs(random, e));
            if (random.nextInt(4) > 0) {
                builder.failure(new Failure(20 + random.nextInt(400), random.nextInt(3) == 0 ? 2 : 1));
            }
            if (random.nextInt(12) > 0) {
                builder.methods(List.of(MethodBuilder.method(
                                MethodKind.REPAIR,
                                random.nextInt(4) == 0 ? Runs.fixed(7) : Runs.exponential(1 + random.nextInt(20)))
                        .build()));
            }
            elements.add(
                    switch (random.nextInt(3)) {
                        case 0 -> Years.losing(builder, 100);
                        case 1 -> Years.withServiceLevel(builder, 0.99, 1000, 0.1);
                        default -> builder.build();
                    });
        }
        return ContinuityModel.of(elements, List.of());
    }

    private static List<Need> needs(SplittableRandom random, int e) {
        List<Need> entries = new ArrayList<>();
        for (int i = 0; e > 0 && i < random.nextInt(3); i++) {
            entries.add(need(random, e, 0));
        }
        return entries;
    }

    private static Need need(SplittableRandom random, int e, int depth) {
        if (depth == 2 || random.nextInt(3) == 0) {
            return new Need.One(Id.of("e-" + random.nextInt(e)));
        }
        List<Need> members = new ArrayList<>();
        for (int i = 0; i < 2 + random.nextInt(4); i++) {
            members.add(need(random, e, depth + 1));
        }
        return random.nextBoolean()
                ? new Need.AllOf(members, NeedTerms.NONE)
                : new Need.AtLeast(1 + random.nextInt(members.size()), members, NeedTerms.NONE);
    }

    private static YearResult run(ContinuityModel model, YearRequest request, boolean bits) {
        return switch (YearSimulation.run(model, request, RunMonitor.SILENT, bits)) {
            case YearOutcome.Finished finished -> finished.result();
            case YearOutcome.Cancelled cancelled -> throw new AssertionError("cancelled");
        };
    }

    private static YearResult plain(YearResult result) {
        return new YearResult(
                result.years(),
                result.horizonHours(),
                result.warmupHours(),
                result.seed(),
                result.engine(),
                new YearResult.Computed(YearResult.Computed.By.EVENTS, List.of()),
                result.elements(),
                result.loss(),
                result.penalty(),
                result.capacity(),
                result.findings());
    }

    @Test
    void bitsAndEventsAgreeOnRandomModels() {
        int outages = 0;
        for (long number = 0; number < MODELS; number++) {
            ContinuityModel model = random(number);
            YearRequest request = new YearRequest(12, 3_000, number % 2 == 0 ? 0 : 777, number, 2, Detail.EVERYTHING);
            YearResult bits = run(model, request, true);
            assertThat(bits.computed().by()).as("model %s", number).isEqualTo(YearResult.Computed.By.BITS);
            assertThat(plain(bits)).as("model %s", number).isEqualTo(run(model, request, false));
            outages +=
                    bits.elements().stream().anyMatch(e -> e.outages().perYear().value() > 10) ? 1 : 0;
        }
        assertThat(outages).isGreaterThan(MODELS / 2);
    }

    @Test
    void processesAloneAreWhatTheyAreAmongAll() {
        ContinuityModel model = random(3);
        YearRequest all = new YearRequest(12, 3_000, 0, 1, 1, Detail.EVERYTHING);
        YearRequest few = new YearRequest(12, 3_000, 0, 1, 1, Detail.PROCESSES);
        List<YearResult.OfElement> processes = run(model, all, true).elements();
        assertThat(run(model, few, true).elements())
                .isEqualTo(processes.subList(processes.size() - 3, processes.size()));
    }

    @Test
    void bitsAndEventsAgreeWhereFewElementsAreReported() {
        long interrupted = 0;
        for (long number = 0; number < MODELS; number++) {
            ContinuityModel model = random(number);
            long horizon = number % 4 == 0 ? 60_000 : 3_000;
            YearRequest request = new YearRequest(6, horizon, number % 2 == 0 ? 0 : 777, number, 1, Detail.PROCESSES);
            YearResult bits = run(model, request, true);
            assertThat(plain(bits)).as("model %s", number).isEqualTo(run(model, request, false));
            interrupted += bits.elements().stream()
                    .mapToDouble(e -> e.availability().mean().value())
                    .filter(available -> available > 0.05 && available < 0.95)
                    .count();
        }
        assertThat(interrupted).isGreaterThan(MODELS);
    }

    @Test
    void repairsOfNoTimeShowOnSinglePointsOfFailure() {
        List<Element> elements = new ArrayList<>();
        for (int e = 0; e < 3; e++) {
            elements.add(Element.asset("a-" + e, "host")
                    .failure(new Failure(500, 1))
                    .methods(List.of(MethodBuilder.method(MethodKind.REPAIR, Runs.fixed(e == 0 ? 0 : 40))
                            .build()))
                    .build());
        }
        elements.add(Element.process("p").needs("a-0", "a-1", "a-2").build());
        ContinuityModel model = ContinuityModel.of(elements, List.of());
        YearRequest request = new YearRequest(40, 10_000, 0, 5, 1, Detail.PROCESSES);
        YearResult bits = run(model, request, true);
        assertThat(bits.computed().by()).isEqualTo(YearResult.Computed.By.BITS);
        assertThat(plain(bits)).isEqualTo(run(model, request, false));
    }

    @Test
    void aRepairOfNoTimeGoesThroughTheEventLoop() {
        Element a = Element.asset("a", "host")
                .failure(new Failure(100, 1))
                .methods(List.of(
                        MethodBuilder.method(MethodKind.REPAIR, Runs.fixed(0)).build()))
                .build();
        YearResult result = run(ContinuityModel.of(List.of(a), List.of()), new YearRequest(10, 10_000, 0, 1, 1), true);
        assertThat(result.elements().getFirst().outages().perYear().value()).isGreaterThan(70);
        assertThat(result.elements().getFirst().availability().mean().value()).isEqualTo(1);
    }

    @Test
    void saysWhyAModelDoesNotFit() {
        Element a = Element.asset("a", "host")
                .failure(new Failure(100, 1))
                .methods(List.of(MethodBuilder.method(MethodKind.REPAIR, Runs.fixed(1))
                        .success(0.5)
                        .build()))
                .build();
        Element b = Element.asset("b", "host").needs("a").restart(Runs.fixed(1)).build();
        ContinuityModel model = ContinuityModel.of(
                List.of(a, b), List.of(Years.arriving("storm", 1, DownState.OUTAGE, Runs.fixed(1), "a")));
        assertThat(run(model, new YearRequest(2, 100, 0, 1, 1), true).computed())
                .isEqualTo(new YearResult.Computed(
                        YearResult.Computed.By.EVENTS, List.of("arrivals", "recovery", "restart")));
    }
}
