package io.holdfast.service.evidence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a file when it is added (row I15).
 *
 * @param subjectType the type of thing that it is about, such as {@code element}
 * @param subject the thing
 * @param recordClass its class in the retention policy
 * @param fileName as the sender names it
 * @param declaredType as the sender says
 * @param collectedAt when it was taken, or null for now
 * @param collectedBy who took it, or null for who adds it
 * @param authorisedBy who allowed it, or null
 * @param present who else was there, or null
 * @param place where, or null
 * @param description what it shows, or null
 */
public record NewEvidence(
        String subjectType,
        String subject,
        String recordClass,
        String fileName,
        String declaredType,
        @Nullable Instant collectedAt,
        @Nullable String collectedBy,
        @Nullable String authorisedBy,
        @Nullable String present,
        @Nullable String place,
        @Nullable String description) {}
