package io.holdfast.service.change;

import java.time.Instant;
import java.time.LocalDateTime;

/**
 * How a change was carried out.
 *
 * @param startedAt when it began, in the organisation's time
 * @param endedAt when it was over, being backed out included
 * @param outcome how it went
 * @param tested what the test after it showed
 * @param notes what else there is to say
 * @param recordedBy who wrote this down
 * @param recordedAt when
 */
public record Execution(
        LocalDateTime startedAt,
        LocalDateTime endedAt,
        Outcome outcome,
        String tested,
        String notes,
        String recordedBy,
        Instant recordedAt) {}
