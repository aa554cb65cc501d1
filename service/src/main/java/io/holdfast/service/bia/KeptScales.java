package io.holdfast.service.bia;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The scales with their version.
 *
 * @param scales how impact is measured
 * @param version goes up by one with every change; 0 while nobody has changed them
 * @param changedBy who changed them last, or null
 * @param changedAt when, or null
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record KeptScales(
        Scales scales,
        int version,
        @Nullable String changedBy,
        @Nullable Instant changedAt) {

    /** What the program starts with. */
    public static final KeptScales FIRST = new KeptScales(Scales.DEFAULT, 0, null, null);
}
