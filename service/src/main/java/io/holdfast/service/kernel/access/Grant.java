package io.holdfast.service.kernel.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A role that somebody has.
 *
 * @param role the role
 * @param units the units in which it holds, those below included; null where it holds in the whole organisation
 * @param heldFor the number of the account whose role it is, where it is held as that person's deputy; null for one's own
 */
public record Grant(
        Role role, @Nullable Set<String> units, @Nullable Long heldFor) {

    /** Copies the units. */
    public Grant {
        units = units == null ? null : Set.copyOf(units);
    }

    /** A role of one's own in the whole organisation. */
    public static Grant everywhere(Role role) {
        return new Grant(role, null, null);
    }

    boolean holdsIn(@Nullable String unit) {
        return units == null || (unit != null && units.contains(unit));
    }
}
