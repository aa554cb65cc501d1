package io.holdfast.simulator.engine;

import java.util.Locale;

/** Why histories of a model cannot be computed on bits. */
public enum YearMisfit {
    /** A scenario arrives. */
    ARRIVALS,
    /** Elements fail by a common cause. */
    COMMON_CAUSE,
    /** Elements need each other in a cycle. */
    CYCLE,
    /** A need holds on for a while after it is lost. */
    HOLDS_FOR,
    /** A need counts as partly met while it is not. */
    SOFT,
    /** A pool adds up shares. */
    POOL,
    /** An element does not serve in normal running, or below its full share. */
    ABNORMAL,
    /** A recovery needs something or somebody, may fail, gives less than all, or answers a lost need. */
    RECOVERY,
    /** An element takes time to come back after a lost need. */
    RESTART;

    /** Its word in a result: small letters and hyphens. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
