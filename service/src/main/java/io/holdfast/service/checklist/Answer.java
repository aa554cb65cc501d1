package io.holdfast.service.checklist;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found of one item, and on what that rests.
 *
 * @param version goes up with every change; one that was taken back and is given anew goes on, so that no version is given twice
 * @param state what was found
 * @param reason why, or what is missing; null only where the item is met
 * @param evidence the numbers of items of evidence about the same thing
 * @param checkedOn the day on which somebody looked
 * @param checkedBy the sign-in name of who said so
 * @param nextCheck when to look again
 * @param templateVersion the version of the template that was asked
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Answer(
        int version,
        AnswerState state,
        @Nullable String reason,
        List<Long> evidence,
        LocalDate checkedOn,
        String checkedBy,
        @Nullable LocalDate nextCheck,
        int templateVersion) {

    /** Copies the list. */
    public Answer {
        evidence = List.copyOf(evidence);
    }
}
