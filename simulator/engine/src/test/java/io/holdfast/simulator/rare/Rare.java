package io.holdfast.simulator.rare;

import io.holdfast.simulator.engine.RunMonitor;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Distribution;
import io.holdfast.simulator.model.DownState;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Hit;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.MethodKind;
import io.holdfast.simulator.model.Need;
import io.holdfast.simulator.model.NeedTerms;
import io.holdfast.simulator.model.Objectives;
import io.holdfast.simulator.model.RecoveryMethod;
import io.holdfast.simulator.model.Scenario;
import io.holdfast.simulator.model.UncertainHours;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Builders and runs for the tests of this package. */
final class Rare {

    /** Asks for no diagram: trials alone. */
    static final int NO_DIAGRAM = 0;

    /** Mean hours of every repair. */
    static final double REPAIR = 3;

    private Rare() {}

    /** Service x needs one of n hosts, each with a repair of an exponential time; x is to be back within 4 hours. */
    static ContinuityModel anyOf(int hosts, Hit... hits) {
        List<Element> elements = new ArrayList<>();
        List<Need> members = new ArrayList<>();
        for (int i = 0; i < hosts; i++) {
            elements.add(Element.asset("h-" + i, "host")
                    .methods(List.of(RecoveryMethod.of(
                            MethodKind.REPAIR, UncertainHours.of(new Distribution.Exponential(REPAIR)))))
                    .build());
            members.add(new Need.One(Id.of("h-" + i)));
        }
        elements.add(Element.service("x")
                .needs(List.of(new Need.AtLeast(1, members, NeedTerms.NONE)))
                .objectives(new Objectives(12.0, 4.0, null, null, null, null))
                .build());
        return ContinuityModel.of(elements, List.of(Scenario.of("s", List.of(hits), null)));
    }

    /** Service x needs all of as many services as there are hosts, each two of three hosts that are drawn for it. */
    static ContinuityModel pairsOf(int hosts, double probability) {
        SplittableRandom random = new SplittableRandom(hosts);
        List<Element> elements = new ArrayList<>();
        List<Need> all = new ArrayList<>();
        for (int i = 0; i < hosts; i++) {
            elements.add(Element.asset("h-" + i, "host").build());
        }
        for (int i = 0; i < hosts; i++) {
            List<Need> three = random.ints(0, hosts)
                    .distinct()
                    .limit(3)
                    .<Need>mapToObj(h -> new Need.One(Id.of("h-" + h)))
                    .toList();
            elements.add(Element.service("s-" + i)
                    .needs(List.of(new Need.AtLeast(2, three, NeedTerms.NONE)))
                    .build());
            all.add(new Need.One(Id.of("s-" + i)));
        }
        elements.add(Element.service("x").needs(all).build());
        return ContinuityModel.of(elements, List.of(Scenario.of("s", List.of(everyHost(probability)), null)));
    }

    static Hit everyHost(double probability) {
        return new Hit(null, null, null, List.of("host"), null, null, probability, false, DownState.DAMAGED);
    }

    static Hit together(double probability, int... hosts) {
        List<Id> of = IntStream.of(hosts).mapToObj(i -> Id.of("h-" + i)).toList();
        return new Hit(of, null, null, null, null, null, probability, true, DownState.DAMAGED);
    }

    static RareElement of(ContinuityModel model, Id element, long trials, long seed, int nodeLimit) {
        return of(model, new RareRequest(Id.of("s"), List.of(element), trials, seed, 2), nodeLimit);
    }

    static RareElement of(ContinuityModel model, RareRequest request, int nodeLimit) {
        return switch (RareRun.run(model, request, RunMonitor.SILENT, nodeLimit)) {
            case RareOutcome.Finished finished -> finished.result().elements().getFirst();
            case RareOutcome.Cancelled cancelled -> throw new AssertionError(cancelled);
        };
    }

    static RareEstimate estimate(RareElement element, RareQuestion question) {
        return element.estimates().stream()
                .filter(each -> each.question() == question)
                .findFirst()
                .orElseThrow();
    }

    /** The standard error of an estimate, from its effective trials. */
    static double standardError(RareEstimate estimate) {
        double p = estimate.chance().value();
        return Math.sqrt(p * (1 - p) / estimate.effectiveTrials());
    }
}
