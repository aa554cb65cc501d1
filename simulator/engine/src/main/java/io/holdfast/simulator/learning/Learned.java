package io.holdfast.simulator.learning;

import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.result.Estimate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What some actuals would make of a model: a preview. Nothing is changed until somebody takes {@link #model}.
 *
 * @param changes the numbers that change, in file order
 * @param leftOut the figures that teach nothing, and why, in the order given
 * @param bias what the guesses share, or null where it was not asked for or no guess was measured
 * @param stated how the actuals fell into what the model states
 * @param model the model with all changes
 */
public record Learned(
        List<Change> changes,
        List<LeftOut> leftOut,
        @Nullable SharedBias bias,
        Coverage stated,
        ContinuityModel model) {

    /** Copies the lists. */
    public Learned {
        changes = List.copyOf(changes);
        leftOut = List.copyOf(leftOut);
    }

    /** Why a figure teaches nothing. */
    public enum Reason {
        /** No type of the drill shows such a number: what was written down was not played. */
        NOT_SHOWN,
        /** Planned work says nothing of recovery. */
        MAINTENANCE,
        /** The model states that it always takes no time: that has no logarithm. State a small time. */
        ALWAYS_ZERO,
        /** It was broken off later than what is known of a measured time holds possible: the row is wrong, or what is known. */
        BEYOND_BELIEF
    }

    /**
     * A figure that was left out.
     *
     * @param event the event
     * @param measured the figure
     * @param reason why
     */
    public record LeftOut(String event, Measured measured, Reason reason) {}

    /**
     * The bias that the organisation's guesses share.
     *
     * @param guesses how many guessed times were measured
     * @param actuals how many actuals that is, those broken off included
     * @param place by which factor actual medians differ from guessed ones, with its 95 % interval
     * @param spread by which factor the actual spread of log times differs from the guessed one, likewise
     * @param sureness by which factor a guess's weight differs from the conventional one, likewise
     */
    public record SharedBias(int guesses, int actuals, Estimate place, Estimate spread, Estimate sureness) {}
}
