package io.holdfast.simulator.reference;

import io.holdfast.simulator.model.Need;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The least service that counts as back: an element's own, else the greatest stated by what needs it to run. */
final class Goals {

    private Goals() {}

    static @Nullable Double mbco(Item item, List<Item> all, Needs needs) {
        Double own = item.element.objectives().mbco();
        if (own != null) {
            return own;
        }
        Double greatest = null;
        for (Item other : all) {
            Double stated = other.element.objectives().mbco();
            if (stated != null && runsOn(other, needs).contains(item)) {
                greatest = greatest == null ? stated : Double.valueOf(Math.max(greatest, stated));
            }
        }
        return greatest;
    }

    private static Set<Item> runsOn(Item item, Needs needs) {
        Set<Item> seen = new LinkedHashSet<>();
        List<Item> open = new ArrayList<>(List.of(item));
        while (!open.isEmpty()) {
            for (Need need : open.removeLast().element.needs()) {
                need.elements().map(needs::item).filter(seen::add).forEach(open::add);
            }
        }
        return seen;
    }
}
