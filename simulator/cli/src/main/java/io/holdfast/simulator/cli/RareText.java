package io.holdfast.simulator.cli;

import io.holdfast.simulator.exact.ExactAnswer;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.rare.JointFailure;
import io.holdfast.simulator.rare.RareElement;
import io.holdfast.simulator.rare.RareEstimate;
import io.holdfast.simulator.rare.RareResult;
import io.holdfast.simulator.result.Estimate;
import java.util.Locale;
import java.util.stream.Collectors;

/** What was found of rare events, for people. */
final class RareText {

    private static final String ROW = "  %-18s %11s  %-26s %-10s %s%n";

    private RareText() {}

    static String of(RareResult result, ContinuityModel model) {
        String name = model.label().name();
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%s, scenario %s: %d trials, seed %d, engine %s%n",
                name == null ? "model" : name,
                result.scenario(),
                result.trials(),
                result.seed(),
                result.engine()));
        result.elements().forEach(element -> append(text, element));
        return text.toString();
    }

    private static void append(StringBuilder text, RareElement element) {
        text.append(String.format(Locale.ROOT, "%n%s%n", element.id()));
        text.append(String.format(Locale.ROOT, ROW, "", "chance", "95 % interval", "method", "worth plain trials"));
        text.append(downAtEvent(element.downAtEvent()));
        element.estimates().forEach(estimate -> text.append(row(estimate)));
        if (!element.jointFailures().isEmpty()) {
            text.append(String.format(Locale.ROOT, "  likeliest joint failures that disrupt it at once:%n"));
            element.jointFailures().forEach(failure -> text.append(line(failure)));
        }
    }

    private static String downAtEvent(ExactAnswer answer) {
        return switch (answer) {
            case ExactAnswer.Known known ->
                String.format(Locale.ROOT, ROW, "down at the event", chance(known.probability()), "", "exact", "");
            case ExactAnswer.Between between -> reason(between.toString());
            case ExactAnswer.Sampled sampled ->
                String.format(
                        Locale.ROOT,
                        ROW,
                        "down at the event",
                        sampled.seen() == 0
                                ? "not seen"
                                : chance(sampled.chance().value()),
                        chance(sampled.chance().low()) + " to "
                                + chance(sampled.chance().high()),
                        "plain",
                        String.format(Locale.ROOT, "%,d", sampled.trials()));
            case ExactAnswer.TooLarge tooLarge -> reason(tooLarge.reason());
            case ExactAnswer.Undefined undefined -> reason(undefined.reason());
        };
    }

    private static String reason(String reason) {
        return String.format(Locale.ROOT, "  down at the event: %s%n", reason);
    }

    private static String row(RareEstimate estimate) {
        Estimate chance = estimate.chance();
        String question = switch (estimate.question()) {
            case DISRUPTED -> "disrupted";
            case NOT_WITHIN_RTO -> "not within RTO";
            case NOT_WITHIN_MTPD -> "not within MTPD";
            case NEVER -> "never back";
        };
        return switch (estimate.method()) {
            case EXACT -> String.format(Locale.ROOT, ROW, question, chance(chance.value()), "", "exact", "");
            case IMPORTANCE, PLAIN ->
                String.format(
                        Locale.ROOT,
                        ROW,
                        question,
                        estimate.seen() == 0 ? "not seen" : chance(chance.value()),
                        chance(chance.low()) + " to " + chance(chance.high()),
                        estimate.method().name().toLowerCase(Locale.ROOT),
                        worth(estimate));
        };
    }

    private static String worth(RareEstimate estimate) {
        if (estimate.seen() == 0) {
            return "upper bound only";
        }
        return String.format(Locale.ROOT, "%,.0f", estimate.effectiveTrials())
                + (estimate.degenerate() ? ", few trials carry the weight: interval widened" : "");
    }

    private static String line(JointFailure failure) {
        String hits = failure.hits().stream()
                .map(part -> part.elements().stream().map(Object::toString).collect(Collectors.joining(" with ")))
                .collect(Collectors.joining(" and "));
        return String.format(
                Locale.ROOT,
                "    %11s  %s%n",
                chance(failure.probability()),
                hits.isEmpty() ? "what is hit for certain" : hits);
    }

    private static String chance(double probability) {
        if (probability == 0) {
            return "0";
        }
        return probability >= 0.001
                ? String.format(Locale.ROOT, "%.4g", probability)
                : String.format(Locale.ROOT, "%.3e", probability);
    }
}
