package io.holdfast.simulator.rare;

/** The bad events that are asked for, each given the scenario. */
public enum RareQuestion {
    /** The element is disrupted. */
    DISRUPTED,
    /** It is disrupted and not back within its recovery time objective. */
    NOT_WITHIN_RTO,
    /** It is disrupted and not back, work recovery included, within its tolerable period. */
    NOT_WITHIN_MTPD,
    /** It is disrupted and not back by the horizon. */
    NEVER
}
