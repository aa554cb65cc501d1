package io.holdfast.simulator.drill;

import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Hit;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Label;
import io.holdfast.simulator.model.Need;
import io.holdfast.simulator.model.Objectives;
import io.holdfast.simulator.model.Plan;
import io.holdfast.simulator.model.RecoveryMethod;
import io.holdfast.simulator.model.Scenario;
import io.holdfast.simulator.model.Team;
import io.holdfast.simulator.model.UncertainHours;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Models and scenarios made from the given ones, so that the engine's own meaning can be used for drills. */
final class Derived {

    /** The id of a scenario that a drill plays without naming one. */
    static final Id OWN_SCENARIO = Id.of("holdfast.drill");

    private Derived() {}

    /** The element with other methods, needs and targets. */
    static Element element(Element e, List<Need> needs, List<RecoveryMethod> methods, Objectives objectives) {
        return new Element(
                e.id(),
                e.type(),
                e.kind(),
                e.label(),
                e.site(),
                e.zone(),
                needs,
                methods,
                e.restart(),
                e.capacity(),
                e.demand(),
                objectives,
                e.tier(),
                e.impact(),
                e.serviceLevel(),
                e.failure(),
                e.commonCause());
    }

    /** The teams at once at work. */
    static List<Team> present(List<Team> teams) {
        return teams.stream()
                .map(team -> new Team(team.id(), team.label(), team.size(), team.people(), null, null))
                .toList();
    }

    /** A model of other elements, teams and one scenario; the order of plans is kept for what is left. */
    static ContinuityModel model(ContinuityModel model, List<Team> teams, List<Element> elements, Scenario scenario) {
        Set<Id> left = elements.stream().map(Element::id).collect(Collectors.toSet());
        List<Plan> plans = model.plans().stream()
                .map(plan -> new Plan(
                        plan.id(),
                        plan.label(),
                        List.of(),
                        plan.sequence().stream().filter(left::contains).toList()))
                .toList();
        return new ContinuityModel(
                model.label(),
                model.currency(),
                model.timeZone(),
                model.sites(),
                teams,
                List.of(),
                elements,
                plans,
                List.of(scenario),
                List.of());
    }

    /** The scenario with other hits and another response. */
    static Scenario scenario(
            Scenario s,
            List<Hit> hits,
            @Nullable UncertainHours detect,
            @Nullable UncertainHours declare,
            @Nullable UncertainHours lasts,
            double staff,
            double demand,
            Scenario.OfficeHours when) {
        return new Scenario(
                s.id(),
                s.label(),
                s.origin(),
                s.frequencyPerYear(),
                hits,
                detect,
                declare,
                lasts,
                s.dwell(),
                staff,
                demand,
                when,
                s.horizonHours());
    }

    /** A scenario that a drill plays where it names none: nothing but its hits. */
    static Scenario own(List<Hit> hits, @Nullable UncertainHours lasts, Scenario.OfficeHours when) {
        return new Scenario(
                OWN_SCENARIO,
                Label.NONE,
                null,
                null,
                hits,
                null,
                null,
                lasts,
                null,
                1,
                1,
                when,
                Scenario.DEFAULT_HORIZON_HOURS);
    }
}
