package io.holdfast.service.evidence;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * How large a file may be: {@code holdfast.evidence.…}, as an environment variable {@code HOLDFAST_EVIDENCE_MOST_MIB=20}.
 *
 * @param mostMib in MiB, 1 to 120
 */
@ConfigurationProperties("holdfast.evidence")
public record EvidenceLimits(@Bindable(defaultValue = "50") int mostMib) {

    /** What the server takes in is a little more. */
    private static final int MOST_MIB = 120;

    /** Checks the range. */
    public EvidenceLimits {
        if (mostMib < 1 || mostMib > MOST_MIB) {
            throw new IllegalArgumentException(
                    "holdfast.evidence.most-mib is " + mostMib + ", but it must be between 1 and " + MOST_MIB
                            + ". Larger files belong into an archive of their own.");
        }
    }

    /** The same in bytes. */
    long mostBytes() {
        return (long) mostMib << 20;
    }
}
