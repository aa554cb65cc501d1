package io.holdfast.simulator.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Objectives;
import io.holdfast.simulator.result.Computed;
import io.holdfast.simulator.result.ElementResult;
import io.holdfast.simulator.result.Estimate;
import io.holdfast.simulator.result.MethodUse;
import io.holdfast.simulator.result.QuantileEstimate;
import io.holdfast.simulator.result.Response;
import io.holdfast.simulator.result.RunResult;
import io.holdfast.simulator.result.StepTimes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the result of a run as JSON of the published format: the same result gives the same bytes. */
public final class ResultWriter {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Nodes nodes = new Nodes(JSON.getNodeFactory());

    ResultWriter() {}

    /** The result as one line of JSON, without a line end. */
    public static String toJson(RunResult result, ContinuityModel model) {
        try {
            return JSON.writeValueAsString(new ResultWriter().tree(result, model));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of plain values could not be written", e);
        }
    }

    void about(ObjectNode root, ContinuityModel model) {
        ObjectNode about = root.putObject("model");
        about.put("name", model.label().name() == null ? "" : model.label().name());
        about.put("digest", ModelDigest.of(model));
    }

    private ObjectNode tree(RunResult result, ContinuityModel model) {
        ObjectNode root = nodes.object();
        root.put("holdfast", 1);
        root.put("scenario", result.scenario().value());
        root.put("trials", result.trials());
        root.put("seed", result.seed());
        about(root, model);
        root.put("engine", result.engine());
        computed(root, result.computed());
        RunResult.Precision precision = result.precision();
        if (precision != null) {
            ObjectNode node = root.putObject("precision");
            node.set("asked", nodes.number(precision.asked()));
            node.put("reached", precision.reached());
        }
        ArrayNode elements = root.putArray("elements");
        result.elements().forEach(element -> elements.add(element(element)));
        response(root, result.response());
        ArrayNode findings = root.putArray("findings");
        result.findings().forEach(finding -> findings.add(FindingNode.of(nodes, finding)));
        return root;
    }

    private static void computed(ObjectNode root, Computed computed) {
        ObjectNode node = root.putObject("computed");
        node.put("by", Nodes.word(computed.by()));
        ArrayNode because = node.putArray("because");
        computed.because().forEach(because::add);
        node.put("inEventLoop", computed.inEventLoop());
    }

    private ObjectNode element(ElementResult element) {
        ObjectNode node = nodes.object();
        node.put("id", element.id().value());
        node.put("type", Nodes.word(element.type()));
        estimate(node, "disrupted", element.disrupted());
        recovery(node, element.recovery());
        ElementResult.WhenDisrupted when = element.whenDisrupted();
        if (when == null) {
            node.putNull("whenDisrupted");
        } else {
            ObjectNode inner = node.putObject("whenDisrupted");
            estimate(inner, "withinRto", when.withinRto());
            quantile(inner, "p50", when.p50());
            quantile(inner, "p95", when.p95());
        }
        node.set("guesses", nodes.number(element.guesses()));
        node.put(
                "objectivesFrom",
                element.objectivesFrom() == null
                        ? null
                        : element.objectivesFrom().value());
        objectives(node, element.objectives());
        two(node, "full", element.full().p50(), element.full().p95());
        two(
                node,
                "interrupted",
                element.interrupted().p50(),
                element.interrupted().p95());
        dataLoss(node, element.dataLoss());
        money(node, "loss", element.loss());
        money(node, "penalty", element.penalty());
        capacity(node, element);
        headroom(node, element.headroom());
        ArrayNode driving = node.putArray("driving");
        element.driving().forEach(link -> {
            ObjectNode inner = driving.addObject();
            inner.put("id", link.link());
            spread(inner, "share", link.share());
            Double minutes = link.minutesOfP95();
            if (minutes == null) {
                inner.putNull("minutesOfP95");
            } else {
                inner.set("minutesOfP95", nodes.number(minutes));
            }
        });
        methods(node, element.methods());
        return node;
    }

    private void methods(ObjectNode node, List<MethodUse> methods) {
        ArrayNode array = node.putArray("methods");
        methods.forEach(method -> {
            ObjectNode inner = array.addObject();
            inner.put("id", method.id() == null ? null : method.id().value());
            inner.put("method", Nodes.word(method.kind()));
            estimate(inner, "used", method.used());
            times(inner, "start", method.start());
            times(inner, "done", method.done());
        });
    }

    private void response(ObjectNode root, Response response) {
        ObjectNode node = root.putObject("response");
        estimate(node, "called", response.called());
        times(node, "decided", response.decided());
        ArrayNode teams = node.putArray("teams");
        response.teams().forEach(team -> {
            ObjectNode inner = teams.addObject();
            inner.put("id", team.team().value());
            estimate(inner, "called", team.called());
            times(inner, "ready", team.ready());
        });
    }

