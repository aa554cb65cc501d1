package io.holdfast.simulator.reference;

import io.holdfast.simulator.model.DownState;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Hit;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Label;
import io.holdfast.simulator.model.Scenario;
import java.util.ArrayList;
import java.util.List;

/** Scenarios that hit some of a model's elements. */
final class RandomScenarios {

    private final Dice dice;
    private final List<Element> elements;

    RandomScenarios(Dice dice, List<Element> elements) {
        this.dice = dice;
        this.elements = elements;
    }

    Scenario build() {
        List<Hit> hits = new ArrayList<>();
        int count = dice.count(1, 2, 2, 3);
        for (int i = 0; i < count; i++) {
            hits.add(hit());
        }
        return new Scenario(
                Id.of("s"),
                Label.NONE,
                null,
                null,
                hits,
                dice.maybe(0.5) ? dice.hours() : null,
                dice.maybe(0.5) ? dice.hours() : null,
                dice.hours(),
                dice.maybe(0.5) ? dice.hours() : null,
                dice.of(1.0, 1.0, 0.7, 0.5, 0.0),
                dice.of(1.0, 1.0, 1.5),
                dice.of(Scenario.OfficeHours.values()),
                dice.of(5.0, 12.0, 100.0, 8760.0));
    }

    private Hit hit() {
        double chance = dice.of(1.0, 1.0, 0.5, 0.8);
        boolean together = dice.maybe(0.3);
        DownState state = dice.of(DownState.values());
        return switch (dice.below(6)) {
            case 0 -> new Hit(null, List.of(Id.of("north")), null, null, null, null, chance, together, state);
            case 1 -> new Hit(null, null, List.of("zone-a"), List.of("host"), null, null, chance, together, state);
            case 2 -> new Hit(null, null, null, null, List.of("core"), null, chance, together, state);
            case 3 -> new Hit(null, null, null, null, null, new Hit.Circle(30, 25.0, 121.5), chance, together, state);
            default -> new Hit(some(), null, null, null, null, null, chance, together, state);
        };
    }

    private List<Id> some() {
        List<Id> ids = new ArrayList<>();
        int count = 1 + dice.below(4);
        for (int i = 0; i < count; i++) {
            ids.add(elements.get(dice.below(elements.size())).id());
        }
        return ids;
    }
}
