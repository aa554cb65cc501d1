package io.holdfast.simulator.model;

import org.jspecify.annotations.Nullable;

/**
 * Targets as people set them; each may be missing.
 *
 * @param mtpdHours maximum tolerable period of disruption
 * @param rtoHours recovery time objective
 * @param rpoHours recovery point objective
 * @param mbco minimum business continuity objective, a share of normal capacity
 * @param wrtHours work recovery time after the systems are back
 * @param rpoVolume recovery point objective as a volume
 */
public record Objectives(
        @Nullable Double mtpdHours,
        @Nullable Double rtoHours,
        @Nullable Double rpoHours,
        @Nullable Double mbco,
        @Nullable Double wrtHours,
        @Nullable Amount rpoVolume) {

    /** No target is set. */
    public static final Objectives NONE = new Objectives(null, null, null, null, null, null);

    /** Checks the ranges. */
    public Objectives {
        Require.notNegativeIfGiven("mtpd", mtpdHours);
        Require.notNegativeIfGiven("rto", rtoHours);
        Require.notNegativeIfGiven("rpo", rpoHours);
        Require.shareIfGiven("mbco", mbco);
        Require.notNegativeIfGiven("wrt", wrtHours);
    }
}
