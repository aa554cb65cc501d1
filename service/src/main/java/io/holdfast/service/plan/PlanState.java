package io.holdfast.service.plan;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether there is anything to plan. */
public enum PlanState {
    /** The plan is whole. */
    READY,
    /** The scenario never disrupts the element in the run. */
    NOT_HIT,
    /** No run of the scenario has finished, or only one that does not say which methods it used. */
    NO_RUN;

    /** The word on the wire. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
