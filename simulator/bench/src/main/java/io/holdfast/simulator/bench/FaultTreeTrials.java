package io.holdfast.simulator.bench;

import io.holdfast.simulator.compile.CompiledModel;
import io.holdfast.simulator.compile.ModelCompiler;
import io.holdfast.simulator.engine.Way;
import io.holdfast.simulator.exact.EventTrials;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.DownState;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Hit;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Need;
import io.holdfast.simulator.model.NeedTerms;
import io.holdfast.simulator.model.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A generated fault tree: as many basic events as gates, a gate over three of what came before, in turn down when one is, when
 * all are, when two are; the top is down when one of the gates is that no other gate reads. Trials are 64 a word.
 */
final class FaultTreeTrials implements Rival {

    private static final double LEAST = 0.001;
    private static final double MOST = 0.1;

    private final EventTrials trials;

    FaultTreeTrials(int gates) {
        CompiledModel model = model(gates);
        trials = EventTrials.find(model, 2 * gates, Way.fastestPasses()).orElseThrow();
    }

    private static CompiledModel model(int gates) {
        SplittableRandom random = new SplittableRandom(gates);
        List<Element> elements = new ArrayList<>();
        List<Hit> hits = new ArrayList<>();
        for (int e = 0; e < gates; e++) {
            elements.add(Element.asset("e-" + e, "host").build());
            double chance = LEAST * Math.pow(MOST / LEAST, random.nextDouble());
            hits.add(new Hit(List.of(id(e)), null, null, null, null, null, chance, false, DownState.DAMAGED));
        }
        boolean[] read = new boolean[2 * gates];
        for (int e = gates; e < 2 * gates; e++) {
            int[] inputs = random.ints(0, e).distinct().limit(3).toArray();
            IntStream.of(inputs).forEach(input -> read[input] = true);
            elements.add(gate(e, inputs, 3 - new int[] {0, 2, 1}[e % 3]));
        }
        int[] open = IntStream.range(0, read.length).filter(e -> !read[e]).toArray();
        elements.add(gate(2 * gates, open, open.length));
        ContinuityModel model = ContinuityModel.of(elements, List.of(Scenario.of("s", hits, null)));
        return ModelCompiler.compile(model, model.scenarios().getFirst());
    }

    private static Id id(int e) {
        return Id.of("e-" + e);
    }

    private static Element gate(int e, int[] inputs, int needed) {
        List<Need> members = IntStream.of(inputs)
                .<Need>mapToObj(input -> new Need.One(id(input)))
                .toList();
        return Element.service("e-" + e)
                .needs(List.of(new Need.AtLeast(needed, members, NeedTerms.NONE)))
                .build();
    }

    /** Basic events and gates, the top included. */
    int nodes() {
        return trials.elements();
    }

    @Override
    public String name() {
        return "fault tree, 64 trials a word";
    }

    /** The share of trials in which the top event happens. */
    @Override
    public double run(long wanted) {
        long words = Math.ceilDiv(wanted, EventTrials.A_WORD);
        return (double) trials.down(1, 0, words) / (words * EventTrials.A_WORD);
    }
}
