package io.holdfast.service.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file as evidence. What it says never changes; what people wrote about it, which may be personal data, can be redacted to null.
 *
 * @param id its number
 * @param subjectType the type of thing that it is about
 * @param subject the thing
 * @param recordClass its class in the retention policy
 * @param fileName its name, without what could mislead
 * @param declaredType its type as the sender said
 * @param detectedType its type as its first bytes say
 * @param size in bytes
 * @param sha256 the SHA-256 of its bytes in hexadecimal digits
 * @param collectedAt when it was taken
 * @param collectedBy who took it
 * @param authorisedBy who allowed it
 * @param present who else was there
 * @param place where it was taken
 * @param description what it shows
 * @param uploadedAt when it was added; its years count from then
 * @param uploadedBy the sign-in name of who added it
 * @param keptUntil before then it cannot be deleted
 * @param onHold whether it cannot be deleted then either
 * @param deletedAt when its bytes were deleted, or null while they are there
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record EvidenceItem(
        long id,
        String subjectType,
        String subject,
        String recordClass,
        String fileName,
        String declaredType,
        String detectedType,
        long size,
        String sha256,
        Instant collectedAt,
        @Nullable String collectedBy,
        @Nullable String authorisedBy,
        @Nullable String present,
        @Nullable String place,
        @Nullable String description,
        Instant uploadedAt,
        String uploadedBy,
        @Nullable Instant keptUntil,
        boolean onHold,
        @Nullable Instant deletedAt) {}
