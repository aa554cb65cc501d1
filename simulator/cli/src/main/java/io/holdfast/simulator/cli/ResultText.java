package io.holdfast.simulator.cli;

import io.holdfast.simulator.format.Language;
import io.holdfast.simulator.format.Texts;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.ElementType;
import io.holdfast.simulator.result.ElementResult;
import io.holdfast.simulator.result.Estimate;
import io.holdfast.simulator.result.Finding;
import io.holdfast.simulator.result.QuantileEstimate;
import io.holdfast.simulator.result.RunResult;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A result as an aligned table of services and processes (of all elements where a model has neither). */
final class ResultText {

    private static final String ROW = "%-28s %8s %9s %9s %9s %9s  %s%n";

    private ResultText() {}

    static String of(RunResult result, ContinuityModel model, Language language) {
        StringBuilder text = new StringBuilder();
        String name = model.label().name();
        text.append(String.format(
                Locale.ROOT,
                "%s, scenario %s: %d trials, seed %d, engine %s%s%n%n",
                name == null ? "model" : name,
                result.scenario(),
                result.trials(),
                result.seed(),
                result.engine(),
                precision(result.precision())));
        text.append(String.format(
                Locale.ROOT,
                ROW,
                "element",
                "hit",
                "P50 h",
                "P95 h",
                "RTO h",
                "in time",
                "95 % interval, simulation error only"));
        boolean any = result.elements().stream().anyMatch(element -> element.type() != ElementType.ASSET);
        result.elements().stream()
                .filter(element -> !any || element.type() != ElementType.ASSET)
                .forEach(element -> text.append(row(element)));
        for (Finding finding : result.findings()) {
            text.append(System.lineSeparator()).append(Texts.line(finding, language));
        }
        return text.append(result.findings().isEmpty() ? "" : System.lineSeparator())
                .toString();
    }

    private static String precision(RunResult.@Nullable Precision precision) {
        if (precision == null) {
            return "";
        }
        return String.format(
                Locale.ROOT, ", precision %s%s", precision.asked(), precision.reached() ? " reached" : " NOT reached");
    }

    private static String row(ElementResult element) {
        Estimate within = element.recovery().withinRto();
        Double rto = element.objectives().rtoHours();
        return String.format(
                Locale.ROOT,
                ROW,
                element.id(),
                percent(element.disrupted().value()),
                hours(element.recovery().p50()),
                hours(element.recovery().p95()),
                rto == null ? "-" : hours(rto),
                within == null ? "-" : percent(within.value()),
                within == null ? "" : percent(within.low()) + " to " + percent(within.high()));
    }

    private static String hours(QuantileEstimate quantile) {
        return hours(quantile.value());
    }

    private static String hours(@Nullable Double hours) {
        return hours == null ? "never" : String.format(Locale.ROOT, "%.2f", hours);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", share * 100);
    }
}
