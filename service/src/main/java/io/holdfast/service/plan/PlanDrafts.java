package io.holdfast.service.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.approval.ApprovalSource;
import io.holdfast.service.approval.Draft;
import io.holdfast.service.approval.Frozen;
import io.holdfast.service.register.Register;
import io.holdfast.service.register.RegisterEdits;
import io.holdfast.service.simulation.RunStatus;
import io.holdfast.service.simulation.Simulations;
import io.holdfast.simulator.format.ModelWriter;
import io.holdfast.simulator.model.Id;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Plans as they are submitted for approval: in both languages, without the number of the run, which is kept beside them, since
 * the same figures of another run are the same plan. For any number of threads.
 */
@Singleton
public class PlanDrafts implements ApprovalSource {

    /** The type of these subjects. */
    public static final String TYPE = "plan";

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Plans plans;
    private final Register register;
    private final Simulations simulations;
    private final Clock clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    /** A hash, and what it was computed from. */
    private record Known(String from, String hash) {}

    PlanDrafts(Plans plans, Register register, Simulations simulations, Clock clock) {
        this.plans = plans;
        this.register = register;
        this.simulations = simulations;
        this.clock = clock;
    }

    /** How the approval names a plan. */
    public static String subject(Id element, Id scenario) {
        return element.value() + "/" + scenario.value();
    }

    /** The plan as it would be submitted now; empty where the model has no such element or scenario. */
    public Optional<Draft> findDraft(Id element, Id scenario) {
        Optional<ContinuityPlan> english = plans.findPlan(element, scenario, "en");
        Optional<ContinuityPlan> chinese = plans.findPlan(element, scenario, "zh-Hant");
        return english.flatMap(one -> chinese.map(other -> draft(element, scenario, one, other)));
    }

    private Draft draft(Id element, Id scenario, ContinuityPlan english, ContinuityPlan chinese) {
        ObjectNode content = JSON.createObjectNode();
        ObjectNode basis = JSON.createObjectNode();
        basis.set("run", JSON.valueToTree(english.run()));
        content.set("en", content(english));
        content.set("zh-Hant", content(chinese));
        return new Draft(
                TYPE,
                subject(element, scenario),
                "Continuity plan: " + english.element().name() + ", "
                        + english.scenario().name(),
                "營運持續計畫：" + chinese.element().name() + "，" + chinese.scenario().name(),
                unit(element),
                content,
                basis,
                LocalDate.now(clock),
                null);
    }

    private static JsonNode content(ContinuityPlan plan) {
        ObjectNode tree = JSON.valueToTree(plan);
        tree.remove("run");
        return tree;
    }

    private @Nullable String unit(Id element) {
        return register.findState()
                .flatMap(state -> state.findElement(element))
                .map(found -> ModelWriter.toTree(found).path(RegisterEdits.UNIT))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .orElse(null);
    }

    /** A plan as it was submitted, in one of its languages. */
    public static ContinuityPlan thaw(Frozen frozen, String language) {
        ObjectNode tree = frozen.content().path(language).deepCopy();
        tree.set("run", frozen.basis().path("run"));
        try {
            return JSON.treeToValue(tree, ContinuityPlan.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("A plan that was submitted cannot be read", e);
        }
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Optional<String> findHash(String subject) {
        String[] parts = subject.split("/", 2);
        Id element = Id.of(parts[0]);
        Id scenario = Id.of(parts[1]);
        String from = from(scenario);
        Known before = known.get(subject);
        if (before != null && before.from().equals(from)) {
            return Optional.of(before.hash());
        }
        Optional<String> hash = findDraft(element, scenario).map(Draft::hash);
        hash.ifPresent(found -> known.put(subject, new Known(from, found)));
        return hash;
    }

    /** What the plans of a scenario are built from: the newest run, and the model where there is none. */
    private String from(Id scenario) {
        return simulations
                        .findNewest(scenario.value(), RunStatus.FINISHED)
                        .map(run -> Long.toString(run.id()))
                        .orElse("")
                + " " + register.findModelDigest().orElse("");
    }
}
