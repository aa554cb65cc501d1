package io.holdfast.service.simulation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.holdfast.simulator.drill.DrillDay;
import io.holdfast.simulator.drill.DrillRequest;
import io.holdfast.simulator.model.Id;
import org.jspecify.annotations.Nullable;

/**
 * What may be asked of the estimate of a drill; what is null is as on the command line.
 *
 * @param announced whether the participants know the date, or null for what the drill says
 * @param asOf the day on which dates of review are judged, or null for none
 * @param stay hours that a live failover runs at the standby
 * @param demand demand during a live failover, as a share of the stated one
 * @param draws draws of the inputs that say what the drill would teach
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DrillOptions(
        @Nullable Boolean announced,
        @Nullable String asOf,
        @Nullable Double stay,
        @Nullable Double demand,
        @Nullable Integer draws) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Nothing special. */
    public static final DrillOptions NONE = new DrillOptions(null, null, null, null, null);

    String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A record of plain values could not be written", e);
        }
    }

    static DrillOptions ofJson(String json) {
        try {
            return JSON.readValue(json, DrillOptions.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored options cannot be read: " + json, e);
        }
    }

    /**
     * The request for a drill with these options, on so many threads.
     *
     * @throws IllegalArgumentException where one of them is outside what is allowed; its message says which
     */
    DrillRequest request(Id drill, long trials, long seed, int threads) {
        return new DrillRequest(
                drill,
                trials,
                seed,
                threads,
                announced,
                asOf == null ? null : new DrillDay(asOf),
                stay == null ? DrillRequest.DEFAULT_STAY_HOURS : stay,
                demand == null ? 1 : demand,
                draws == null ? DrillRequest.DEFAULT_DRAWS : draws);
    }
}
