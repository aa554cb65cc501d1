package io.holdfast.simulator.model;

import org.jspecify.annotations.Nullable;

/**
 * A person to call.
 *
 * @param id its id
 * @param label its names
 * @param team the team, or null
 * @param reach chance to be reached, a share
 * @param answers time until they answer, or null for at once
 * @param deputy the contact called instead, or null
 * @param reachWeight how many observations the chance to be reached is worth when it is learned from, above 0; null for what the
 *     evidence of {@code answers} is worth
 */
public record Contact(
        Id id,
        Label label,
        @Nullable Id team,
        double reach,
        @Nullable UncertainHours answers,
        @Nullable Id deputy,
        @Nullable Double reachWeight) {

    /** Checks the chance. */
    public Contact {
        Require.share("reach", reach);
        if (reachWeight != null) {
            Require.positive("reachWeight", reachWeight);
        }
    }

    /** A person of whose being reached nothing was learned yet. */
    public Contact(
            Id id,
            Label label,
            @Nullable Id team,
            double reach,
            @Nullable UncertainHours answers,
            @Nullable Id deputy) {
        this(id, label, team, reach, answers, deputy, null);
    }
}
