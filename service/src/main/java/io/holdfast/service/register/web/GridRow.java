package io.holdfast.service.register.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.holdfast.service.register.RegisterEdits;
import io.holdfast.service.register.RegisterState;
import io.holdfast.simulator.compile.EffectiveObjectives;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Objectives;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An element as a row of the grid, where it is edited: what is stated on it and what holds for it. What says nothing is left
 * out, so that 50,000 of them are light.
 *
 * @param version what a change of it is made on
 * @param unit the organisational unit that it belongs to, or null
 * @param stated the targets that stand on it itself, or null for none
 * @param rtoHours the recovery time objective that holds for it, stated or taken over; hours
 * @param rtoFrom the element that it comes from, which may be this one
 * @param rpoHours the recovery point objective that holds for it; hours
 * @param mtpdHours the maximum tolerable period of disruption that holds for it; hours
 * @param evidence what its times rest on, or null where it has none
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record GridRow(
        String id,
        int version,
        String type,
        String kind,
        @Nullable String name,
        Map<String, String> names,
        @Nullable String site,
        @Nullable String zone,
        @Nullable String owner,
        @Nullable Integer tier,
        @Nullable String unit,
        @Nullable Stated stated,
        @Nullable Double rtoHours,
        @Nullable String rtoFrom,
        @Nullable Double rpoHours,
        @Nullable Double mtpdHours,
        int needsCount,
        int neededByCount,
        @Nullable EvidenceCounts evidence,
        @Nullable String externalKey) {

    /** Targets that stand on an element itself; hours. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Stated(
            @Nullable Double rto,
            @Nullable Double rpo,
            @Nullable Double mtpd) {

        static @Nullable Stated of(Objectives own) {
            return own.rtoHours() == null && own.rpoHours() == null && own.mtpdHours() == null
                    ? null
                    : new Stated(own.rtoHours(), own.rpoHours(), own.mtpdHours());
        }
    }

    /** All rows of one revision, worked out once; {@link io.holdfast.service.register.Register#requireVersioned} gives the state. */
    static GridRows listOf(RegisterState state) {
        return state.derive(GridRows.class, GridRow::make);
    }

    /**
     * The rows of a revision.
     *
     * @param revision goes up by one with every change of the register; the ETag too
     * @param items every element, in the order of the model
     */
    public record GridRows(long revision, List<GridRow> items) {
        /** Copies the list. */
        public GridRows {
            items = List.copyOf(items);
        }
    }

    private static GridRows make(RegisterState state) {
        List<ElementRow> rows = ElementRows.of(state).rows();
        List<GridRow> made = new ArrayList<>(rows.size());
        for (int r = 0; r < rows.size(); r++) {
            made.add(of(
                    rows.get(r),
                    state.model().elements().get(r),
                    state.objectives().get(r),
                    Objects.requireNonNullElse(state.versions().get(rows.get(r).id()), 0)));
        }
        return new GridRows(state.revision(), made);
    }

    private static GridRow of(ElementRow row, Element element, EffectiveObjectives goals, int version) {
        return new GridRow(
                row.id(),
                version,
                row.type(),
                row.kind(),
                row.name(),
                row.names(),
                row.site(),
                row.zone(),
                row.owner(),
                row.tier(),
                element.label().extras().get(RegisterEdits.UNIT) instanceof String unit ? unit : null,
                Stated.of(element.objectives()),
                row.rtoHours(),
                goals.from() == null ? null : goals.from().value(),
                goals.objectives().rpoHours(),
                goals.objectives().mtpdHours(),
                row.needsCount(),
                row.neededByCount(),
                row.evidence().equals(EvidenceCounts.NONE) ? null : row.evidence(),
                row.externalKey());
    }
}
