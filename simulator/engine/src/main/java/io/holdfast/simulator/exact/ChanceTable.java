package io.holdfast.simulator.exact;

import io.holdfast.simulator.compile.CompiledModel;
import io.holdfast.simulator.compile.HitTable.HitEntry;
import io.holdfast.simulator.sampling.Sampler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The independent chances of a scenario, and what is certain. Immutable. Cost: one pass over all hits. */
public final class ChanceTable {

    private static final int[] NONE = {};
    /** The cells of the uniform numbers. */
    private static final long GRID = 1L << 52;

    private final List<Chance> chances = new ArrayList<>();
    private final boolean[] certain;
    private final int[][] hitsOf;
    private final double[] noHold;
    private final int[] noHoldChance;

    /** The chances of a compiled scenario. */
    public ChanceTable(CompiledModel model) {
        int n = model.elements().size();
        certain = new boolean[n];
        hitsOf = new int[n][];
        Arrays.fill(hitsOf, NONE);
        for (int entry = 0; entry < model.hits().entries().size(); entry++) {
            add(entry, model.hits().entries().get(entry));
        }
        noHold = new double[model.needs().holds()];
        noHoldChance = new int[noHold.length];
        for (int hold = 0; hold < noHold.length; hold++) {
            noHold[hold] = chanceOfNoTicks(model.needs().holdSampler(hold));
            noHoldChance[hold] = -1;
            if (noHold[hold] > 0 && noHold[hold] < 1) {
                noHoldChance[hold] = chances.size();
                chances.add(new Chance.NoHold(
                        model.needs().holdOwner(hold),
                        hold,
                        noHold[hold],
                        model.needs().holdKey(hold)));
            }
        }
    }

    private void add(int entry, HitEntry hits) {
        if (hits.probability() >= 1) {
            for (int e : hits.elements()) {
                certain[e] = true;
            }
        } else if (hits.probability() > 0 && hits.together()) {
            List<Integer> all = Arrays.stream(hits.elements()).boxed().toList();
            if (!all.isEmpty()) {
                put(new Chance.Hit(entry, all, hits.probability(), hits.togetherKey()));
            }
        } else if (hits.probability() > 0) {
            for (int i = 0; i < hits.elements().length; i++) {
                put(new Chance.Hit(entry, List.of(hits.elements()[i]), hits.probability(), hits.keys()[i]));
            }
        }
    }

    private void put(Chance.Hit hit) {
        for (int e : hit.elements()) {
            hitsOf[e] = Arrays.copyOf(hitsOf[e], hitsOf[e].length + 1);
            hitsOf[e][hitsOf[e].length - 1] = chances.size();
        }
        chances.add(hit);
    }

    /** The chance that a time is of no ticks; times grow with the uniform number. */
    private static double chanceOfNoTicks(Sampler sampler) {
        long none = 0;
        long some = GRID;
        while (none < some) {
            long middle = (none + some) >>> 1;
            if (sampler.ticks((middle + 0.5) / GRID) == 0) {
                none = middle + 1;
            } else {
                some = middle;
            }
        }
        return (double) none / GRID;
    }

    /** How many chances there are. */
    public int size() {
        return chances.size();
    }

    /** A chance by its number. */
    public Chance get(int chance) {
        return chances.get(chance);
    }

    /** Whether the scenario hits an element for certain. */
    boolean isCertain(int e) {
        return certain[e];
    }

    /** The numbers of the chances that hit an element. */
    int[] hitsOf(int e) {
        return hitsOf[e];
    }

    /** The chance that a hold is of no length, 0 to 1. */
    double noHold(int hold) {
        return noHold[hold];
    }

    /** The number of that chance, or -1 where it is certain or impossible. */
    int noHoldChance(int hold) {
        return noHoldChance[hold];
    }
}
