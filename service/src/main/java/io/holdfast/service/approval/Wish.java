package io.holdfast.service.approval;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says with a submission.
 *
 * @param note to whoever decides, or null
 * @param validUntil to which day it shall hold; null until another version is approved
 * @param reviewOn when it shall be looked at again; null for a year after its first day, or its last day if that is earlier
 */
public record Wish(
        @Nullable String note,
        @Nullable LocalDate validUntil,
        @Nullable LocalDate reviewOn) {}
