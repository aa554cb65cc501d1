package io.holdfast.simulator.rare;

import io.holdfast.simulator.compile.CompiledModel;
import io.holdfast.simulator.engine.TrialOutcome;
import io.holdfast.simulator.engine.TrialProbe;
import java.util.List;

/** Runs blocks of weighed trials and sums the events of one element. One instance a thread. */
final class WeighedTrials implements Blocks.Worker {

    private final TrialProbe probe;
    private final WeighedDraws draws;
    private final ElementEvents events;
    private final List<RareQuestion> questions;
    private final boolean isPilot;
    private final int summedHits;

    /**
     * Ready to run.
     *
     * @param isPilot whether the weights of the hits that happen are summed too, and trials noted
     */
    WeighedTrials(
            CompiledModel model,
            ElementEvents events,
            List<RareQuestion> questions,
            Proposal proposal,
            long seed,
            boolean isPilot) {
        probe = new TrialProbe(model);
        draws = new WeighedDraws(proposal, seed);
        this.events = events;
        this.questions = questions;
        this.isPilot = isPilot;
        summedHits = isPilot ? proposal.hits().size() : 0;
    }

    @Override
    public WeighedSums run(long from, long to) {
        WeighedSums sums = new WeighedSums(questions.size(), summedHits);
        for (long trial = from; trial < to; trial++) {
            draws.startTrial(trial);
            TrialOutcome outcome = probe.run(draws);
            for (int q = 0; q < questions.size(); q++) {
                if (events.happened(questions.get(q), outcome)) {
                    add(sums, q, trial);
                }
            }
        }
        return sums;
    }

    private void add(WeighedSums sums, int question, long trial) {
        sums.add(question, draws.weight());
        if (isPilot) {
            sums.addTrial(question, trial);
            for (int i = 0; i < draws.struck(); i++) {
                sums.addStruck(question, draws.struck(i), draws.weight());
            }
        }
    }
}
