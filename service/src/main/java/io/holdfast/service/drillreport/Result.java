package io.holdfast.service.drillreport;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How a drill came out. */
public enum Result {
    /** Every criterion was met, and nothing went otherwise than planned. */
    @JsonProperty("passed")
    PASSED,
    /** Every criterion was met, and something went otherwise than planned. */
    @JsonProperty("passed-with-issues")
    PASSED_WITH_ISSUES,
    /** A criterion or a target was missed. */
    @JsonProperty("failed")
    FAILED,
    /** It was broken off, or what had to be seen was not. */
    @JsonProperty("incomplete")
    INCOMPLETE;

    /** The word in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
