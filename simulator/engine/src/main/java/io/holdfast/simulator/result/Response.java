package io.holdfast.simulator.result;

import io.holdfast.simulator.model.Id;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the people's answer to the event took part in a run. Times are hours after the event.
 *
 * @param called the share of all trials in which something waited for people to decide
 * @param decided when the event was detected and the recovery declared, over those trials; null where there is none
 * @param teams the teams with people, in the model's order
 */
public record Response(Estimate called, @Nullable StepTimes decided, List<TeamCall> teams) {

    /** Copies the list. */
    public Response {
        teams = List.copyOf(teams);
    }

    /**
     * One team.
     *
     * @param team its id
     * @param called the share of all trials in which something waited for it
     * @param ready when it was at work, over those trials; null where it was never called
     */
    public record TeamCall(
            Id team, Estimate called, @Nullable StepTimes ready) {}
}
