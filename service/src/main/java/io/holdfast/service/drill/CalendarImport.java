package io.holdfast.service.drill;

import java.time.Instant;

/**
 * A calendar file that was imported.
 *
 * @param id its number
 * @param fileName what the file was called
 * @param days how many days it holds
 * @param importedAt when it was imported
 */
public record CalendarImport(long id, String fileName, int days, Instant importedAt) {}
