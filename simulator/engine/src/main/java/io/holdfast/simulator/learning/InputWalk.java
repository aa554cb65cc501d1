package io.holdfast.simulator.learning;

import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.MethodData;
import io.holdfast.simulator.model.Need;
import io.holdfast.simulator.model.NeedTerms;
import io.holdfast.simulator.model.Provenance;
import io.holdfast.simulator.model.RecoveryMethod;
import io.holdfast.simulator.model.Scenario;
import io.holdfast.simulator.model.Team;
import io.holdfast.simulator.model.UncertainHours;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Copies a model and shows each uncertain number on the way to a {@link Change}, in file order. One walk an instance; not for
 * use by several threads.
 */
final class InputWalk {

    /** What becomes of each number. */
    interface Change {
        /** The time to put in the place of the stated one. */
        UncertainHours hours(InputRef ref, UncertainHours stated);

        /** The chance to put in the place of the stated one. */
        double chance(InputRef ref, double stated, Provenance provenance);
    }

    private record Place(Id owner, @Nullable String method, Quantity quantity) {}

    private final Reach reach;
    private final Change change;
    private final Map<Place, Integer> used = new HashMap<>();

    InputWalk(Reach reach, Change change) {
        this.reach = reach;
        this.change = change;
    }

    ContinuityModel rewritten(ContinuityModel model) {
        return new ContinuityModel(
                model.label(),
                model.currency(),
                model.timeZone(),
                model.sites(),
                model.teams().stream().map(this::team).toList(),
                model.contacts(),
                model.elements().stream().map(this::element).toList(),
                model.plans(),
                model.scenarios().stream().map(this::scenario).toList(),
                model.drills());
    }

    private Team team(Team team) {
        if (!reach.teams().contains(team.id())) {
            return team;
        }
        return new Team(
                team.id(),
                team.label(),
                team.size(),
                team.people(),
                hours(team.id(), null, Quantity.MOBILISE, team.mobilise()),
                hours(team.id(), null, Quantity.MOBILISE_OFF_HOURS, team.mobiliseOffHours()));
    }

    private Scenario scenario(Scenario scenario) {
        Id id = scenario.id();
        if (!reach.scenarios().contains(id)) {
            return scenario;
        }
        return new Scenario(
                id,
                scenario.label(),
                scenario.origin(),
                scenario.frequencyPerYear(),
                scenario.hits(),
                hours(id, null, Quantity.DETECT, scenario.detect()),
                hours(id, null, Quantity.DECLARE, scenario.declare()),
                hours(id, null, Quantity.HAZARD_LASTS, scenario.lasts()),
                hours(id, null, Quantity.DWELL, scenario.dwell()),
                scenario.staff(),
                scenario.demandMultiplier(),
                scenario.when(),
                scenario.horizonHours());
    }

    private Element element(Element e) {
        if (!reach.elements().contains(e.id())) {
            return e;
        }
        return new Element(
                e.id(),
                e.type(),
                e.kind(),
                e.label(),
                e.site(),
                e.zone(),
                needs(e.id(), null, e.needs()),
                e.methods().stream().map(method -> method(e.id(), method)).toList(),
                hours(e.id(), null, Quantity.RESTART, e.restart()),
                e.capacity(),
                e.demand(),
                e.objectives(),
                e.tier(),
                e.impact(),
                e.serviceLevel(),
                e.failure(),
                e.commonCause());
    }

    private RecoveryMethod method(Id owner, RecoveryMethod m) {
        Id id = m.id();
        String name = id != null ? id.value() : m.kind().name().toLowerCase(Locale.ROOT);
        Provenance evidence = m.duration().provenance();
        double success = chance(owner, name, Quantity.SUCCESS, m.success(), evidence);
        List<Need> own = m.needs();
        return new RecoveryMethod(
                id,
                m.kind(),
                m.label(),
                m.automatic(),
                success,
                changed(owner, name, Quantity.DURATION, m.duration()),
                own == null ? null : needs(owner, name, own),
                needs(owner, name, m.alsoNeeds()),
                m.capacity(),
                hours(owner, name, Quantity.LASTS, m.lasts()),
                data(owner, name, m.data(), evidence),
                m.crew(),
                m.answers());
    }

    private @Nullable MethodData data(Id owner, String method, @Nullable MethodData data, Provenance evidence) {
        return switch (data) {
            case null -> null;
            case MethodData.Replica replica ->
                new MethodData.Replica(changed(owner, method, Quantity.LAG, replica.lag()));
            case MethodData.Backup backup ->
                new MethodData.Backup(
                        backup.everyHours(),
                        backup.takesHours(),
                        chance(owner, method, Quantity.USABLE, backup.usable(), evidence));
        };
    }

    private List<Need> needs(Id owner, @Nullable String method, List<Need> needs) {
        return needs.stream().map(need -> need(owner, method, need)).toList();
    }

    private Need need(Id owner, @Nullable String method, Need need) {
        return switch (need) {
            case Need.One one -> one;
            case Need.AllOf all ->
                new Need.AllOf(needs(owner, method, all.members()), terms(owner, method, all.terms()));
            case Need.AtLeast some ->
                new Need.AtLeast(
                        some.atLeast(), needs(owner, method, some.members()), terms(owner, method, some.terms()));
            case Need.Pool pool ->
                new Need.Pool(
                        needs(owner, method, pool.members()),
                        pool.shares(),
                        pool.minimum(),
                        terms(owner, method, pool.terms()));
        };
    }

    private NeedTerms terms(Id owner, @Nullable String method, NeedTerms terms) {
        return new NeedTerms(
                terms.id(),
                hours(owner, method, Quantity.HOLDS_FOR, terms.holdsFor()),
                terms.soft(),
                terms.source(),
                terms.verified(),
                terms.extras());
    }

    private @Nullable UncertainHours hours(
            Id owner, @Nullable String method, Quantity quantity, @Nullable UncertainHours stated) {
        return stated == null ? null : changed(owner, method, quantity, stated);
    }

    private UncertainHours changed(Id owner, @Nullable String method, Quantity quantity, UncertainHours stated) {
        return change.hours(ref(owner, method, quantity), stated);
    }

    private double chance(Id owner, String method, Quantity quantity, double stated, Provenance evidence) {
        return change.chance(ref(owner, method, quantity), stated, evidence);
    }

    private InputRef ref(Id owner, @Nullable String method, Quantity quantity) {
        return new InputRef(owner, method, quantity, used.merge(new Place(owner, method, quantity), 1, Integer::sum));
    }
}
