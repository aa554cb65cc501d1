package io.holdfast.service.exchange.internal;

import org.jspecify.annotations.Nullable;

/**
 * {@code from} needs {@code to}. Rows of one {@code from} that share a group are alternatives of which {@code minUp} must be
 * up; a row of group {@code undirected} is a cable, shown but without dependency.
 *
 * @param at where it stands
 * @param from the key of who needs
 * @param to the key of who is needed
 * @param kind the relation's kind, such as {@code located-in}
 * @param group what alternatives have in common, or null for a need of its own
 * @param minUp how many of the group must be up, or null where the row does not say
 */
public record RelationRow(
        Place at,
        String from,
        String to,
        String kind,
        @Nullable String group,
        @Nullable Integer minUp) {

    /** The group of cables. */
    public static final String UNDIRECTED = "undirected";

    /** Whether it is a cable: shown, but nobody depends on it. */
    public boolean isCable() {
        return UNDIRECTED.equals(group);
    }
}
