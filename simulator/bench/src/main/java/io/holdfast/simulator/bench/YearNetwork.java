package io.holdfast.simulator.bench;

import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Distribution;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Failure;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.MethodKind;
import io.holdfast.simulator.model.Need;
import io.holdfast.simulator.model.NeedTerms;
import io.holdfast.simulator.model.RecoveryMethod;
import io.holdfast.simulator.model.UncertainHours;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The same network over a year: every element but the last fails by itself, exponentially every {@value #MTBF} hours, and is repaired
 * in exponential times of {@value #MTTR} hours; it serves while it is whole and its gate is met. The last, the process, needs all that
 * nothing else needs, so that no element can be left out by anybody.
 */
record YearNetwork(Network network) {

    static final double MTBF = 40_000;
    static final double MTTR = 12;
    static final double HOURS = 8760;

    /** The network of so many elements. */
    static YearNetwork of(int size) {
        Network plain = Network.of(size);
        int[][] needs = plain.needs().clone();
        int[] atLeast = plain.atLeast().clone();
        boolean[] needed = new boolean[size];
        for (int e = 0; e < size - 1; e++) {
            for (int need : needs[e]) {
                needed[need] = true;
            }
        }
        needs[size - 1] = IntStream.range(0, size - 1).filter(e -> !needed[e]).toArray();
        atLeast[size - 1] = needs[size - 1].length;
        return new YearNetwork(plain.withNeeds(needs, atLeast));
    }

    /** Failures of one history, on average: the unit of its rates. */
    double failures() {
        return (network.size() - 1) * HOURS / (MTBF + MTTR);
    }

    ContinuityModel model() {
        List<Element> elements = new ArrayList<>();
        for (int e = 0; e < network.size(); e++) {
            elements.add(element(e));
        }
        return ContinuityModel.of(elements, List.of());
    }

    private Element element(int e) {
        int atLeast = network.atLeast()[e];
        List<Need> members = IntStream.of(network.needs()[e])
                .mapToObj(needed -> (Need) new Need.One(Id.of("e-" + needed)))
                .toList();
        List<Need> needs =
                atLeast < members.size() ? List.of(new Need.AtLeast(atLeast, members, NeedTerms.NONE)) : members;
        if (e == network.size() - 1) {
            return Element.process("e-" + e).needs(needs).build();
        }
        return Element.asset("e-" + e, "host")
                .failure(new Failure(MTBF, 1))
                .needs(needs)
                .methods(List.of(
                        RecoveryMethod.of(MethodKind.REPAIR, UncertainHours.of(new Distribution.Exponential(MTTR)))))
                .build();
    }
}
