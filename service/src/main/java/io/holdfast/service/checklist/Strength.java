package io.holdfast.service.checklist;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How binding what is asked is: 應 or 宜. */
public enum Strength {
    /** 應. */
    @JsonProperty("shall")
    SHALL,
    /** 宜. */
    @JsonProperty("should")
    SHOULD
}
