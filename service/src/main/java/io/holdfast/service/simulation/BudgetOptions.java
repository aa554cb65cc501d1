package io.holdfast.service.simulation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.holdfast.simulator.learning.BudgetRequest;
import io.holdfast.simulator.model.Id;

/**
 * What is asked of an uncertainty budget.
 *
 * @param element whose recovery time is looked at, by id
 * @param draws how often all inputs are drawn anew
 */
record BudgetOptions(String element, int draws) {

    static final int DEFAULT_DRAWS = 200;
    static final long DEFAULT_TRIALS = 100;
    private static final int MOST_DRAWS = 2000;

    /** Trials of all runs of all draws that a budget takes at most. */
    private static final long MOST_TRIALS = 100_000_000;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A record of plain values could not be written", e);
        }
    }

    static BudgetOptions ofJson(String json) {
        try {
            return JSON.readValue(json, BudgetOptions.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored options cannot be read: " + json, e);
        }
    }

    /**
     * The request with these options, on so many threads.
     *
     * @param trials of each of the two runs of a draw
     * @throws IllegalArgumentException where one of them is outside what is allowed; its message says which
     */
    BudgetRequest request(Id scenario, long trials, long seed, int threads) {
        BudgetRequest request = new BudgetRequest(scenario, Id.of(element), draws, trials, seed, threads);
        if (draws > MOST_DRAWS || 2L * draws * trials > MOST_TRIALS) {
            throw new IllegalArgumentException("draws is " + draws + " and trials is " + trials
                    + ", but draws are at most " + MOST_DRAWS + " and 2 × draws × trials at most " + MOST_TRIALS + ".");
        }
        return request;
    }
}
