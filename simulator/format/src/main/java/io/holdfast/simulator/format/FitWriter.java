package io.holdfast.simulator.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.simulator.learning.Candidate;
import io.holdfast.simulator.learning.FitOutcome;
import io.holdfast.simulator.learning.ObservedDuration;
import io.holdfast.simulator.model.Evidence;
import io.holdfast.simulator.model.Provenance;
import io.holdfast.simulator.model.UncertainHours;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes what came of fitting durations as JSON: the same outcome gives the same bytes. */
public final class FitWriter {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Nodes nodes = new Nodes(JSON.getNodeFactory());

    private FitWriter() {}

    /**
     * The outcome as one line of JSON, without a line end. {@code duration} is in the form of the model file, measured, ready to be
     * pasted into a model.
     *
     * @param outcome what came of it
     * @param source the source that the duration names
     * @param later durations to score each candidate on, or null for none
     */
    public static String toJson(FitOutcome outcome, String source, @Nullable List<ObservedDuration> later) {
        try {
            return JSON.writeValueAsString(new FitWriter().tree(outcome, source, later));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of plain values could not be written", e);
        }
    }

    private ObjectNode tree(FitOutcome outcome, String source, @Nullable List<ObservedDuration> later) {
        ObjectNode root = nodes.object();
        root.put("holdfast", 1);
        FitOutcome.Rows rows = outcome.rows();
        ObjectNode counts = root.putObject("rows");
        counts.put("given", rows.given());
        counts.put("maintenance", rows.maintenance());
        counts.put("zeros", rows.zeros());
        counts.put("used", rows.used());
        counts.put("outliers", rows.outliers());
        switch (outcome) {
            case FitOutcome.TooFew few -> root.put("outcome", "too-few");
            case FitOutcome.AllEqual equal -> {
                root.put("outcome", "all-equal");
                root.put("hours", equal.hours());
            }
            case FitOutcome.Fitted fitted -> fitted(root, fitted, source, later);
        }
        return root;
    }

    private void fitted(
            ObjectNode root, FitOutcome.Fitted fitted, String source, @Nullable List<ObservedDuration> later) {
        root.put("outcome", "fitted");
        root.put("family", Nodes.word(fitted.best().family()));
        root.set(
                "duration",
                nodes.duration(new UncertainHours(
                        fitted.best().distribution(),
                        new Provenance(Evidence.MEASURED, fitted.rows().used(), source))));
        ObjectNode goodness = root.putObject("goodness");
        goodness.put("verdict", Nodes.word(fitted.goodness().verdict()));
        goodness.put("andersonDarling", fitted.goodness().andersonDarling());
        goodness.put("pValue", fitted.goodness().pValue());
        goodness.put("distance", fitted.goodness().distance());
        ArrayNode candidates = root.putArray("candidates");
        fitted.candidates().forEach(each -> candidates.add(candidate(each, later)));
    }

    private ObjectNode candidate(Candidate candidate, @Nullable List<ObservedDuration> later) {
        ObjectNode node = nodes.object();
        node.put("family", Nodes.word(candidate.family()));
        node.set("duration", nodes.duration(UncertainHours.of(candidate.distribution())));
        node.put("logLikelihood", candidate.logLikelihood());
        node.put("aic", candidate.aic());
        node.put("bic", candidate.bic());
        node.put("weight", candidate.weight());
        if (later != null) {
            node.put("laterScore", candidate.score(later));
        }
        return node;
    }
}
