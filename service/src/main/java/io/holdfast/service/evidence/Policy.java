package io.holdfast.service.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long records of a class are kept.
 *
 * @param recordClass the class, such as {@code evidence}
 * @param leastYears what the guideline asks for; null where years do not count
 * @param years what holds, at least that; null where years do not count
 * @param deletion {@code never}; {@code by-decision} of an administrator after the date; {@code automatic} when they end by themselves
 * @param basis rows of the requirements that ask for it, empty where none does
 * @param version goes up with each change
 * @param changedAt when the years were changed, or null
 * @param changedBy who changed them, or null
 * @param reason why, or null
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Policy(
        String recordClass,
        @Nullable Integer leastYears,
        @Nullable Integer years,
        String deletion,
        String basis,
        int version,
        @Nullable Instant changedAt,
        @Nullable String changedBy,
        @Nullable String reason) {

    /** Until when something is kept whose years count from a moment, in UTC; empty where it is kept for good. */
    public Optional<Instant> findUntil(Instant since) {
        return Optional.ofNullable(years)
                .map(count -> since.atOffset(ZoneOffset.UTC).plusYears(count).toInstant());
    }
}
