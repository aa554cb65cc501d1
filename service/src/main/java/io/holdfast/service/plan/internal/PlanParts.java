package io.holdfast.service.plan.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.service.plan.Band;
import io.holdfast.service.plan.Chance;
import io.holdfast.service.plan.ContinuityPlan;
import io.holdfast.service.plan.ContinuityPlan.CapacityAt;
import io.holdfast.service.plan.ContinuityPlan.DrillLine;
import io.holdfast.service.plan.ContinuityPlan.FindingLine;
import io.holdfast.service.plan.ContinuityPlan.Headroom;
import io.holdfast.service.plan.ContinuityPlan.Missed;
import io.holdfast.service.plan.ContinuityPlan.Outcome;
import io.holdfast.service.plan.ContinuityPlan.ScenarioPart;
import io.holdfast.service.plan.ContinuityPlan.Spread;
import io.holdfast.service.plan.ContinuityPlan.Targets;
import io.holdfast.service.plan.ContinuityPlan.WrittenPlan;
import io.holdfast.service.plan.PlanState;
import io.holdfast.simulator.compile.EffectiveObjectives;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Objectives;
import io.holdfast.simulator.model.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The parts of a plan that need no steps: what is asked for, what the run says of the element itself. */
final class PlanParts {

    private final PlanSubject subject;
    private final Words words;

    PlanParts(PlanSubject subject, Words words) {
        this.subject = subject;
        this.words = words;
    }

    /** A plan without steps. */
    ContinuityPlan empty(PlanState state, @Nullable Outcome outcome) {
        return new ContinuityPlan(
                state,
                organisation(),
                subject.model().timeZone(),
                words.named(subject.element().id()),
                Words.word(subject.element().type()),
                words.owner(subject.element().label()),
                scenario(),
                subject.run(),
                targets(),
                outcome,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                written(),
                drills());
    }

    String organisation() {
        return words.name(subject.model().label(), "");
    }

    ScenarioPart scenario() {
        Scenario scenario = subject.scenario();
        Scenario.Origin origin = scenario.origin();
        return new ScenarioPart(
                scenario.id().value(),
                words.name(scenario.label(), scenario.id().value()),
                origin == null ? null : Words.word(origin),
                scenario.frequencyPerYear(),
                scenario.label().note(),
                scenario.staff(),
                scenario.demandMultiplier(),
                scenario.horizonHours());
    }

    Targets targets() {
        EffectiveObjectives goals = subject.goals();
        Objectives set = goals.objectives();
        Id from = goals.from();
        return new Targets(
                set.mtpdHours(),
                set.rtoHours(),
                set.rpoHours(),
                set.mbco(),
                set.wrtHours(),
                from == null ? null : words.named(from));
    }

    private JsonNode result(RunReading run) {
        return run.element(subject.element().id());
    }

    Outcome outcome(RunReading run) {
        JsonNode result = result(run);
        JsonNode recovery = result.path("recovery");
        JsonNode loss = result.path("dataLoss");
        return new Outcome(
                RunReading.chance(result.path("disrupted")),
                RunReading.findChance(recovery.path("withinRto")),
                RunReading.findChance(recovery.path("withinMtpd")),
                RunReading.band(result.path("whenDisrupted")),
                new Spread(
                        RunReading.number(recovery, "p05"),
                        RunReading.number(recovery, "p50"),
                        RunReading.number(recovery, "p95"),
                        RunReading.number(recovery, "p99")),
                recovery.path("never").asDouble(),
                RunReading.band(result.path("full")),
                RunReading.findBand(loss),
                RunReading.findChance(loss.path("withinRpo")),
                result.path("guesses").asDouble());
    }

    List<CapacityAt> capacity(RunReading run) {
        return StreamSupport.stream(result(run).path("capacity").spliterator(), false)
                .map(at -> new CapacityAt(
                        at.path("hours").asDouble(),
                        at.path("p05").asDouble(),
                        at.path("p50").asDouble(),
                        at.path("p95").asDouble()))
                .toList();
    }

    @Nullable
    Headroom headroom(RunReading run) {
        JsonNode headroom = result(run).path("headroom");
        return headroom.isObject()
                ? new Headroom(
                        headroom.path("unit").asText(),
                        RunReading.number(headroom, "p05"),
                        RunReading.number(headroom, "p50"),
                        RunReading.chance(headroom.path("belowZero")))
                : null;
    }

    /** Targets below the P95 of their estimate; the work recovery time is added before the MTPD is held against it. */
    List<Missed> missed(RunReading run) {
        Targets targets = targets();
        Outcome outcome = outcome(run);
        List<Missed> missed = new ArrayList<>();
        Double p95 = outcome.recovery().p95();
        addIfMissed(missed, "rto", targets.rtoHours(), p95, outcome.withinRto());
        double wrt = Objects.requireNonNullElse(targets.wrtHours(), 0.0);
        addIfMissed(
                missed,
                "mtpd",
                targets.mtpdHours(),
                p95 == null || p95 == 0 ? p95 : (Double) (p95 + wrt),
                outcome.withinMtpd());
        Band loss = outcome.dataLoss();
        if (loss != null) {
            addIfMissed(missed, "rpo", targets.rpoHours(), loss.p95(), outcome.withinRpo());
        }
        return missed;
    }

    private static void addIfMissed(
            List<Missed> missed, String target, @Nullable Double hours, @Nullable Double p95, @Nullable Chance within) {
        if (hours != null && (p95 == null || p95 > hours)) {
            missed.add(new Missed(target, hours, p95, within));
        }
    }

    List<FindingLine> findings(RunReading run) {
        return StreamSupport.stream(run.root().path("findings").spliterator(), false)
                .map(finding -> new FindingLine(
                        finding.path("code").asText(),
                        finding.path("severity").asText(),
                        finding.path("message").asText()))
                .toList();
    }

    List<WrittenPlan> written() {
        return subject.model().plans().stream()
                .filter(plan -> plan.covers().contains(subject.element().id()))
                .map(plan -> new WrittenPlan(
                        words.named(plan.id(), plan.label()),
                        words.owner(plan.label()),
                        plan.label().extras().get("x-reviewed") instanceof String reviewed ? reviewed : null))
                .toList();
    }

    /** Drills of the element, or of the scenario. */
    List<DrillLine> drills() {
        Id scenario = subject.scenario().id();
        return subject.model().drills().stream()
                .filter(drill -> drill.scope().contains(subject.element().id()) || scenario.equals(drill.scenario()))
                .map(drill -> new DrillLine(
                        words.named(drill.id(), drill.label()),
                        drill.types().stream().map(Words::word).toList(),
                        scenario.equals(drill.scenario())))
                .toList();
    }
}
