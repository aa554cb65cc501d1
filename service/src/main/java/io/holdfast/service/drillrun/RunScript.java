package io.holdfast.service.drillrun;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a run is held against: the parts of the approved plan that events are about. Times in minutes from the start. */
public record RunScript(
        List<Step> steps,
        List<Inject> injects,
        List<Notification> notifications,
        List<String> successCriteria,
        List<StopCriterion> stopCriteria) {

    /** Copies the lists. */
    public RunScript {
        steps = List.copyOf(steps);
        injects = List.copyOf(injects);
        notifications = List.copyOf(notifications);
        successCriteria = List.copyOf(successCriteria);
        stopCriteria = List.copyOf(stopCriteria);
    }

    /**
     * A step.
     *
     * @param id its id in the plan
     * @param ends the element that is back when it is done, or null
     */
    public record Step(String id, @Nullable String ends) {}

    /**
     * Something that is put before the participants.
     *
     * @param id its id in the plan
     * @param atMinutes when
     */
    public record Inject(String id, double atMinutes) {}

    /**
     * A simulated notification.
     *
     * @param id its id in the plan
     * @param withinMinutes by when it has to be made, or null where nothing is said
     */
    public record Notification(String id, @Nullable Double withinMinutes) {}

    /**
     * What stops the drill.
     *
     * @param id its id in the plan
     * @param limit the value past which it stops, or null where it is judged by people
     * @param atLeast whether a value below the limit stops, else one above
     */
    public record StopCriterion(String id, @Nullable Double limit, boolean atLeast) {

        /** Whether a value stops the drill. */
        public boolean isPast(double value) {
            return limit != null && (atLeast ? value < limit : value > limit);
        }
    }
}
