package io.holdfast.simulator.reference;

import io.holdfast.simulator.model.Amount;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Demand;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.ElementBuilder;
import io.holdfast.simulator.model.ElementType;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Impact;
import io.holdfast.simulator.model.Label;
import io.holdfast.simulator.model.Objectives;
import io.holdfast.simulator.model.Plan;
import io.holdfast.simulator.model.ServiceLevel;
import io.holdfast.simulator.model.Site;
import io.holdfast.simulator.model.Team;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Small models, every one from its own seed: needs of all forms, methods of every kind, cycles, ties. */
final class RandomModels {

    /** How freely elements may need each other. */
    enum Shape {
        /** Runs on earlier elements only; pools may have a minimum. */
        ORDERED,
        /** As above, but methods need and run on anything. */
        CROSSED,
        /** Anything needs anything. */
        CYCLIC
    }

    private final Dice dice;
    private final RandomNeeds needs;
    private final RandomMethods methods;
    private final Shape shape;
    private final int size;

    private RandomModels(long seed) {
        dice = new Dice(seed);
        shape = dice.of(Shape.ORDERED, Shape.ORDERED, Shape.CROSSED, Shape.CYCLIC);
        size = 3 + dice.below(shape == Shape.ORDERED ? 10 : 5);
        needs = new RandomNeeds(dice, this::idOf, shape == Shape.ORDERED);
        methods = new RandomMethods(dice, needs);
    }

    static ContinuityModel of(long seed) {
        return new RandomModels(seed).build();
    }

    private ContinuityModel build() {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            elements.add(element(i));
        }
        return new ContinuityModel(
                Label.NONE,
                null,
                null,
                List.of(
                        new Site(Id.of("north"), Label.NONE, 25.04, 121.56),
                        new Site(Id.of("south"), Label.NONE, 24.15, 120.67),
                        new Site(Id.of("nowhere"), Label.NONE, null, null)),
                List.of(team("ops", true), team("dba", true), team("spares", false)),
                List.of(),
                elements,
                plans(elements),
                List.of(new RandomScenarios(dice, elements).build()),
                List.of());
    }

    private List<Plan> plans(List<Element> elements) {
        List<Id> sequence = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            sequence.add(elements.get(dice.below(elements.size())).id());
        }
        return dice.maybe(0.4) ? List.of(new Plan(Id.of("plan"), Label.NONE, List.of(), sequence)) : List.of();
    }

    private Team team(String id, boolean people) {
        return new Team(
                Id.of(id),
                Label.NONE,
                1 + dice.below(3),
                people,
                dice.maybe(0.7) ? dice.hours() : null,
                dice.maybe(0.5) ? dice.hours() : null);
    }

    private ElementType typeOf(int i) {
        if (i >= size - 2) {
            return i == size - 1 || size > 4 ? ElementType.PROCESS : ElementType.SERVICE;
        }
        return i >= size * 2 / 3 ? ElementType.SERVICE : ElementType.ASSET;
    }

    private Id idOf(int i) {
        return Id.of(typeOf(i).name().toLowerCase(java.util.Locale.ROOT).charAt(0) + "-" + i);
    }

    private Element element(int i) {
        ElementType type = typeOf(i);
        ElementBuilder builder = new ElementBuilder(idOf(i), type, kind(type))
                .label(new Label(
                        null, Map.of(), null, null, dice.maybe(0.3) ? List.of("core") : List.of(), null, Map.of()))
                .objectives(objectives(type))
                .needs(needs.list(
                        i,
                        shape == Shape.CYCLIC ? size : i,
                        shape == Shape.CYCLIC ? dice.count(0, 1, 1, 2) : dice.count(0, 1, 1, 2, 3)));
        if (type == ElementType.ASSET || dice.maybe(0.15)) {
            builder.methods(methods.list(i, shape == Shape.ORDERED ? i : size, size));
        }
        if (dice.maybe(0.5)) {
            builder.restart(dice.hours());
        }
        place(builder, type);
        if (type != ElementType.ASSET && dice.maybe(0.4)) {
            builder.serviceLevel(serviceLevel());
        }
        if (type == ElementType.PROCESS) {
            builder.demand(
                            dice.maybe(0.7)
                                    ? new Demand(dice.of("tps", "tps", "gb"), dice.number(0, 100, 150, 700), 0)
                                    : null)
                    .impact(dice.maybe(0.7) ? impact() : null);
        } else if (dice.maybe(0.6)) {
            builder.capacity(new Amount(dice.of("tps", "tps", "gb"), dice.number(0, 100, 200, 1000)));
        }
        return builder.build();
    }

    private void place(ElementBuilder builder, ElementType type) {
        if (type == ElementType.ASSET && dice.maybe(0.6)) {
            builder.site(Id.of(dice.of("north", "south", "nowhere")));
            builder.zone(dice.maybe(0.5) ? dice.of("zone-a", "zone-b") : null);
        }
    }

    private String kind(ElementType type) {
        return switch (type) {
            case ASSET -> dice.of("host", "database", "power");
            case SERVICE -> "service";
            case PROCESS -> "process";
        };
    }

    private Objectives objectives(ElementType type) {
        if (type == ElementType.ASSET && dice.maybe(0.8)) {
            return Objectives.NONE;
        }
        return new Objectives(
                maybe(24),
                maybe(dice.number(1, 2, 3, 5)),
                maybe(1),
                dice.maybe(0.4) ? dice.of(0.3, 0.5, 0.6, 1.0) : null,
                maybe(1),
                null);
    }

    private @Nullable Double maybe(double hours) {
        return dice.maybe(0.3) ? hours : null;
    }

    private ServiceLevel serviceLevel() {
        List<ServiceLevel.Credit> credits = new ArrayList<>();
        List<ServiceLevel.Credit> byOutage = new ArrayList<>();
        for (int i = dice.below(3); i > 0; i--) {
            credits.add(new ServiceLevel.Credit(dice.of(0.9999, 0.999, 0.99, 0.9, 0.5), dice.of(0.1, 0.3, 0.5)));
        }
        for (int i = dice.below(3); i > 0; i--) {
            byOutage.add(new ServiceLevel.Credit(dice.number(0, 1, 2, 5), dice.of(0.05, 0.2, 0.6)));
        }
        return new ServiceLevel(
                0.999, dice.of(ServiceLevel.Period.values()), dice.of(0.0, 1000.0, 300_000.0), credits, byOutage);
    }

    private Impact impact() {
        List<Impact.Point> loss = new ArrayList<>();
        double hours = dice.number(0, 0, 0, 1);
        double money = dice.of(0, 0, 10_000);
        for (int i = 0; i <= dice.below(3); i++) {
            loss.add(new Impact.Point(hours, money));
            hours += dice.number(1, 2, 4, 20);
            money += dice.of(0, 1000, 50_000);
        }
        return new Impact(loss, dice.maybe(0.6), Map.of());
    }
}
