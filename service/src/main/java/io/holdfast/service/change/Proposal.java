package io.holdfast.service.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody means to change. Texts are empty where nothing is said yet; a draft may leave out what a submission needs.
 *
 * @param title what it is, in a line
 * @param description what is done
 * @param kind what is changed
 * @param route who agrees when
 * @param reason why
 * @param benefit what the organisation gains
 * @param risk how much can go wrong
 * @param riskReason why that much
 * @param elements the ids of the elements that it touches
 * @param windowStart from when it is planned, in the organisation's time, or null
 * @param windowEnd until when, or null
 * @param implementer who does it
 * @param backOut how it is undone, or mended, if it fails
 * @param testAfter how it is seen that it worked
 * @param authorisedBy who has said that an emergency may not wait, else empty
 * @param release what goes with it
 * @param unit the unit that it belongs to, or null
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Proposal(
        String title,
        String description,
        ChangeKind kind,
        Route route,
        String reason,
        String benefit,
        Risk risk,
        String riskReason,
        List<String> elements,
        @Nullable LocalDateTime windowStart,
        @Nullable LocalDateTime windowEnd,
        String implementer,
        String backOut,
        String testAfter,
        String authorisedBy,
        Release release,
        @Nullable String unit) {

    /** Copies the elements. */
    public Proposal {
        elements = List.copyOf(elements);
    }

    /**
     * The plan to put it into service.
     *
     * @param date from which day it serves, or null
     * @param deliverables what is handed over
     * @param relatedChanges the numbers of changes that go with it
     * @param knownErrors what is known not to work
     * @param remedy when it is called off, and what is done then
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Release(
            @Nullable LocalDate date,
            List<String> deliverables,
            List<Long> relatedChanges,
            String knownErrors,
            String remedy) {

        /** Nothing goes with it. */
        public static final Release NONE = new Release(null, List.of(), List.of(), "", "");

        /** Copies the lists. */
        public Release {
            deliverables = List.copyOf(deliverables);
            relatedChanges = List.copyOf(relatedChanges);
        }
    }
}
