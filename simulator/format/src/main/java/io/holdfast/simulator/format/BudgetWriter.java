package io.holdfast.simulator.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.simulator.learning.BudgetRequest;
import io.holdfast.simulator.learning.InputRef;
import io.holdfast.simulator.learning.InputShare;
import io.holdfast.simulator.learning.Shown;
import io.holdfast.simulator.learning.UncertaintyBudget;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Drill;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.RecoveryMethod;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes an uncertainty budget as JSON: the same budget gives the same bytes. Beside each input stands what one more observation is
 * expected to take away of the variance of P95; for each type of drill the sum over the inputs that it shows, cut to [0, 1]: what one
 * drill of that type would teach that exercises everything that bears on the element.
 */
public final class BudgetWriter {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Nodes nodes = new Nodes(JSON.getNodeFactory());
    private final ResultWriter figures = new ResultWriter();
    private final ContinuityModel model;

    private BudgetWriter(ContinuityModel model) {
        this.model = model;
    }

    /**
     * The budget as one line of JSON, without a line end.
     *
     * @param model the model that it is of
     * @param engine the version of the engine
     */
    public static String toJson(UncertaintyBudget budget, ContinuityModel model, String engine) {
        try {
            return JSON.writeValueAsString(new BudgetWriter(model).tree(budget, engine));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of plain values could not be written", e);
        }
    }

    private ObjectNode tree(UncertaintyBudget budget, String engine) {
        BudgetRequest request = budget.request();
        ObjectNode root = nodes.object();
        root.put("holdfast", 1);
        root.put("scenario", request.scenario().value());
        root.put("element", request.element().value());
        root.put("draws", request.draws());
        root.put("trials", request.trials());
        root.put("seed", request.seed());
        figures.about(root, model);
        root.put("engine", engine);
        ObjectNode recovery = root.putObject("recovery");
        recovery.set("luck", nodes.number(budget.recovery().luck()));
        recovery.set("notKnowing", nodes.number(budget.recovery().notKnowing()));
        ObjectNode p95 = root.putObject("p95");
        p95.set("low", nodes.number(budget.p95().low()));
        p95.set("median", nodes.number(budget.p95().median()));
        p95.set("high", nodes.number(budget.p95().high()));
        p95.put("never", budget.p95().never());
        figures.estimate(p95, "notKnowing", budget.p95().notKnowing());
        p95.set("luck", nodes.number(budget.p95().luck()));
        ArrayNode inputs = root.putArray("inputs");
        budget.inputs().forEach(each -> input(inputs.addObject(), each));
        ArrayNode idle = root.putArray("idle");
        budget.idle().forEach(each -> idle.add(each.ref().address()));
        figures.estimate(root, "rest", budget.rest());
        ArrayNode types = root.putArray("types");
        for (Drill.Type type : Drill.Type.values()) {
            teaches(types.addObject(), budget, type, true);
            teaches(types.addObject(), budget, type, false);
        }
        return root;
    }

    private void input(ObjectNode node, InputShare input) {
        InputRef ref = input.input().ref();
        node.put("input", ref.address());
        node.put("owner", ref.owner().value());
        node.put("method", ref.method());
        node.put("quantity", ref.quantity().word());
        node.put("number", ref.number());
        node.set("weight", nodes.number(input.weight()));
        figures.estimate(node, "share", input.share());
        node.set("expectedReduction", nodes.number(input.expectedReduction(1)));
    }

    private void teaches(ObjectNode node, UncertaintyBudget budget, Drill.Type type, boolean announced) {
        List<InputShare> shown = budget.inputs().stream()
                .filter(each -> Shown.by(
                        type,
                        announced,
                        each.input().ref().quantity(),
                        findMethod(each.input().ref())))
                .toList();
        double sum = shown.stream()
                .mapToDouble(each -> each.share().value() / (each.weight() + 1))
                .sum();
        double reduction = Math.clamp(sum, 0, 1);
        node.put("type", Nodes.word(type));
        node.put("announced", announced);
        node.put("inputs", shown.size());
        node.set("expectedReduction", nodes.number(reduction));
        node.set("worth", nodes.number(reduction * budget.p95().notKnowing().value()));
    }

    private @Nullable RecoveryMethod findMethod(InputRef ref) {
        Element owner = model.elementsById().get(ref.owner());
        return owner == null
                ? null
                : owner.methods().stream().filter(ref::isOf).findFirst().orElse(null);
    }
}
