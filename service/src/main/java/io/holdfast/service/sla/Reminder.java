package io.holdfast.service.sla;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A day of an agreement that somebody must not miss (rows S4, S7, S8).
 *
 * @param kind {@code review}, {@code notice} (the last day to end or renew it), {@code end}, {@code report} (one is expected) or
 *     {@code report-review} (one was filed and nobody has looked at it)
 * @param thing what the agreement is about
 * @param agreement its id
 * @param name what it is called, or null
 * @param counterparty with whom it is, or null
 * @param on the day
 * @param overdue whether that has passed
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Reminder(
        String kind,
        AgreedThing thing,
        String agreement,
        @Nullable String name,
        @Nullable String counterparty,
        LocalDate on,
        boolean overdue) {}
