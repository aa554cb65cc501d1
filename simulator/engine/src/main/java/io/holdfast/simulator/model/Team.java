package io.holdfast.simulator.model;

import org.jspecify.annotations.Nullable;

/**
 * A team, or another countable means of recovery such as spare hosts.
 *
 * @param id its id
 * @param label its names
 * @param size how many there are, at least 0
 * @param people false for means that are always there
 * @param mobilise time from the decision to being at work, or null for none
 * @param mobiliseOffHours the same outside office hours, or null for the same as {@code mobilise}
 */
public record Team(
        Id id,
        Label label,
        int size,
        boolean people,
        @Nullable UncertainHours mobilise,
        @Nullable UncertainHours mobiliseOffHours) {

    /** Checks the size. */
    public Team {
        Require.atLeast("size", size, 0);
    }
}
