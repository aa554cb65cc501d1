package io.holdfast.simulator.learning;

import io.holdfast.simulator.model.Contact;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Failure;
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

        /** How many observations a chance is worth, to put in the place of what is stated, or null for what is not. */
        default @Nullable Double chanceWeight(InputRef ref, @Nullable Double stated) {
            return stated;
        }

        /** The mean time between failures, or the frequency, to put in the place of the stated one. */
        default double rate(InputRef ref, double stated, Provenance provenance) {
            return stated;
        }

        /** How many observations a rate is worth, to put in the place of what is stated, or null for what is not. */
        default @Nullable Double rateWeight(InputRef ref, @Nullable Double stated) {
            return stated;
        }
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
                model.contacts().stream().map(this::contact).toList(),
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

    private Contact contact(Contact contact) {
        Id id = contact.id();
        if (!reach.contacts().contains(id)) {
            return contact;
        }
        UncertainHours answers = contact.answers();
        Provenance evidence = answers == null ? Provenance.UNSAID : answers.provenance();
        InputRef reached = ref(id, null, Quantity.REACH);
        return new Contact(
                id,
                contact.label(),
                contact.team(),
                change.chance(reached, contact.reach(), weighed(evidence, contact.reachWeight())),
                hours(id, null, Quantity.ANSWERS, answers),
                contact.deputy(),
                change.chanceWeight(reached, contact.reachWeight()));
    }

    private @Nullable Failure failure(Id owner, @Nullable Failure failure) {
        if (failure == null) {
            return null;
        }
        InputRef ref = ref(owner, null, Quantity.MTBF);
        return new Failure(
                change.rate(ref, failure.mtbfHours(), weighed(Provenance.UNSAID, failure.weight())),
                failure.shape(),
                change.rateWeight(ref, failure.weight()));
    }

    /** The same evidence with a weight of its own, where one is stated. */
    private static Provenance weighed(Provenance evidence, @Nullable Double weight) {
        return weight == null
                ? evidence
                : new Provenance(evidence.evidence(), evidence.observations(), evidence.source(), weight, null);
    }

    private Scenario scenario(Scenario scenario) {
        Id id = scenario.id();
        if (!reach.scenarios().contains(id)) {
            return scenario;
        }
        Double frequency = scenario.frequencyPerYear();
        Double weight = scenario.frequencyWeight();
        if (frequency != null) {
            InputRef ref = ref(id, null, Quantity.FREQUENCY);
            frequency = change.rate(ref, frequency, weighed(Provenance.UNSAID, weight));
            weight = change.rateWeight(ref, weight);
        }
        return new Scenario(
                id,
                scenario.label(),
                scenario.origin(),
                frequency,
                scenario.hits(),
                hours(id, null, Quantity.DETECT, scenario.detect()),
                hours(id, null, Quantity.DECLARE, scenario.declare()),
                hours(id, null, Quantity.HAZARD_LASTS, scenario.lasts()),
                hours(id, null, Quantity.DWELL, scenario.dwell()),
                scenario.staff(),
                scenario.demandMultiplier(),
                scenario.when(),
                scenario.horizonHours(),
                weight);
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
                failure(e.id(), e.failure()),
                e.commonCause());
    }

    /** The name of a method in the names of its inputs: its id, else its word. */
    static String nameOf(RecoveryMethod method) {
        Id id = method.id();
        return id != null ? id.value() : method.kind().name().toLowerCase(Locale.ROOT);
    }

    private RecoveryMethod method(Id owner, RecoveryMethod m) {
        Id id = m.id();
        String name = nameOf(m);
        Provenance evidence = m.duration().provenance();
        InputRef success = ref(owner, name, Quantity.SUCCESS);
        List<Need> own = m.needs();
        return new RecoveryMethod(
                id,
                m.kind(),
                m.label(),
                m.automatic(),
                change.chance(success, m.success(), weighed(evidence, m.successWeight())),
                changed(owner, name, Quantity.DURATION, m.duration()),
                own == null ? null : needs(owner, name, own),
                needs(owner, name, m.alsoNeeds()),
                m.capacity(),
                hours(owner, name, Quantity.LASTS, m.lasts()),
                data(owner, name, m.data(), evidence),
                m.crew(),
                m.answers(),
                change.chanceWeight(success, m.successWeight()));
    }

    private @Nullable MethodData data(Id owner, String method, @Nullable MethodData data, Provenance evidence) {
        return switch (data) {
            case null -> null;
            case MethodData.Replica replica ->
                new MethodData.Replica(changed(owner, method, Quantity.LAG, replica.lag()));
            case MethodData.Backup backup -> {
                InputRef usable = ref(owner, method, Quantity.USABLE);
                yield new MethodData.Backup(
                        backup.everyHours(),
                        backup.takesHours(),
                        change.chance(usable, backup.usable(), weighed(evidence, backup.usableWeight())),
                        change.chanceWeight(usable, backup.usableWeight()));
            }
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

    private InputRef ref(Id owner, @Nullable String method, Quantity quantity) {
        return new InputRef(owner, method, quantity, used.merge(new Place(owner, method, quantity), 1, Integer::sum));
    }
}
