package io.holdfast.simulator.exact;

import io.holdfast.simulator.result.Estimate;

/** The exact answer to a {@link BooleanQuestion}, or why there is none. */
public sealed interface ExactAnswer {

    /**
     * The probability, given the scenario.
     *
     * @param probability from 0 to 1; relative error below 1e-12
     * @param chances how many independent chances bear on it
     * @param nodes how large its decision diagram is
     */
    record Known(double probability, int chances, int nodes) implements ExactAnswer {}

    /**
     * The probability lies between two values: whether held needs run out depends on how long recovery takes.
     *
     * @param low the probability to be disrupted at once
     * @param high the probability if no need were held at all
     */
    record Between(double low, double high) implements ExactAnswer {}

    /**
     * The diagram outgrows its limit, but trials of the moment of the event were run: not exact, and said so.
     *
     * @param chance the share of trials with its 95 % interval; where none was seen, an upper bound above 0
     * @param trials how many
     * @param seen in how many of them the event happened
     * @param reason why it is not exact, a sentence
     */
    record Sampled(Estimate chance, long trials, long seen, String reason) implements ExactAnswer {}

    /** The diagram outgrows its limit; the reason is a sentence with a way out. */
    record TooLarge(String reason) implements ExactAnswer {}

    /** The model gives the question no meaning; the reason is a sentence that names where. */
    record Undefined(String reason) implements ExactAnswer {}
}
