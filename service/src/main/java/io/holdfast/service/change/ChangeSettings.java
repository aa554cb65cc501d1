package io.holdfast.service.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the organisation has set about changes.
 *
 * @param approveWithinHours within how many hours after its end an emergency must be submitted and decided
 * @param version goes up by one with every change; 0 while nobody has set anything
 * @param changedBy who changed it last, or null
 * @param changedAt when, or null
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ChangeSettings(
        int approveWithinHours,
        int version,
        @Nullable String changedBy,
        @Nullable Instant changedAt) {

    /** What the program starts with: three days. */
    public static final ChangeSettings FIRST = new ChangeSettings(72, 0, null, null);
}