    private void times(ObjectNode node, String key, @Nullable StepTimes times) {
        if (times == null) {
            node.putNull(key);
            return;
        }
        ObjectNode inner = node.putObject(key);
        quantile(inner, "p05", times.p05());
        quantile(inner, "p50", times.p50());
        quantile(inner, "p95", times.p95());
    }

    private void objectives(ObjectNode node, Objectives goals) {
        ObjectNode inner = node.putObject("objectives");
        nodes.put(inner, "mtpd", goals.mtpdHours());
        nodes.put(inner, "rto", goals.rtoHours());
        nodes.put(inner, "rpo", goals.rpoHours());
        nodes.put(inner, "mbco", goals.mbco());
        nodes.put(inner, "wrt", goals.wrtHours());
    }

    private void recovery(ObjectNode node, ElementResult.Recovery recovery) {
        ObjectNode inner = node.putObject("recovery");
        mean(inner, recovery.mean());
        putOrNull(inner, "sd", recovery.sd());
        quantile(inner, "p05", recovery.p05());
        quantile(inner, "p50", recovery.p50());
        quantile(inner, "p80", recovery.p80());
        quantile(inner, "p90", recovery.p90());
        quantile(inner, "p95", recovery.p95());
        quantile(inner, "p99", recovery.p99());
        estimate(inner, "withinRto", recovery.withinRto());
        estimate(inner, "withinMtpd", recovery.withinMtpd());
        spread(inner, "never", recovery.never());
        ArrayNode curve = inner.putArray("curve");
        recovery.curve().forEach(point -> {
            ObjectNode at = curve.addObject();
            at.set("hours", nodes.number(point.hours()));
            at.set("share", nodes.number(point.share()));
        });
    }

    private void dataLoss(ObjectNode node, ElementResult.@Nullable DataLoss loss) {
        if (loss == null) {
            node.putNull("dataLoss");
            return;
        }
        ObjectNode inner = node.putObject("dataLoss");
        mean(inner, loss.mean());
        quantile(inner, "p50", loss.p50());
        quantile(inner, "p95", loss.p95());
        estimate(inner, "withinRpo", loss.withinRpo());
        spread(inner, "lostAll", loss.lostAll());
    }

    private void money(ObjectNode node, String key, ElementResult.@Nullable Loss loss) {
        if (loss == null) {
            node.putNull(key);
            return;
        }
        ObjectNode inner = node.putObject(key);
        mean(inner, loss.mean());
        quantile(inner, "p50", loss.p50());
        quantile(inner, "p95", loss.p95());
    }

    private void capacity(ObjectNode node, ElementResult element) {
        ArrayNode capacity = node.putArray("capacity");
        element.capacity().forEach(point -> {
            ObjectNode inner = capacity.addObject();
            inner.set("hours", nodes.number(point.hours()));
            mean(inner, point.mean());
            quantile(inner, "p05", point.p05());
            inner.set("p25", nodes.number(point.p25()));
            quantile(inner, "p50", point.p50());
            inner.set("p75", nodes.number(point.p75()));
            quantile(inner, "p95", point.p95());
        });
    }

    private void headroom(ObjectNode node, ElementResult.@Nullable Headroom headroom) {
        if (headroom == null) {
            node.putNull("headroom");
            return;
        }
        ObjectNode inner = node.putObject("headroom");
        inner.put("unit", headroom.unit());
        quantile(inner, "p05", headroom.p05());
        quantile(inner, "p50", headroom.p50());
        estimate(inner, "belowZero", headroom.belowZero());
        estimate(inner, "degraded", headroom.degraded());
    }

    private void two(ObjectNode node, String key, QuantileEstimate p50, QuantileEstimate p95) {
        ObjectNode inner = node.putObject(key);
        quantile(inner, "p50", p50);
        quantile(inner, "p95", p95);
    }

    void mean(ObjectNode node, @Nullable Estimate mean) {
        putOrNull(node, "mean", mean == null ? null : mean.value());
        putOrNull(node, "meanLow", mean == null ? null : mean.low());
        putOrNull(node, "meanHigh", mean == null ? null : mean.high());
    }

    void spread(ObjectNode node, String key, Estimate estimate) {
        node.set(key, nodes.number(estimate.value()));
        node.set(key + "Low", nodes.number(estimate.low()));
        node.set(key + "High", nodes.number(estimate.high()));
    }

    void quantile(ObjectNode node, String key, QuantileEstimate quantile) {
        putOrNull(node, key, quantile.value());
        putOrNull(node, key + "Low", quantile.low());
        putOrNull(node, key + "High", quantile.high());
    }

    void estimate(ObjectNode node, String key, @Nullable Estimate estimate) {
        if (estimate == null) {
            node.putNull(key);
            return;
        }
        ObjectNode inner = node.putObject(key);
        inner.set("estimate", nodes.number(estimate.value()));
        inner.set("low", nodes.number(estimate.low()));
        inner.set("high", nodes.number(estimate.high()));
    }

    void putOrNull(ObjectNode node, String key, @Nullable Double value) {
        if (value == null) {
            node.putNull(key);
        } else {
            node.set(key, nodes.number(value));
        }
    }
}
