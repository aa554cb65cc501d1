package io.holdfast.simulator.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.result.Finding;
import io.holdfast.simulator.result.YearResult;
import io.holdfast.simulator.result.YearResult.Mean;
import io.holdfast.simulator.result.YearResult.Money;
import io.holdfast.simulator.result.YearResult.OfElement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the result of years of operation as JSON of the published format: the same result gives the same bytes. */
public final class YearWriter {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Nodes nodes = new Nodes(JSON.getNodeFactory());
    private final ResultWriter figures = new ResultWriter();

    private YearWriter() {}

    /** The result as one line of JSON, without a line end. */
    public static String toJson(YearResult result, ContinuityModel model) {
        try {
            return JSON.writeValueAsString(new YearWriter().tree(result, model));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of plain values could not be written", e);
        }
    }

    private ObjectNode tree(YearResult result, ContinuityModel model) {
        ObjectNode root = nodes.object();
        root.put("holdfast", 1);
        root.put("years", result.years());
        root.set("horizon", nodes.number(result.horizonHours()));
        root.set("warmup", nodes.number(result.warmupHours()));
        root.put("seed", result.seed());
        figures.about(root, model);
        root.put("engine", result.engine());
        ObjectNode computed = root.putObject("computed");
        computed.put("by", Nodes.word(result.computed().by()));
        ArrayNode because = computed.putArray("because");
        result.computed().because().forEach(because::add);
        ArrayNode elements = root.putArray("elements");
        result.elements().forEach(element -> elements.add(element(element)));
        YearResult.TotalLoss loss = result.loss();
        if (loss == null) {
            root.putNull("loss");
        } else {
            exceedance(money(root.putObject("loss"), loss.money()), loss.exceedance());
        }
        money(root, "penalty", result.penalty());
        capacity(root, result.capacity());
        findings(root, result.findings());
        return root;
    }

    private void capacity(ObjectNode root, List<YearResult.Capacity> capacities) {
        ArrayNode array = root.putArray("capacity");
        capacities.forEach(capacity -> {
            ObjectNode node = array.addObject();
            node.put("id", capacity.id().value());
            node.put("unit", capacity.unit());
            node.set("amount", nodes.number(capacity.amount()));
            node.set("load", nodes.number(capacity.load()));
            figures.putOrNull(node, "exhaustedInYears", capacity.exhaustedInYears());
        });
    }

    private void findings(ObjectNode root, List<Finding> found) {
        ArrayNode findings = root.putArray("findings");
        found.forEach(finding -> findings.add(FindingNode.of(nodes, finding)));
    }

    private void exceedance(ObjectNode node, List<YearResult.Exceedance> curve) {
        ArrayNode points = node.putArray("exceedance");
        curve.forEach(point -> {
            ObjectNode at = points.addObject();
            at.set("probability", nodes.number(point.probability()));
            figures.quantile(at, "loss", point.loss());
        });
    }

    private ObjectNode element(OfElement element) {
        ObjectNode node = nodes.object();
        node.put("id", element.id().value());
        node.put("type", Nodes.word(element.type()));
        ObjectNode availability = node.putObject("availability");
        Mean up = element.availability().mean();
        availability.set("mean", nodes.number(up.value()));
        figures.putOrNull(availability, "low", up.low());
        figures.putOrNull(availability, "high", up.high());
        figures.quantile(availability, "p05", element.availability().p05());
        figures.quantile(availability, "p50", element.availability().p50());
        ObjectNode outages = node.putObject("outages");
        mean(outages, "perYear", element.outages().perYear());
        mean(outages, "meanHours", element.outages().meanHours());
        figures.putOrNull(node, "promised", element.promised());
        figures.estimate(node, "slaMet", element.slaMet());
        money(node, "penalty", element.penalty());
        money(node, "loss", element.loss());
        return node;
    }

    private void money(ObjectNode node, String key, @Nullable Money money) {
        if (money == null) {
            node.putNull(key);
        } else {
            money(node.putObject(key), money);
        }
    }

    private ObjectNode money(ObjectNode node, Money money) {
        mean(node, "mean", money.mean());
        figures.quantile(node, "p50", money.p50());
        figures.quantile(node, "p95", money.p95());
        return node;
    }

    private void mean(ObjectNode node, String key, @Nullable Mean mean) {
        figures.putOrNull(node, key, mean == null ? null : mean.value());
        figures.putOrNull(node, key + "Low", mean == null ? null : mean.low());
        figures.putOrNull(node, key + "High", mean == null ? null : mean.high());
    }
}
