package io.holdfast.service.learning;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.service.drill.LearningWorth;
import io.holdfast.service.learning.Budgets.About;
import io.holdfast.service.register.Register;
import io.holdfast.simulator.learning.Quantity;
import io.holdfast.simulator.learning.Shown;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Drill;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.MethodKind;
import io.holdfast.simulator.model.RecoveryMethod;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What drills would teach, from the finished uncertainty budgets of the register as it is: with weight w one more observation is
 * expected to take S/(w + 1) of the variance of P95 away (docs/model/10-drills.md). The spread that is told is that of a normal P95 with
 * that variance, from its 10th to its 90th percentile. A drill of which no budget is there is missing. Nothing is simulated here. For
 * any number of threads.
 */
@Singleton
class BudgetWorth implements LearningWorth {

    /** From the 10th to the 90th percentile of a normal distribution, in standard deviations. */
    private static final double SPREAD = 2 * 1.2815515655446004;

    private final Budgets budgets;
    private final Register register;

    BudgetWorth(Budgets budgets, Register register) {
        this.budgets = budgets;
        this.register = register;
    }

    @Override
    @ReadOnly
    public Map<String, Worth> findWorth(Collection<Asked> drills) {
        Map<About, JsonNode> known = budgets.mapFinished();
        if (known.isEmpty()) {
            return Map.of();
        }
        ContinuityModel model = register.requireModel();
        Map<String, Worth> worth = new HashMap<>();
        for (Asked asked : drills) {
            find(asked, known, model).ifPresent(found -> worth.put(asked.uid(), found));
        }
        return worth;
    }

    /** Of the first of its elements of which a budget is known; under its scenario, else under that in which it teaches most. */
    private static Optional<Worth> find(Asked asked, Map<About, JsonNode> known, ContinuityModel model) {
        return asked.elements().stream()
                .flatMap(element -> known.entrySet().stream()
                        .filter(each -> each.getKey().element().equals(element))
                        .filter(each -> asked.scenario() == null
                                || each.getKey().scenario().equals(asked.scenario()))
                        .map(each -> worth(element, asked.types(), each.getValue(), model))
                        .max(Comparator.comparingDouble(Worth::points).thenComparing(Worth::element))
                        .stream())
                .findFirst();
    }

    private static Worth worth(String element, List<Drill.Type> types, JsonNode budget, ContinuityModel model) {
        List<JsonNode> shown = StreamSupport.stream(budget.path("inputs").spliterator(), false)
                .filter(input -> types.stream().anyMatch(type -> isShown(type, input, model)))
                .toList();
        double reduction = Math.clamp(
                shown.stream()
                        .mapToDouble(each -> each.path("share").path("estimate").asDouble()
                                / (each.path("weight").asDouble() + 1))
                        .sum(),
                0,
                1);
        double now = SPREAD
                * Math.sqrt(Math.max(
                        0,
                        budget.path("p95").path("notKnowing").path("estimate").asDouble()));
        String most = shown.stream()
                .max(Comparator.comparingDouble(
                        each -> each.path("expectedReduction").asDouble()))
                .filter(each -> each.path("expectedReduction").asDouble() > 0)
                .map(each -> each.path("input").asText())
                .orElse(null);
        return new Worth(element, now, Math.min(now, now * Math.sqrt(1 - reduction)), most);
    }

    private static boolean isShown(Drill.Type type, JsonNode input, ContinuityModel model) {
        Quantity quantity = Quantity.valueOf(
                input.path("quantity").asText().toUpperCase(Locale.ROOT).replace('-', '_'));
        return Shown.by(type, true, quantity, findMethod(model, input));
    }

    private static @Nullable RecoveryMethod findMethod(ContinuityModel model, JsonNode input) {
        String name = input.path("method").asText("");
        Element owner = model.elementsById().get(Id.of(input.path("owner").asText()));
        return owner == null
                ? null
                : owner.methods().stream()
                        .filter(each -> name.equals(nameOf(each)))
                        .findFirst()
                        .orElse(null);
    }

    private static String nameOf(RecoveryMethod method) {
        MethodKind kind = method.kind();
        return Objects.requireNonNullElse(
                method.id() == null ? null : method.id().value(), kind.name().toLowerCase(Locale.ROOT));
    }
}
