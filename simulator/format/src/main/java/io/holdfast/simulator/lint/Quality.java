package io.holdfast.simulator.lint;

import io.holdfast.simulator.drill.DrillDay;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Need;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a register can be relied on, in what it says of itself. Source: row M6.
 *
 * @param elements how many elements there are
 * @param owned how many of them have an owner
 * @param entries entries of needs that can say when they were checked: all but single ids
 * @param verified how many of them do
 * @param recent how many of those were checked within a year before the day given; all where none was given
 */
public record Quality(int elements, int owned, int entries, int verified, int recent) {

    /** The quality of a model. Cost: linear in its needs. */
    public static Quality of(ContinuityModel model, @Nullable DrillDay asOf) {
        List<Element> elements = model.elements();
        List<Need> entries = elements.stream()
                .flatMap(Freshness::listEntries)
                .filter(entry -> !(entry instanceof Need.One))
                .toList();
        List<DrillDay> days = entries.stream()
                .flatMap(entry -> Freshness.verified(entry).stream())
                .toList();
        return new Quality(
                elements.size(),
                (int) elements.stream().filter(Owners::isOwned).count(),
                entries.size(),
                days.size(),
                (int) days.stream()
                        .filter(day -> asOf == null || day.compareTo(asOf.yearBefore()) >= 0)
                        .count());
    }
}
