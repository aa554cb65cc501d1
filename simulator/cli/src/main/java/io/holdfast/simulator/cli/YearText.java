package io.holdfast.simulator.cli;

import io.holdfast.simulator.format.Language;
import io.holdfast.simulator.format.Texts;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.ElementType;
import io.holdfast.simulator.result.Estimate;
import io.holdfast.simulator.result.Finding;
import io.holdfast.simulator.result.YearResult;
import io.holdfast.simulator.result.YearResult.Mean;
import io.holdfast.simulator.result.YearResult.Money;
import io.holdfast.simulator.result.YearResult.OfElement;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Years of operation as an aligned table of services and processes (of all elements where a model has neither). */
final class YearText {

    private static final String ROW = "%-28s %12s %24s %10s %10s %9s %14s %14s%n";

    private YearText() {}

    static String of(YearResult result, ContinuityModel model, Language language) {
        StringBuilder text = new StringBuilder();
        String name = model.label().name();
        text.append(String.format(
                Locale.ROOT,
                "%s: %d histories of %s h, first %s h not counted, seed %d, engine %s%n%n",
                name == null ? "model" : name,
                result.years(),
                plain(result.horizonHours()),
                plain(result.warmupHours()),
                result.seed(),
                result.engine()));
        text.append(String.format(
                Locale.ROOT,
                ROW,
                "element",
                "availability",
                "95 % interval",
                "outages/a",
                "mean h",
                "SLA met",
                "paid back",
                "loss"));
        boolean any = result.elements().stream().anyMatch(element -> element.type() != ElementType.ASSET);
        result.elements().stream()
                .filter(element -> !any || element.type() != ElementType.ASSET)
                .forEach(element -> text.append(row(element)));
        exceedance(text, result.loss());
        capacity(text, result.capacity());
        for (Finding finding : result.findings()) {
            text.append(System.lineSeparator()).append(Texts.line(finding, language));
        }
        return text.append(result.findings().isEmpty() ? "" : System.lineSeparator())
                .toString();
    }

    private static String row(OfElement element) {
        Mean up = element.availability().mean();
        Mean length = element.outages().meanHours();
        Estimate met = element.slaMet();
        return String.format(
                Locale.ROOT,
                ROW,
                element.id(),
                percent(up.value()),
                up.low() == null || up.high() == null ? "-" : percent(up.low()) + " to " + percent(up.high()),
                String.format(Locale.ROOT, "%.3f", element.outages().perYear().value()),
                length == null ? "-" : String.format(Locale.ROOT, "%.2f", length.value()),
                met == null ? "-" : String.format(Locale.ROOT, "%.1f %%", met.value() * 100),
                money(element.penalty()),
                money(element.loss()));
    }

    private static void exceedance(StringBuilder text, YearResult.@Nullable TotalLoss loss) {
        if (loss == null) {
            return;
        }
        text.append(String.format(
                Locale.ROOT,
                "%nLoss of a history over all elements: mean %s%n",
                money(loss.money().mean().value())));
        loss.exceedance()
                .forEach(point -> text.append(String.format(
                        Locale.ROOT,
                        "  more than %18s with chance %s%n",
                        money(point.loss().value()),
                        percent(point.probability()))));
    }

    private static void capacity(StringBuilder text, List<YearResult.Capacity> capacities) {
        if (capacities.isEmpty()) {
            return;
        }
        text.append(String.format(Locale.ROOT, "%nCapacity against growing demand, in normal running%n"));
        for (YearResult.Capacity each : capacities) {
            Double years = each.exhaustedInYears();
            text.append(String.format(
                    Locale.ROOT,
                    "  %-28s %,14.0f of %,14.0f %-12s exhausted %s%n",
                    each.id(),
                    each.load(),
                    each.amount(),
                    each.unit(),
                    years == null ? "not in 50 years" : String.format(Locale.ROOT, "in %.1f years", years)));
        }
    }

    private static String money(@Nullable Money money) {
        return money == null ? "-" : money(money.mean().value());
    }

    private static String money(@Nullable Double amount) {
        return amount == null ? "-" : String.format(Locale.ROOT, "%,.0f", amount);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.5f %%", share * 100);
    }

    private static String plain(double hours) {
        return hours == Math.rint(hours) ? Long.toString((long) hours) : Double.toString(hours);
    }
}
