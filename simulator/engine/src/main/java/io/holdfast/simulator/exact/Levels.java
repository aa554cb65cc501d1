package io.holdfast.simulator.exact;

import io.holdfast.simulator.compile.NeedTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An order of the chances that bear on an element: the level of each, from 0 at the top. Immutable. */
final class Levels {

    private final List<Integer> order = new ArrayList<>();
    private final Map<Integer, Integer> levelOf = new HashMap<>();

    /** Orders chances by the elements that they bear on, each at its first. */
    Levels(int[] elements, ChanceTable chances, NeedTable needs) {
        Map<Integer, List<Integer>> holdsOf = new HashMap<>();
        for (int hold = 0; hold < needs.holds(); hold++) {
            if (chances.noHoldChance(hold) >= 0) {
                holdsOf.computeIfAbsent(needs.holdOwner(hold), e -> new ArrayList<>())
                        .add(chances.noHoldChance(hold));
            }
        }
        for (int e : elements) {
            for (int chance : chances.hitsOf(e)) {
                add(chance);
            }
            holdsOf.getOrDefault(e, List.of()).forEach(this::add);
        }
    }

    private void add(int chance) {
        if (levelOf.putIfAbsent(chance, order.size()) == null) {
            order.add(chance);
        }
    }

    int size() {
        return order.size();
    }

    int of(int chance) {
        return levelOf.getOrDefault(chance, DiagramNodes.LEAF);
    }

    /** The chances from the top down. */
    int[] chances() {
        return order.stream().mapToInt(Integer::intValue).toArray();
    }
}
