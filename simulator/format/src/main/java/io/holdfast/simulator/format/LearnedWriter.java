package io.holdfast.simulator.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.simulator.learning.ChanceBelief;
import io.holdfast.simulator.learning.Change;
import io.holdfast.simulator.learning.Coverage;
import io.holdfast.simulator.learning.InputRef;
import io.holdfast.simulator.learning.Learned;
import io.holdfast.simulator.learning.RateBelief;
import io.holdfast.simulator.model.ContinuityModel;

/** Writes what actuals would make of a model as JSON of the published format: the same preview gives the same bytes. */
public final class LearnedWriter {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Nodes nodes = new Nodes(JSON.getNodeFactory());
    private final ResultWriter figures = new ResultWriter();

    private LearnedWriter() {}

    /**
     * The preview as one line of JSON, without a line end.
     *
     * @param learned what the actuals would make of the model
     * @param forecasts how far the forecasts would have held
     * @param model the model before
     */
    public static String toJson(Learned learned, Coverage forecasts, ContinuityModel model) {
        try {
            return JSON.writeValueAsString(new LearnedWriter().tree(learned, forecasts, model));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of plain values could not be written", e);
        }
    }

    private ObjectNode tree(Learned learned, Coverage forecasts, ContinuityModel model) {
        ObjectNode root = nodes.object();
        root.put("holdfast", 1);
        figures.about(root, model);
        root.put("learnedDigest", ModelDigest.of(learned.model()));
        bias(root, learned);
        ObjectNode coverage = root.putObject("coverage");
        coverage.set("stated", coverage(learned.stated()));
        coverage.set("forecasts", coverage(forecasts));
        ArrayNode changes = root.putArray("changes");
        learned.changes().forEach(change -> changes.add(change(change)));
        ArrayNode leftOut = root.putArray("leftOut");
        learned.leftOut().forEach(each -> {
            ObjectNode node = leftOut.addObject();
            node.put("event", each.event());
            input(node, each.measured().input());
            node.put("reason", Nodes.word(each.reason()));
        });
        return root;
    }

    private void bias(ObjectNode root, Learned learned) {
        Learned.SharedBias bias = learned.bias();
        if (bias == null) {
            root.putNull("bias");
            return;
        }
        ObjectNode node = root.putObject("bias");
        node.put("guesses", bias.guesses());
        node.put("actuals", bias.actuals());
        figures.estimate(node, "place", bias.place());
        figures.estimate(node, "spread", bias.spread());
        figures.estimate(node, "sureness", bias.sureness());
    }

    private ObjectNode coverage(Coverage coverage) {
        ObjectNode node = nodes.object();
        ArrayNode bands = node.putArray("bands");
        coverage.bands().forEach(band -> {
            ObjectNode inner = bands.addObject();
            inner.set("promised", nodes.number(band.promised()));
            inner.put("inside", band.inside());
            inner.put("total", band.total());
            figures.estimate(inner, "share", band.total() == 0 ? null : band.share());
            inner.put("verdict", Nodes.word(band.verdict()));
        });
        node.put("leftOut", coverage.leftOut());
        node.put("verdict", Nodes.word(coverage.verdict()));
        return node;
    }

    private static void input(ObjectNode node, InputRef input) {
        node.put("input", input.address());
        node.put("owner", input.owner().value());
        node.put("method", input.method());
        node.put("quantity", input.quantity().word());
        node.put("number", input.number());
    }

    private ObjectNode change(Change change) {
        ObjectNode node = nodes.object();
        input(node, change.input().ref());
        node.put("why", Nodes.word(change.why()));
        switch (change) {
            case Change.OfHours time -> {
                ObjectNode actuals = node.putObject("actuals");
                actuals.put("finished", time.finished());
                actuals.put("brokenOff", time.brokenOff());
                forecast(node.putObject("before"), time.before());
                forecast(node.putObject("after"), time.after());
                node.set("written", nodes.duration(time.written()));
            }
            case Change.OfChance chance -> {
                ObjectNode actuals = node.putObject("actuals");
                actuals.put("successes", chance.successes());
                actuals.put("failures", chance.failures());
                belief(node.putObject("before"), chance.before());
                belief(node.putObject("after"), chance.after());
                node.set("written", nodes.number(chance.after().mean()));
            }
            case Change.OfRate rate -> {
                ObjectNode actuals = node.putObject("actuals");
                actuals.put("events", rate.events());
                actuals.set("hours", nodes.number(rate.hours()));
                belief(node.putObject("before"), rate.before());
                belief(node.putObject("after"), rate.after());
                node.set("written", nodes.number(rate.written()));
            }
        }
        return node;
    }

    private void forecast(ObjectNode node, Change.Forecast forecast) {
        node.set("p10", nodes.number(forecast.p10()));
        node.set("p50", nodes.number(forecast.p50()));
        node.set("p90", nodes.number(forecast.p90()));
        node.set("p95", nodes.number(forecast.p95()));
        node.set("weight", nodes.number(forecast.weight()));
    }

    private void belief(ObjectNode node, ChanceBelief belief) {
        node.set("mean", nodes.number(belief.mean()));
        node.set("p10", nodes.number(belief.quantile(0.1)));
        node.set("p90", nodes.number(belief.quantile(0.9)));
        node.set("weight", nodes.number(belief.successes() + belief.failures()));
    }

    /** Rates are told a year. */
    private void belief(ObjectNode node, RateBelief belief) {
        node.set("mean", nodes.number(belief.mean() * Change.HOURS_A_YEAR));
        node.set("p10", nodes.number(belief.quantile(0.1) * Change.HOURS_A_YEAR));
        node.set("p90", nodes.number(belief.quantile(0.9) * Change.HOURS_A_YEAR));
        node.set("weight", nodes.number(belief.events()));
    }
}
