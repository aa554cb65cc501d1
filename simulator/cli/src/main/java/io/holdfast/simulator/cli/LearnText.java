package io.holdfast.simulator.cli;

import com.google.errorprone.annotations.FormatMethod;
import io.holdfast.simulator.learning.Change;
import io.holdfast.simulator.learning.Coverage;
import io.holdfast.simulator.learning.Learned;
import io.holdfast.simulator.learning.Quantity;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.result.Estimate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What actuals would make of a model, for people: how good guesses were first, then what changes. */
final class LearnText {

    private final StringBuilder text = new StringBuilder();

    private LearnText() {}

    static String of(Learned learned, Coverage forecasts, ContinuityModel model, int events) {
        LearnText text = new LearnText();
        String name = model.label().name();
        text.line(
                "%s: %d events, %d numbers change",
                name == null ? "model" : name, events, learned.changes().size());
        text.coverage("the model states", learned.stated());
        text.coverage("was believed after what came before", forecasts);
        text.bias(learned.bias());
        text.changes(learned);
        text.leftOut(learned);
        return text.text.toString();
    }

    @FormatMethod
    private void line(String format, @Nullable Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
    }

    private void coverage(String what, Coverage coverage) {
        Coverage.Band eighty = coverage.bands().get(Coverage.SHARES.indexOf(0.8));
        if (eighty.total() > 0) {
            line(
                    "Inside the 80 %% band that %s: %d of %d finished times, %.0f %% [%.0f, %.0f], %s",
                    what,
                    eighty.inside(),
                    eighty.total(),
                    100 * eighty.share().value(),
                    100 * eighty.share().low(),
                    100 * eighty.share().high(),
                    word(coverage.verdict()));
        }
    }

    private void bias(Learned.@Nullable SharedBias bias) {
        if (bias != null) {
            line("Guesses, by %d actuals of %d of them:", bias.actuals(), bias.guesses());
            line("  actual medians are %s of the guessed ones", factor(bias.place()));
            line("  the actual spread is %s of the guessed one", factor(bias.spread()));
        }
    }

    private static String factor(Estimate estimate) {
        return String.format(Locale.ROOT, "%.2f times [%.2f, %.2f]", estimate.value(), estimate.low(), estimate.high());
    }

    private void changes(Learned learned) {
        line("");
        line("%-44s %-26s %22s %22s %16s", "number", "why", "before", "after", "observations");
        for (Change change : learned.changes()) {
            String name = change.input().ref().address();
            switch (change) {
                case Change.OfHours time ->
                    line(
                            "%-44s %-26s %22s %22s %16s",
                            name,
                            why(time.why(), time.finished(), time.brokenOff()),
                            hours(time.before()),
                            hours(time.after()),
                            weights(time.before().weight(), time.after().weight()));
                case Change.OfChance chance ->
                    line(
                            "%-44s %-26s %22s %22s %16s",
                            name,
                            chance.successes() + " of " + (chance.successes() + chance.failures()) + " succeeded",
                            share(chance.before().mean()),
                            share(chance.after().mean()),
                            weights(
                                    chance.before().successes()
                                            + chance.before().failures(),
                                    chance.after().successes() + chance.after().failures()));
                case Change.OfRate rate ->
                    line(
                            "%-44s %-26s %22s %22s %16s",
                            name,
                            String.format(Locale.ROOT, "%d in %.4g h", rate.events(), rate.hours()),
                            rate(rate, rate.before().mean()),
                            rate(rate, rate.after().mean()),
                            weights(rate.before().events(), rate.after().events()));
            }
        }
        line("Times: median / P95 of the next one. Nothing is applied; --write FILE writes the changed model.");
    }

    private static String why(Change.Why why, int finished, int brokenOff) {
        return switch (why) {
            case SHARED_BIAS -> "bias of other guesses";
            case MEASURED, MEASURED_AND_SHARED_BIAS ->
                finished + " actuals" + (brokenOff == 0 ? "" : ", " + brokenOff + " broken off");
        };
    }

    private static String hours(Change.Forecast forecast) {
        return String.format(Locale.ROOT, "%.3g / %.3g h", forecast.p50(), forecast.p95());
    }

    private static String share(double share) {
        return String.format(Locale.ROOT, "%.4f", share);
    }

    private static String rate(Change.OfRate rate, double anHour) {
        return rate.input().ref().quantity() == Quantity.FREQUENCY
                ? String.format(Locale.ROOT, "%.3g a year", anHour * Change.HOURS_A_YEAR)
                : String.format(Locale.ROOT, "%.4g h between", 1 / anHour);
    }

    private static String weights(double before, double after) {
        return String.format(Locale.ROOT, "%.3g -> %.3g", before, after);
    }

    private void leftOut(Learned learned) {
        learned.leftOut()
                .forEach(each -> line(
                        "Left out: %s of %s, %s",
                        each.measured().input().address(),
                        each.event(),
                        switch (each.reason()) {
                            case NOT_SHOWN -> "no type of the drill shows it";
                            case MAINTENANCE -> "planned work says nothing of recovery";
                            case ALWAYS_ZERO -> "the model states that it takes no time; state a small one";
                            case BEYOND_BELIEF ->
                                "broken off later than what is known holds possible; check the row, or state the time anew";
                        }));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
