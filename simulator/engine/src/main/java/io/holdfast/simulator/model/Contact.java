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
 */
public record Contact(
        Id id,
        Label label,
        @Nullable Id team,
        double reach,
        @Nullable UncertainHours answers,
        @Nullable Id deputy) {

    /** Checks the chance. */
    public Contact {
        Require.share("reach", reach);
    }
}
