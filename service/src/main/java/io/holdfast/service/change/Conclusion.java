package io.holdfast.service.change;

import java.time.Instant;

/**
 * What somebody concluded from the changes of some months.
 *
 * @param id its number
 * @param first the first month, such as {@code 2026-01}
 * @param last the last month
 * @param text what was concluded
 * @param author by whom
 * @param writtenAt when
 */
public record Conclusion(long id, String first, String last, String text, String author, Instant writtenAt) {}
