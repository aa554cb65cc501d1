package io.holdfast.simulator.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.holdfast.simulator.model.Distribution;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.apache.commons.math3.distribution.LogNormalDistribution;
import org.apache.commons.math3.stat.StatUtils;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real outages: GitHub's status history and LANL's failure records. Reads the folder that HOLDFAST_DATA names. */
@Tag("issue:3")
class OutagesTest {

    private static List<ObservedDuration> read(String name) {
        String data = System.getenv("HOLDFAST_DATA");
        assumeTrue(data != null, "HOLDFAST_DATA is not set");
        Path file = Path.of(Objects.requireNonNull(data), "outages", name + ".calibrate.csv");
        try {
            // the title, last, is the only column with commas in it
            return Files.readAllLines(file).stream()
                    .skip(1)
                    .map(line -> row(line.split(",", 9)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObservedDuration row(String[] cells) {
        double hours = Double.parseDouble(cells[5]) / 60;
        return "maintenance".equals(cells[6])
                ? new ObservedDuration(hours, ObservedDuration.Kind.MAINTENANCE, true)
                : ObservedDuration.incident(hours);
    }

    private static FitOutcome.Fitted fitted(List<ObservedDuration> rows) {
        return (FitOutcome.Fitted) DurationFit.of(rows, 42);
    }

    @Test
    void githubIsLognormalAndFits() {
        FitOutcome.Fitted fit = fitted(read("github-status"));
        // SciPy 1.17 on the same 539 rows: median 1.117546837, sigma 1.114049663, ln L -882.92308; Weibull next,
        // -941.65
        assertThat(fit.rows())
                .isEqualTo(new FitOutcome.Rows(573, 18, 16, 539, fit.rows().outliers()));
        assertThat(fit.best().family()).isEqualTo(Family.LOGNORMAL);
        assertThat(((Distribution.Lognormal) fit.best().distribution()).median())
                .isCloseTo(1.117546837, within(1e-8));
        assertThat(fit.best().logLikelihood()).isCloseTo(-882.923079, within(1e-5));
        assertThat(fit.best().weight()).isGreaterThan(0.999);
        assertThat(fit.goodness().verdict()).isEqualTo(Goodness.Verdict.FITS);
    }

    @Test
    void lanlIsLognormalAndCloseButNotExact() {
        FitOutcome.Fitted fit = fitted(read("lanl-1996-2005"));
        assertThat(fit.rows().zeros()).isEqualTo(2);
        assertThat(fit.rows().used()).isEqualTo(16_615);
        assertThat(fit.rows().outliers()).isPositive();
        assertThat(fit.best().family()).isEqualTo(Family.LOGNORMAL);
        assertThat(fit.best().logLikelihood()).isCloseTo(-29_275.512, within(1e-2));
        assertThat(fit.goodness().pValue()).isLessThanOrEqualTo(0.001);
        assertThat(fit.goodness().distance()).isCloseTo(0.02594, within(1e-4));
        assertThat(fit.goodness().verdict()).isEqualTo(Goodness.Verdict.CLOSE);
    }

    /** Fitted on the earlier 70 %, scored on the later 30 %, against a lognormal fit by Commons Math. */
    @ParameterizedTest
    @ValueSource(strings = {"github-status", "lanl-1996-2005"})
    void laterOutagesScoreNoWorseThanUnderAPlainLognormalFit(String name) {
        List<ObservedDuration> rows = read(name);
        List<ObservedDuration> earlier = rows.subList(0, rows.size() * 7 / 10);
        List<ObservedDuration> later = rows.subList(rows.size() * 7 / 10, rows.size());
        Candidate best = fitted(earlier).best();
        assertThat(best.family()).isEqualTo(Family.LOGNORMAL);
        double[] logs = logs(earlier);
        LogNormalDistribution plain =
                new LogNormalDistribution(StatUtils.mean(logs), Math.sqrt(StatUtils.populationVariance(logs)));
        double[] others = logs(later);
        double score = 0;
        for (double log : others) {
            score += plain.logDensity(Math.exp(log)) / others.length;
        }
        assertThat(best.score(later)).isGreaterThanOrEqualTo(score - 1e-9);
        // and clearly better than the next family
        assertThat(best.score(later))
                .isGreaterThan(fitted(earlier).candidates().get(1).score(later) + 0.1);
    }

    private static double[] logs(List<ObservedDuration> rows) {
        return rows.stream()
                .filter(each -> each.kind() != ObservedDuration.Kind.MAINTENANCE && each.hours() > 0)
                .mapToDouble(each -> Math.log(each.hours()))
                .toArray();
    }
}
