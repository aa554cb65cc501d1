package io.holdfast.service.sla;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A meeting before the end of a year about what is served and agreed (row S9).
 *
 * @param id its number
 * @param version goes up by one with every change
 * @param year which year's end it is about
 * @param heldOn the day of the meeting
 * @param participants who took part
 * @param elements the ids of what was looked at; empty for the whole catalogue
 * @param services what changes in the scope of services; may be empty, as the next three
 * @param agreements what changes in SLAs and OLAs
 * @param contracts what changes in contracts
 * @param requirements what changes in what is needed
 * @param conclusion what was decided
 * @param changedAt when it was entered or changed last
 * @param changedBy by whom
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record YearReview(
        long id,
        int version,
        int year,
        LocalDate heldOn,
        List<String> participants,
        List<String> elements,
        String services,
        String agreements,
        String contracts,
        String requirements,
        String conclusion,
        Instant changedAt,
        String changedBy) {

    /** Copies the lists. */
    public YearReview {
        participants = List.copyOf(participants);
        elements = List.copyOf(elements);
    }
}
