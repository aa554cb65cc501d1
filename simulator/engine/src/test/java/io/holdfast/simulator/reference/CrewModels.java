package io.holdfast.simulator.reference;

import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.DownState;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.ElementBuilder;
import io.holdfast.simulator.model.ElementType;
import io.holdfast.simulator.model.Hit;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Label;
import io.holdfast.simulator.model.MethodKind;
import io.holdfast.simulator.model.Plan;
import io.holdfast.simulator.model.RecoveryMethod;
import io.holdfast.simulator.model.Scenario;
import io.holdfast.simulator.model.Team;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Random models that fit lanes, in which people are short: most methods ask for some, of teams of one to three, all who are there
 * among them; more is hit, everybody can come, and more plans say whose turn it is.
 */
final class CrewModels {

    private static final Set<DownState> EVERYTHING = EnumSet.allOf(DownState.class);

    private final Dice dice;
    private final ContinuityModel plain;

    private CrewModels(long seed) {
        dice = new Dice(seed);
        plain = LaneModels.of(seed);
    }

    static ContinuityModel of(long seed) {
        return new CrewModels(seed).build();
    }

    private ContinuityModel build() {
        return new ContinuityModel(
                plain.label(),
                plain.currency(),
                plain.timeZone(),
                plain.sites(),
                plain.teams(),
                plain.contacts(),
                plain.elements().stream().map(this::element).toList(),
                plans(),
                plain.scenarios().stream().map(this::scenario).toList(),
                plain.drills());
    }

    private List<Plan> plans() {
        List<Plan> plans = new ArrayList<>(plain.plans());
        if (dice.maybe(0.5)) {
            List<Id> sequence = new ArrayList<>();
            for (int i = dice.below(4); i >= 0; i--) {
                sequence.add(plain.elements()
                        .get(dice.below(plain.elements().size()))
                        .id());
            }
            plans.add(new Plan(Id.of("more"), plain.label(), List.of(), sequence));
        }
        return plans;
    }

    private Element element(Element element) {
        return new ElementBuilder(element.id(), element.type(), element.kind())
                .label(element.label())
                .site(element.site())
                .zone(element.zone())
                .needs(element.needs())
                .methods(methods(element))
                .restart(element.restart())
                .objectives(element.objectives())
                .impact(element.impact())
                .build();
    }

    private List<RecoveryMethod> methods(Element element) {
        List<RecoveryMethod> methods =
                new ArrayList<>(element.methods().stream().map(this::method).toList());
        if (element.type() != ElementType.PROCESS && dice.maybe(0.7)) {
            methods.add(new RecoveryMethod(
                    null,
                    dice.of(MethodKind.REPAIR, MethodKind.REBUILD),
                    Label.NONE,
                    dice.maybe(0.3),
                    dice.of(1.0, 0.7),
                    dice.hours(),
                    null,
                    List.of(),
                    1,
                    null,
                    null,
                    crew(),
                    EVERYTHING));
        }
        return methods;
    }

    private RecoveryMethod method(RecoveryMethod method) {
        return new RecoveryMethod(
                method.id(),
                method.kind(),
                method.label(),
                method.automatic(),
                method.success(),
                method.duration(),
                method.needs(),
                method.alsoNeeds(),
                1,
                null,
                null,
                crew(),
                dice.maybe(0.7) ? EVERYTHING : method.answers());
    }

    private Map<Id, Integer> crew() {
        Map<Id, Integer> crew = new LinkedHashMap<>();
        for (Team team : plain.teams()) {
            if (dice.maybe(0.6)) {
                crew.put(team.id(), dice.maybe(0.5) ? team.size() : 1);
            }
        }
        return crew;
    }

    private Scenario scenario(Scenario scenario) {
        List<Hit> hits = new ArrayList<>(scenario.hits());
        hits.add(new Hit(
                null,
                null,
                null,
                List.of("host", "database", "power", "service"),
                null,
                null,
                dice.of(1.0, 1.0, 0.9),
                false,
                dice.of(DownState.DAMAGED, DownState.DAMAGED, DownState.OUTAGE, DownState.CORRUPTED)));
        return new Scenario(
                scenario.id(),
                scenario.label(),
                scenario.origin(),
                scenario.frequencyPerYear(),
                hits,
                scenario.detect(),
                scenario.declare(),
                scenario.lasts(),
                scenario.dwell(),
                1,
                scenario.demandMultiplier(),
                scenario.when(),
                scenario.horizonHours());
    }
}
