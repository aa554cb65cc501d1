package io.holdfast.simulator.cli;

import com.google.errorprone.annotations.FormatMethod;
import io.holdfast.simulator.learning.Candidate;
import io.holdfast.simulator.learning.DurationFit;
import io.holdfast.simulator.learning.FitOutcome;
import io.holdfast.simulator.learning.Goodness;
import io.holdfast.simulator.learning.ObservedDuration;
import io.holdfast.simulator.sampling.Sampler;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What came of fitting durations, for people: the answer first, then a table of families. */
final class FitText {

    private FitText() {}

    static String of(FitOutcome outcome, @Nullable List<ObservedDuration> later) {
        FitOutcome.Rows rows = outcome.rows();
        String counted = line(
                "%d rows: %d used, %d of maintenance and %d of no length left out; %d outliers stay in.",
                rows.given(), rows.used(), rows.maintenance(), rows.zeros(), rows.outliers());
        return switch (outcome) {
            case FitOutcome.TooFew few ->
                line("Too few durations to choose a distribution: at least %d are needed.", DurationFit.LEAST)
                        + counted;
            case FitOutcome.AllEqual equal ->
                line("All durations are %.4g h: a fixed time, no distribution.", equal.hours()) + counted;
            case FitOutcome.Fitted fitted -> answer(fitted) + counted + System.lineSeparator() + table(fitted, later);
        };
    }

    private static String answer(FitOutcome.Fitted fitted) {
        Goodness goodness = fitted.goodness();
        String says = switch (goodness.verdict()) {
            case FITS -> "fits: nothing speaks against it";
            case CLOSE -> "is close: many data show small faults, but no probability is far off";
            case POOR -> "is a poor fit: use the observed values, or look for two kinds of durations in one";
            case TOO_FEW_TO_SAY -> "is the best of four, but so few durations hardly test it";
        };
        Sampler times = Sampler.of(fitted.best().distribution());
        return line(
                "%s with median %.4g h and 90 %% within %.4g h %s (Anderson-Darling p %.3f, greatest distance %.3f).",
                word(fitted.best()), times.hours(0.5), times.hours(0.9), says, goodness.pValue(), goodness.distance());
    }

    private static String table(FitOutcome.Fitted fitted, @Nullable List<ObservedDuration> later) {
        StringBuilder text = new StringBuilder(
                line("%-12s %14s %14s %14s %8s  %s", "family", "ln L", "AICc", "BIC", "weight", "later"));
        for (Candidate each : fitted.candidates()) {
            text.append(line(
                    "%-12s %14.3f %14.3f %14.3f %8.4f  %s",
                    word(each),
                    each.logLikelihood(),
                    each.aic(),
                    each.bic(),
                    each.weight(),
                    later == null ? "-" : String.format(Locale.ROOT, "%.6f", each.score(later))));
        }
        return text.toString();
    }

    private static String word(Candidate candidate) {
        return candidate.family().name().toLowerCase(Locale.ROOT);
    }

    @FormatMethod
    private static String line(String form, Object... values) {
        return String.format(Locale.ROOT, form, values) + System.lineSeparator();
    }
}
