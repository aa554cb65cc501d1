package io.holdfast.service.learning;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.holdfast.simulator.learning.Coverage;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How many actuals fell inside the bands that were predicted.
 *
 * @param bands the central bands of 50, 80 and 95 %
 * @param leftOut how many were left out, as maintenance or broken off
 * @param verdict well-calibrated, too-narrow, too-wide or too-few-to-say
 */
public record CoverageView(List<Band> bands, int leftOut, String verdict) {

    /** Copies the list. */
    public CoverageView {
        bands = List.copyOf(bands);
    }

    /**
     * A band.
     *
     * @param promised the share that it promises
     * @param inside how many actuals fell inside
     * @param total of how many
     * @param low where the exact 95 % interval of the share begins; null where there is none
     * @param high where it ends; null where there is none
     * @param verdict as of all
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Band(
            double promised,
            int inside,
            int total,
            @Nullable Double low,
            @Nullable Double high,
            String verdict) {}

    /** The view of a coverage. */
    public static CoverageView of(Coverage coverage) {
        return new CoverageView(
                coverage.bands().stream().map(CoverageView::of).toList(), coverage.leftOut(), word(coverage.verdict()));
    }

    /** The view of a band. */
    static Band of(Coverage.Band band) {
        return new Band(
                band.promised(),
                band.inside(),
                band.total(),
                band.total() == 0 ? null : band.share().low(),
                band.total() == 0 ? null : band.share().high(),
                word(band.verdict()));
    }

    private static String word(Coverage.Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
