package io.holdfast.service.drill;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a scheduled drill is about and what it takes.
 *
 * @param kind why it stands in the schedule
 * @param elements what is drilled, by id, the subject first
 * @param peopleHours length times people: of each team as many as its largest crew among the methods at hand, at least one
 * @param liveHours hours in which production runs switched over: the length of a live drill, else 0
 * @param worth what it is expected to teach, or null where nothing is known
 */
public record DrillScope(
        DrillKind kind,
        List<String> elements,
        double peopleHours,
        double liveHours,
        LearningWorth.@Nullable Worth worth) {

    /** Copies the list; throws {@link IllegalArgumentException} where an amount is negative or no number. */
    public DrillScope {
        elements = List.copyOf(elements);
        if (!(peopleHours >= 0 && liveHours >= 0 && peopleHours + liveHours < 1e6)) {
            throw new IllegalArgumentException("People-hours of a drill are " + peopleHours + " and live hours "
                    + liveHours + ", but both must be 0 or more and below a million.");
        }
    }
}
