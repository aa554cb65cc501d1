package io.holdfast.simulator.rare;

import io.holdfast.simulator.compile.CompiledModel;
import io.holdfast.simulator.exact.EventDiagram;
import io.holdfast.simulator.rare.Proposal.Way;
import io.holdfast.simulator.rare.Proposal.Way.Plain;
import io.holdfast.simulator.rare.Proposal.Way.Tilted;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Finds, by a fixed number of trials, how to draw hits so that the questions' events are seen often: first with all hits
 * made likelier to several degrees, then step by step with each hit as likely as it is given the event.
 *
 * <p>Source: cross-entropy method (Rubinstein and Kroese, 2004, chapter 3). One use an instance.
 */
final class Pilot {

    /** Steps, the first one with the degrees alone. */
    static final int STEPS = 5;

    /** Trials of a step. */
    static final long TRIALS_A_STEP = 8_192;

    /** From this chance on plain trials see an event often enough. */
    private static final double NOT_RARE = 0.01;

    private static final double LEAST_SEEN = 20;

    /** How many hits happen in a trial on average, in each degree. */
    private static final double[] DEGREES = {1, 2, 4, 8, 16};

    /** A hit that the event makes less than so much likelier is drawn as it is. */
    private static final double WORTH_TILTING = 1.5;

    private static final double MOST_LIKELY = 0.95;

    private final CompiledModel model;
    private final ElementEvents events;
    private final List<RareQuestion> questions;
    private final RelevantHits hits;
    private final @Nullable EventDiagram given;
    private final List<Way> degrees = new ArrayList<>();
    private final @Nullable Way[] tilts;
    private final double[][] struckGivenEvent;
    private final double[] evidence;
    private final ModeSearch search;
    private final double[] chance;
    private final double[] effectiveSeen;

    /**
     * Ready to run.
     *
     * @param given the diagram of an event that every question's lies in, or null where there is none
     */
    Pilot(
            CompiledModel model,
            ElementEvents events,
            List<RareQuestion> questions,
            RelevantHits hits,
            @Nullable EventDiagram given) {
        this.model = model;
        this.events = events;
        this.questions = questions;
        this.hits = hits;
        this.given = given;
        for (double expected : DEGREES) {
            degrees.add(new Tilted(madeLikelier(expected)));
        }
        tilts = new Way[questions.size()];
        struckGivenEvent = new double[questions.size()][hits.size()];
        evidence = new double[questions.size()];
        search = new ModeSearch(model, events, hits);
        chance = new double[questions.size()];
        effectiveSeen = new double[questions.size()];
    }

    /** Runs the steps; false where they were stopped. */
    boolean run(Blocks blocks, long seed) {
        for (int step = 0; step < STEPS; step++) {
            Proposal proposal = step == 0 ? mixture(degrees, List.of(), List.of()) : proposal();
            long seedOfStep = seed ^ ((step + 1) * 0x5DEECE66D00000L);
            Optional<WeighedSums> sums = blocks.run(
                    TRIALS_A_STEP, () -> new WeighedTrials(model, events, questions, proposal, seedOfStep, true));
            if (sums.isEmpty()) {
                return false;
            }
            learn(sums.get());
            search(proposal, seedOfStep, sums.get());
        }
        return true;
    }

    /** Every step counts by the trials of equal weight that it saw: what one overlooks another may see. */
    private void learn(WeighedSums sums) {
        for (int q = 0; q < questions.size(); q++) {
            chance[q] = sums.weight(q) / TRIALS_A_STEP;
            effectiveSeen[q] = sums.effectiveSeen(q);
            if (sums.seen(q) > 0) {
                for (int i = 0; i < hits.size(); i++) {
                    struckGivenEvent[q][i] += effectiveSeen[q] * sums.struckGivenEvent(q, i);
                }
                evidence[q] += effectiveSeen[q];
                tilts[q] = tilt(q);
            }
        }
    }

    private void search(Proposal proposal, long seed, WeighedSums sums) {
        for (int q = 0; q < questions.size(); q++) {
            search.search(questions.get(q), proposal, seed, sums.trials(q));
        }
    }

    /** Each hit as likely as given the event; leaning on the middle degree while few trials say so. */
    private Tilted tilt(int q) {
        double trust = evidence[q] / (evidence[q] + LEAST_SEEN / 2);
        double[] middle = ((Tilted) degrees.get(DEGREES.length / 2)).probability();
        double[] tilted = new double[hits.size()];
        for (int i = 0; i < tilted.length; i++) {
            double p = hits.probability(i);
            double wanted = trust * struckGivenEvent[q][i] / evidence[q] + (1 - trust) * middle[i];
            tilted[i] = wanted < WORTH_TILTING * p ? p : Math.max(p, Math.min(MOST_LIKELY, wanted));
        }
        return new Tilted(tilted);
    }

    /** Whether plain trials see a question's event often enough. */
    boolean isNotRare(int question) {
        return chance[question] >= NOT_RARE && effectiveSeen[question] >= LEAST_SEEN;
    }

    /** What the steps came to. */
    Proposal proposal() {
        List<Way> found = new ArrayList<>();
        List<Way> joint = new ArrayList<>();
        for (int q = 0; q < questions.size(); q++) {
            Way tilt = tilts[q];
            if (tilt != null) {
                found.add(tilt);
            }
            search.findModes(questions.get(q)).map(Way.Joint::new).ifPresent(joint::add);
        }
        return found.isEmpty()
                ? mixture(degrees, List.of(), List.of())
                : mixture(List.of(degrees.get(1), degrees.get(3)), joint, found);
    }

    /** Two turns plain, four given the enclosing event, four joint failures, one a degree, and tilts for the rest. */
    private Proposal mixture(List<Way> some, List<Way> joint, List<Way> tilted) {
        List<Way> turns = new ArrayList<>(Collections.nCopies(2, new Plain()));
        if (given != null) {
            turns.addAll(Collections.nCopies(4, new Way.Given(given)));
        }
        if (!joint.isEmpty()) {
            fill(turns, joint, turns.size() + 4);
        }
        if (!tilted.isEmpty()) {
            turns.addAll(some);
        }
        fill(turns, tilted.isEmpty() ? some : tilted, Proposal.TURNS);
        return Proposal.of(hits, turns);
    }

    private static void fill(List<Way> turns, List<Way> ways, int to) {
        for (int i = 0; turns.size() < to; i++) {
            turns.add(ways.get(i % ways.size()));
        }
    }

    /** All odds raised to one power below 1, such that so many hits are expected; unlikely hits stay the unlikelier ones. */
    private double[] madeLikelier(double expected) {
        double low = 0;
        double high = 1;
        for (int i = 0; i < 60; i++) {
            double power = (low + high) / 2;
            if (Arrays.stream(raised(power)).sum() > expected) {
                low = power;
            } else {
                high = power;
            }
        }
        return raised(high);
    }

    private double[] raised(double power) {
        double[] raised = new double[hits.size()];
        IntFunction<Double> odds = i -> hits.probability(i) / (1 - hits.probability(i));
        for (int i = 0; i < raised.length; i++) {
            double more = StrictMath.pow(odds.apply(i), power);
            raised[i] = Math.max(hits.probability(i), Math.min(MOST_LIKELY, more / (1 + more)));
        }
        return raised;
    }
}
