package io.holdfast.service.drillplay;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a play, held against the targets and against what could have been: luck and skill apart.
 *
 * @param rows an element each that the drill is about, in the order of the model
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Comparison(List<Row> rows) {

    /** Copies the rows. */
    public Comparison {
        rows = List.copyOf(rows);
    }

    /**
     * One element. Targets are in hours, null where there is none.
     *
     * @param element the element
     * @param played as people decided
     * @param plain the same day without decisions
     * @param lucky the lucky day (one in ten is luckier) without decisions
     * @param unlucky the unlucky day (one in ten is worse) without decisions
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Row(
            String element,
            @Nullable Double rtoHours,
            @Nullable Double mtpdHours,
            @Nullable Double wrtHours,
            @Nullable Double rpoHours,
            Way played,
            Way plain,
            Way lucky,
            Way unlucky) {}

    /**
     * How it came out one way.
     *
     * @param disrupted whether the element ever failed to deliver what it must
     * @param recoveryHours hours until it did so for good, 0 without a disruption; null when not back by the end of the scenario
     * @param dataLossHours hours of data that were lost; null for everything
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Way(
            boolean disrupted,
            @Nullable Double recoveryHours,
            @Nullable Double dataLossHours) {}
}
