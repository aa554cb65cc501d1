package io.holdfast.simulator.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.simulator.exact.ExactAnswer;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.rare.JointFailure;
import io.holdfast.simulator.rare.RareElement;
import io.holdfast.simulator.rare.RareEstimate;
import io.holdfast.simulator.rare.RareQuestion;
import io.holdfast.simulator.rare.RareResult;
import io.holdfast.simulator.rare.RareRun;
import java.util.Optional;

/** Writes the answer about rare events as JSON of the published format: the same answer gives the same bytes. */
public final class RareWriter {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Nodes nodes = new Nodes(JSON.getNodeFactory());

    private RareWriter() {}

    /** The answer as one line of JSON, without a line end. */
    public static String toJson(RareResult result, ContinuityModel model) {
        try {
            return JSON.writeValueAsString(new RareWriter().tree(result, model));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of plain values could not be written", e);
        }
    }

    private ObjectNode tree(RareResult result, ContinuityModel model) {
        ObjectNode root = nodes.object();
        root.put("holdfast", 1);
        root.put("scenario", result.scenario().value());
        root.put("trials", result.trials());
        root.put("pilotTrials", RareRun.PILOT_TRIALS);
        root.put("seed", result.seed());
        ObjectNode about = root.putObject("model");
        about.put("name", model.label().name() == null ? "" : model.label().name());
        about.put("digest", ModelDigest.of(model));
        root.put("engine", result.engine());
        ArrayNode elements = root.putArray("elements");
        result.elements().forEach(element -> elements.add(element(element)));
        return root;
    }

    private ObjectNode element(RareElement element) {
        ObjectNode node = nodes.object();
        node.put("id", element.id().value());
        node.put("type", Nodes.word(element.type()));
        node.set("downAtEvent", downAtEvent(element.downAtEvent()));
        for (RareQuestion question : RareQuestion.values()) {
            Optional<RareEstimate> estimate = element.estimates().stream()
                    .filter(each -> each.question() == question)
                    .findFirst();
            if (estimate.isPresent()) {
                node.set(key(question), estimate(estimate.get()));
            } else {
                node.putNull(key(question));
            }
        }
        ArrayNode failures = node.putArray("jointFailures");
        element.jointFailures().forEach(failure -> failures.add(jointFailure(failure)));
        return node;
    }

    /** The key of a question in the file. */
    public static String key(RareQuestion question) {
        return switch (question) {
            case DISRUPTED -> "disrupted";
            case NOT_WITHIN_RTO -> "notWithinRto";
            case NOT_WITHIN_MTPD -> "notWithinMtpd";
            case NEVER -> "never";
        };
    }

    private ObjectNode estimate(RareEstimate estimate) {
        ObjectNode node = nodes.object();
        node.set("estimate", nodes.number(estimate.chance().value()));
        node.set("low", nodes.number(estimate.chance().low()));
        node.set("high", nodes.number(estimate.chance().high()));
        node.put("method", Nodes.word(estimate.method()));
        node.put("trials", estimate.trials());
        node.put("seen", estimate.seen());
        node.set("effectiveTrials", nodes.number(StrictMath.rint(estimate.effectiveTrials())));
        node.put("degenerate", estimate.degenerate());
        return node;
    }

    private ObjectNode downAtEvent(ExactAnswer answer) {
        return switch (answer) {
            case ExactAnswer.Known known -> {
                ObjectNode node = bounds(known.probability(), known.probability());
                node.put("chances", known.chances());
                node.put("nodes", known.nodes());
                yield node.putNull("reason");
            }
            case ExactAnswer.Between between -> unknown(bounds(between.low(), between.high()), "");
            case ExactAnswer.Sampled sampled -> {
                ObjectNode node = nodes.object();
                node.set("estimate", nodes.number(sampled.chance().value()));
                node.set("low", nodes.number(sampled.chance().low()));
                node.set("high", nodes.number(sampled.chance().high()));
                yield unknown(
                        node,
                        sampled.reason() + " So the moment of the event was sampled: in " + sampled.seen() + " of "
                                + sampled.trials() + " trials.");
            }
            case ExactAnswer.TooLarge tooLarge -> unknown(bounds(0, 1), tooLarge.reason());
            case ExactAnswer.Undefined undefined -> unknown(bounds(0, 1), undefined.reason());
        };
    }

    private ObjectNode bounds(double low, double high) {
        ObjectNode node = nodes.object();
        if (low == high) {
            node.set("estimate", nodes.number(low));
        } else {
            node.putNull("estimate");
        }
        node.set("low", nodes.number(low));
        node.set("high", nodes.number(high));
        return node;
    }

    private static ObjectNode unknown(ObjectNode node, String reason) {
        node.putNull("chances");
        node.putNull("nodes");
        return node.put("reason", reason);
    }

    private ObjectNode jointFailure(JointFailure failure) {
        ObjectNode node = nodes.object();
        node.set("probability", nodes.number(failure.probability()));
        ArrayNode hits = node.putArray("hits");
        for (JointFailure.Part part : failure.hits()) {
            ObjectNode hit = hits.addObject();
            hit.put("entry", part.entry());
            ArrayNode ids = hit.putArray("elements");
            part.elements().forEach(id -> ids.add(id.value()));
            hit.set("probability", nodes.number(part.probability()));
        }
        return node;
    }
}
