package io.holdfast.simulator.rare;

import io.holdfast.simulator.compile.CompiledModel;
import io.holdfast.simulator.engine.TrialProbe;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes trials in which an event happened and leaves out hits one by one, the unlikeliest first, for as long as the event
 * still happens with the trial's other luck: what stays is a joint failure that brings it about. Not for several threads.
 */
final class ModeSearch {

    /** Trials of a step that are reduced for one question. */
    private static final int MOST_REDUCED = 250;

    /** Orders in which hits of equal chance are left out. */
    private static final int ORDERS = 2;

    private final TrialProbe probe;
    private final ElementEvents events;
    private final RelevantHits hits;
    private final Map<RareQuestion, Map<List<Integer>, Double>> found = new LinkedHashMap<>();

    ModeSearch(CompiledModel model, ElementEvents events, RelevantHits hits) {
        probe = new TrialProbe(model);
        this.events = events;
        this.hits = hits;
    }

    /** Looks at trials of a step in which the event of a question happened without a joint failure known before. */
    void search(RareQuestion question, Proposal proposal, long seed, List<Long> trials) {
        WeighedDraws draws = new WeighedDraws(proposal, seed);
        Map<List<Integer>, Double> modes = found.computeIfAbsent(question, q -> new LinkedHashMap<>());
        int reduced = 0;
        for (long trial : trials) {
            draws.startTrial(trial);
            Set<Integer> struck = new HashSet<>();
            for (int i = 0; i < draws.struck(); i++) {
                struck.add(draws.struck(i));
            }
            if (reduced < MOST_REDUCED && modes.keySet().stream().noneMatch(struck::containsAll)) {
                reduced++;
                for (int order = 0; order < ORDERS; order++) {
                    draws.startTrial(trial);
                    List<Integer> mode = reduce(question, draws, order == 0 ? 1 : -1);
                    modes.put(mode, probability(mode));
                }
            }
        }
    }

    private double probability(List<Integer> mode) {
        double probability = 1;
        for (int position : mode) {
            probability *= hits.probability(position);
        }
        return probability;
    }

    private List<Integer> reduce(RareQuestion question, WeighedDraws draws, int direction) {
        List<Integer> struck = new ArrayList<>();
        for (int i = 0; i < draws.struck(); i++) {
            struck.add(draws.struck(i));
        }
        List<Integer> order = new ArrayList<>(struck);
        order.sort(Comparator.<Integer>comparingDouble(hits::probability).thenComparingInt(i -> direction * i));
        for (int position : order) {
            draws.leaveOut(position);
            if (events.happened(question, probe.run(draws))) {
                struck.removeIf(kept -> kept == position);
            } else {
                draws.putBack(position);
            }
        }
        return struck;
    }

    /** The modes of a question, empty where none was found or where it needs no hit at all. */
    Optional<JointModes> findModes(RareQuestion question) {
        Map<List<Integer>, Double> modes = found.getOrDefault(question, Map.of());
        return modes.isEmpty() || modes.containsKey(List.of()) ? Optional.empty() : Optional.of(new JointModes(modes));
    }
}
