package io.holdfast.service.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change as people read and approve it, in one language; texts are empty where nothing is said.
 *
 * @param title what it is, in a line
 * @param description what is done
 * @param kind what is changed
 * @param route who agrees when
 * @param reason why
 * @param benefit what the organisation gains
 * @param risk how much can go wrong
 * @param riskReason why that much
 * @param touched the elements that it touches, by name
 * @param window when, in the organisation's time
 * @param implementer who does it
 * @param backOut how it is undone, or mended, if it fails
 * @param testAfter how it is seen that it worked
 * @param authorisedBy who has said that an emergency may not wait
 * @param release what goes with it
 * @param lost services and processes that cannot run meanwhile, with their targets
 * @param weakened services and processes that run on fewer legs
 * @param singlePoints touched elements whose loss alone takes down a service or process
 * @param carriedOut how it was carried out before, on the emergency route; else null
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ApprovedChange(
        String title,
        String description,
        String kind,
        String route,
        String reason,
        String benefit,
        String risk,
        String riskReason,
        List<String> touched,
        String window,
        String implementer,
        String backOut,
        String testAfter,
        String authorisedBy,
        ReleasePlan release,
        List<Affected> lost,
        List<Affected> weakened,
        List<String> singlePoints,
        @Nullable Done carriedOut) {

    /** Copies the lists. */
    public ApprovedChange {
        touched = List.copyOf(touched);
        lost = List.copyOf(lost);
        weakened = List.copyOf(weakened);
        singlePoints = List.copyOf(singlePoints);
    }

    /** What goes with it. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record ReleasePlan(
            String date, List<String> deliverables, List<String> relatedChanges, String knownErrors, String remedy) {}

    /** A service or process; the tier and the hours are null where none is stated. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Affected(
            String id,
            String name,
            @Nullable Integer tier,
            @Nullable Double mtpdHours,
            @Nullable Double rtoHours) {}

    /** How it was carried out. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Done(String period, String outcome, String tested, String notes) {}
}
