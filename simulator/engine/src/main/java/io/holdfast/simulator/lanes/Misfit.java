package io.holdfast.simulator.lanes;

import java.util.Locale;

/** Why a model and scenario cannot be computed in lanes. */
public enum Misfit {
    /** Elements, or the starts of their methods, need each other in a cycle. */
    CYCLE,
    /** A need holds on for a while after it is lost. */
    HOLDS_FOR,
    /** A need counts as partly met while it is not. */
    SOFT,
    /** A method gives less than full capacity. */
    INTERIM,
    /** A pool may deliver less than its full share. */
    PARTIAL_POOL,
    /** A method says something about data. */
    DATA,
    /** Capacity and demand meet in one unit. */
    LOAD,
    /** Some of the people who are asked for cannot come. */
    CREWS,
    /** A missed service level costs credits. */
    CREDITS,
    /** The horizon is beyond what lanes can count. */
    HORIZON;

    /** Its word in a result: small letters and hyphens. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
