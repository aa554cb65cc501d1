package io.holdfast.simulator.drill;

import io.holdfast.simulator.learning.InputRef;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.sampling.KeyedDraws;

/** One type of a drill, prepared to be played. Immutable. */
sealed interface Stage permits DesktopStage, RestoreStage, ScenarioStage, LiveStage {

    /** Plays single trials. One instance a thread. */
    interface Play {
        /** Plays the trial that the draws are set to, and counts it. */
        void run(KeyedDraws draws, Tally tally);
    }

    /** A tally with room for what is counted. */
    Tally tally();

    /** A player for one thread. */
    Play play();

    /** What was counted, in the reader's words; what it would teach is added later. */
    TypeOutcome.Estimated estimate(Tally tally);

    /** Whether playing it shows an input. */
    boolean exercises(InputRef input);

    /** The question whose answer it would sharpen. */
    Question question();

    /**
     * Whose P95 a drill is to teach about.
     *
     * @param model the model in which it is asked
     * @param scenario the scenario
     * @param element the element
     */
    record Question(ContinuityModel model, Id scenario, Id element) {}
}
