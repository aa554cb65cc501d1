package io.holdfast.service.exchange;

import org.jspecify.annotations.Nullable;

/**
 * How to bring a filled-in table in.
 *
 * @param removeMissing whether entries that are not in the table go
 * @param overwrite whether rows that somebody else changed since the table was written are stored all the same
 * @param reopen whether the next drafts begin of what is approved where a row changes it
 * @param expect the digest of the model that the preview was made on; null for no check
 */
public record ListOptions(
        boolean removeMissing,
        boolean overwrite,
        boolean reopen,
        @Nullable String expect) {}
