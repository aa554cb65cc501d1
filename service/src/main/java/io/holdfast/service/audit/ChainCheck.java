package io.holdfast.service.audit;

import org.jspecify.annotations.Nullable;

/**
 * What a check of the whole chain found.
 *
 * @param entries how many entries were read
 * @param redacted how many of them have been redacted; their chain holds, what they told is gone
 * @param whole whether every hash is what it must be
 * @param brokenAt the number of the first entry that is not, or null
 * @param reason what is wrong there, or null
 * @param lastHash the hash of the last entry; keep it elsewhere, and no entry up to it can change unnoticed
 */
public record ChainCheck(
        long entries,
        long redacted,
        boolean whole,
        @Nullable Long brokenAt,
        @Nullable String reason,
        String lastHash) {}
