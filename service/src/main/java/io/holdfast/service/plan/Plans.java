package io.holdfast.service.plan;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.service.plan.ContinuityPlan.RunPart;
import io.holdfast.service.plan.internal.PlanBuilder;
import io.holdfast.service.plan.internal.PlanSubject;
import io.holdfast.service.plan.internal.RunReading;
import io.holdfast.service.register.Register;
import io.holdfast.service.simulation.Run;
import io.holdfast.service.simulation.RunStatus;
import io.holdfast.service.simulation.Simulations;
import io.holdfast.simulator.compile.EffectiveObjectives;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.ElementType;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Scenario;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The door of the room: plans, built when they are asked for. For any number of threads. */
@Singleton
public class Plans {

    private final Register register;
    private final Simulations simulations;

    Plans(Register register, Simulations simulations) {
        this.register = register;
        this.simulations = simulations;
    }

    /** A run with what it says. */
    private record Reading(Run run, RunReading says) {}

    /** The newest finished run of a scenario that says which methods were used. */
    private Optional<Reading> findReading(Id scenario) {
        return simulations.findNewest(scenario.value(), RunStatus.FINISHED).flatMap(this::findReading);
    }

    private Optional<Reading> findReading(Run run) {
        return simulations
                .findReading(run.id())
                .map(RunReading::of)
                .filter(RunReading::saysMethods)
                .map(says -> new Reading(run, says));
    }

    /** Every service and process of the current model against every scenario, in the model's order. */
    public List<PlanPair> listPairs(ContinuityModel model, String language) {
        List<PlanPair> pairs = new ArrayList<>();
        List<EffectiveObjectives> goals = EffectiveObjectives.of(model);
        String digest = register.findModelDigest().orElse("");
        Map<String, Run> newest = simulations.mapNewest(RunStatus.FINISHED);
        for (Scenario scenario : model.scenarios()) {
            Optional<Reading> reading =
                    Optional.ofNullable(newest.get(scenario.id().value())).flatMap(this::findReading);
            for (int e = 0; e < goals.size(); e++) {
                Element element = model.elements().get(e);
                if (element.type() != ElementType.ASSET) {
                    Double rto = goals.get(e).objectives().rtoHours();
                    pairs.add(pair(element, scenario, reading.orElse(null), rto, digest, language));
                }
            }
        }
        return pairs;
    }

    private static PlanPair pair(
            Element element,
            Scenario scenario,
            @Nullable Reading reading,
            @Nullable Double rto,
            String digest,
            String language) {
        Named named = named(element.id(), element.label(), language);
        Named event = named(scenario.id(), scenario.label(), language);
        String type = element.type().name().toLowerCase(Locale.ROOT);
        if (reading == null) {
            return new PlanPair(
                    named, type, element.tier(), event, PlanState.NO_RUN, null, false, rto, null, null, null);
        }
        Chance disrupted = reading.says().disrupted(element.id());
        JsonNode recovery = reading.says().element(element.id()).path("recovery");
        return new PlanPair(
                named,
                type,
                element.tier(),
                event,
                disrupted.estimate() > 0 ? PlanState.READY : PlanState.NOT_HIT,
                reading.run().id(),
                !reading.run().modelDigest().equals(digest),
                rto,
                RunReading.findChance(recovery.path("withinRto")),
                disrupted,
                new Band(RunReading.number(recovery, "p50"), RunReading.number(recovery, "p95")));
    }

    private static Named named(Id id, io.holdfast.simulator.model.Label label, String language) {
        return new Named(id.value(), label.nameIn(language, id.value()));
    }

    /**
     * The plan of an element for a scenario: from the newest finished run and the model it was run on, else from the
     * current model, without figures.
     *
     * @return empty where neither model has the element or the scenario
     */
    public Optional<ContinuityPlan> findPlan(Id element, Id scenario, String language) {
        Optional<Reading> reading = findReading(scenario);
        Optional<ContinuityModel> model = reading.isPresent()
                ? reading.map(each -> simulations.getModel(each.run().modelDigest()))
                : register.findModel();
        return model.flatMap(found -> subject(found, element, scenario, reading.orElse(null), language))
                .map(PlanBuilder::build);
    }

    private Optional<PlanSubject> subject(
            ContinuityModel model, Id element, Id scenario, @Nullable Reading reading, String language) {
        String digest = register.findModelDigest().orElse("");
        return model.findScenario(scenario)
                .flatMap(event -> Optional.ofNullable(model.elementsById().get(element))
                        .map(found -> new PlanSubject(
                                model,
                                found,
                                event,
                                reading == null ? null : part(reading.run(), digest),
                                reading == null ? null : reading.says(),
                                language)));
    }

    private static RunPart part(Run run, String digest) {
        return new RunPart(
                run.id(),
                run.seed(),
                run.trials(),
                run.engineVersion(),
                run.modelDigest(),
                run.finishedAt() == null ? null : run.finishedAt().toString(),
                !run.modelDigest().equals(digest));
    }
}
