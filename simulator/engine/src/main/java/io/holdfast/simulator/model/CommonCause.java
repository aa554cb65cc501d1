package io.holdfast.simulator.model;

/**
 * Membership in a group that fails together.
 *
 * @param group the group's name
 * @param beta the share of failures that are common, a share
 */
public record CommonCause(String group, double beta) {

    /** Checks the share. */
    public CommonCause {
        Require.share("commonCause beta", beta);
    }
}
