package io.holdfast.service.kernel.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A role that somebody has.
 *
 * @param role the role
 * @param units the units in which it holds, those below included; null where it holds in the whole organisation
 */
public record Grant(Role role, @Nullable Set<String> units) {

    /** Copies the units. */
    public Grant {
        units = units == null ? null : Set.copyOf(units);
    }

    /** A role in the whole organisation. */
    public static Grant everywhere(Role role) {
        return new Grant(role, null);
    }

    boolean holdsIn(@Nullable String unit) {
        return units == null || (unit != null && units.contains(unit));
    }
}
