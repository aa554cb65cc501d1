package io.holdfast.service.simulation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.holdfast.simulator.engine.YearRequest;
import org.jspecify.annotations.Nullable;

/**
 * What may be asked of years of operation; what is null is as on the command line.
 *
 * @param horizon hours of each history
 * @param warmup hours at the start of each that are not counted
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record YearOptions(@Nullable Double horizon, @Nullable Double warmup) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A year, counted from its start. */
    static final YearOptions NONE = new YearOptions(null, null);

    String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A record of plain values could not be written", e);
        }
    }

    static YearOptions ofJson(String json) {
        try {
            return JSON.readValue(json, YearOptions.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored options cannot be read: " + json, e);
        }
    }

    /**
     * The request for so many histories with these options, on so many threads.
     *
     * @throws IllegalArgumentException where one of them is outside what is allowed; its message says which
     */
    YearRequest request(long years, long seed, int threads) {
        return new YearRequest(
                years,
                horizon == null ? YearRequest.DEFAULT_HORIZON_HOURS : horizon,
                warmup == null ? 0 : warmup,
                seed,
                threads);
    }
}
