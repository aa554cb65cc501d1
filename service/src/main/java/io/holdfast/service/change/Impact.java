package io.holdfast.service.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What hangs on the elements that a change touches, by the needs of the register at one moment: while all of them are down at once.
 *
 * @param at when it was worked out
 * @param revision the revision of the register then
 * @param digest the digest of its model, which names the version of the graph
 * @param windowHours how long the planned window is, or null
 * @param lost services and processes that cannot run meanwhile, touched ones included; the most urgent first
 * @param lostAssets how many assets besides the touched ones
 * @param weakened services and processes that reach a touched element and still run, on fewer legs
 * @param weakenedAssets how many such assets
 * @param singlePoints touched elements whose loss alone takes down a service or process
 * @param unknown touched elements that the register does not have
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Impact(
        Instant at,
        long revision,
        String digest,
        @Nullable Double windowHours,
        List<Reached> lost,
        int lostAssets,
        List<Reached> weakened,
        int weakenedAssets,
        List<SinglePoint> singlePoints,
        List<String> unknown) {

    /** Copies the lists. */
    public Impact {
        lost = List.copyOf(lost);
        weakened = List.copyOf(weakened);
        singlePoints = List.copyOf(singlePoints);
        unknown = List.copyOf(unknown);
    }

    /**
     * A service or process with the targets that hold for it.
     *
     * @param windowTooLong whether the planned window lasts longer than its recovery time objective
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Reached(
            String id,
            String type,
            @Nullable String name,
            Map<String, String> names,
            @Nullable Integer tier,
            @Nullable Double mtpdHours,
            @Nullable Double rtoHours,
            @Nullable Double rpoHours,
            boolean windowTooLong) {}

    /**
     * A touched element whose loss alone takes others down.
     *
     * @param services how many services
     * @param processes how many processes
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record SinglePoint(
            String id, @Nullable String name, Map<String, String> names, int services, int processes) {}
}
