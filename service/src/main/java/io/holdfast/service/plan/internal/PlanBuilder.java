package io.holdfast.service.plan.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.service.plan.ContinuityPlan;
import io.holdfast.service.plan.ContinuityPlan.Activation;
import io.holdfast.service.plan.ContinuityPlan.Call;
import io.holdfast.service.plan.ContinuityPlan.Check;
import io.holdfast.service.plan.ContinuityPlan.ContactLine;
import io.holdfast.service.plan.ContinuityPlan.Interim;
import io.holdfast.service.plan.ContinuityPlan.SupplierLine;
import io.holdfast.service.plan.ContinuityPlan.TeamNeed;
import io.holdfast.service.plan.Crew;
import io.holdfast.service.plan.Named;
import io.holdfast.service.plan.PlanState;
import io.holdfast.service.plan.Step;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Id;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Builds the continuity plan of one element for one scenario from the model and a run. One plan an instance. */
public final class PlanBuilder {

    private final PlanSubject subject;
    private final Words words;
    private final PlanParts parts;

    private PlanBuilder(PlanSubject subject) {
        this.subject = subject;
        words = new Words(subject.model(), subject.language());
        parts = new PlanParts(subject, words);
    }

    /** The plan; the same subject gives the same plan. Cost: quadratic in the number of steps. */
    public static ContinuityPlan build(PlanSubject subject) {
        return new PlanBuilder(subject).build();
    }

    private ContinuityPlan build() {
        RunReading run = subject.reading();
        if (run == null) {
            return parts.empty(PlanState.NO_RUN, null);
        }
        if (run.disrupted(subject.element().id()).estimate() == 0) {
            return parts.empty(PlanState.NOT_HIT, parts.outcome(run));
        }
        return build(run);
    }

    private ContinuityPlan build(RunReading run) {
        Map<Id, Element> closure = Closure.of(subject.model(), subject.element().id());
        List<Draft> drafts = drafts(closure, run);
        Sequence sequence = new Sequence(closure, drafts, run);
        Phases phases = new Phases(subject.element().id(), run);
        Set<Draft> waitedFor = phases.recovery(drafts, sequence);
        List<Draft> first =
                sequence.order(drafts.stream().filter(waitedFor::contains).toList());
        List<Draft> later = sequence.order(
                drafts.stream().filter(draft -> !waitedFor.contains(draft)).toList());
        List<Draft> all = Stream.concat(first.stream(), later.stream()).toList();
        StepWriter writer = new StepWriter(words, run, sequence, phases, all);
        List<Step> recovery = first.stream().map(writer::step).toList();
        List<Step> reconstitution = later.stream().map(writer::step).toList();
        List<Step> steps =
                Stream.concat(recovery.stream(), reconstitution.stream()).toList();
        Staffing staffing =
                new Staffing(words, subject.model().teams(), subject.scenario().staff());
        List<TeamNeed> teams = Stream.concat(
                        staffing.of("recovery", recovery).stream(),
                        staffing.of("reconstitution", reconstitution).stream())
                .toList();
        List<Interim> interims = interims(all, writer, run);
        People people = new People(subject.model(), words);
        List<Call> calls = people.calls(steps, run);
        List<ContactLine> contacts = people.contacts(teamsToCall(steps));
        return new ContinuityPlan(
                PlanState.READY,
                parts.organisation(),
                subject.model().timeZone(),
                words.named(subject.element().id()),
                Words.word(subject.element().type()),
                words.owner(subject.element().label()),
                parts.scenario(),
                subject.run(),
                parts.targets(),
                parts.outcome(run),
                activation(run, calls),
                recovery,
                checks(closure, drafts, run),
                reconstitution,
                interims,
                teams,
                parts.capacity(run),
                parts.headroom(run),
                contacts,
                suppliers(closure, run),
                parts.missed(run),
                Gaps.of(steps, calls, contacts, teams, interims),
                parts.findings(run),
                parts.written(),
                parts.drills());
    }

    private static List<Draft> drafts(Map<Id, Element> closure, RunReading run) {
        List<Draft> drafts = new ArrayList<>();
        int position = 0;
        for (Element element : closure.values()) {
            drafts.addAll(Draft.of(element, run, position++));
        }
        return drafts;
    }

    private Set<String> teamsToCall(List<Step> steps) {
        Set<String> teams = new LinkedHashSet<>();
        addOwner(teams, words.owner(subject.element().label()));
        parts.written().forEach(plan -> addOwner(teams, plan.owner()));
        steps.forEach(step -> {
            step.crew().stream()
                    .filter(Crew::people)
                    .forEach(crew -> teams.add(crew.team().id()));
            addOwner(teams, step.owner());
        });
        return teams;
    }

    private static void addOwner(Set<String> teams, @Nullable Named owner) {
        if (owner != null) {
            teams.add(owner.id());
        }
    }

    private Activation activation(RunReading run, List<Call> calls) {
        JsonNode response = run.root().path("response");
        return new Activation(
                RunReading.chance(response.path("called")),
                RunReading.findBand(response.path("decided")),
                Words.findEvidence(subject.scenario().detect()),
                Words.findEvidence(subject.scenario().declare()),
                calls);
    }

    /** What is disrupted and has no step of its own, in the order of coming back. */
    private List<Check> checks(Map<Id, Element> closure, List<Draft> drafts, RunReading run) {
        Set<Id> withStep = new LinkedHashSet<>();
        drafts.forEach(draft -> withStep.add(draft.element().id()));
        return closure.values().stream()
                .filter(element -> !withStep.contains(element.id()))
                .filter(element -> run.disrupted(element.id()).estimate() > 0)
                .map(element -> new Check(
                        words.named(element.id()),
                        element.kind(),
                        run.disrupted(element.id()),
                        RunReading.band(run.element(element.id()).path("whenDisrupted"))))
                .sorted(Comparator.comparingDouble(
                        check -> Objects.requireNonNullElse(check.back().p50(), Double.POSITIVE_INFINITY)))
                .toList();
    }

    private List<Interim> interims(List<Draft> all, StepWriter writer, RunReading run) {
        return all.stream()
                .filter(draft -> draft.after() == null && draft.main().isInterim())
                .map(draft -> new Interim(
                        writer.number(draft),
                        words.named(draft.element().id()),
                        words.method(draft.main().method()),
                        draft.main().method().capacity(),
                        all.stream()
                                .filter(each -> draft.equals(each.after()))
                                .map(writer::number)
                                .findFirst()
                                .orElse(null),
                        RunReading.band(run.element(draft.element().id()).path("full"))))
                .toList();
    }

    private List<SupplierLine> suppliers(Map<Id, Element> closure, RunReading run) {
        return closure.values().stream()
                .filter(element -> element.kind().equals("supplier"))
                .map(element -> new SupplierLine(
                        words.named(element.id()),
                        words.owner(element.label()),
                        element.objectives().rtoHours(),
                        element.label().note(),
                        run.disrupted(element.id())))
                .toList();
    }
}
