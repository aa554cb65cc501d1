package io.holdfast.service.drill.internal;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What the newest finished run of a scenario says of a service.
 *
 * @param scenario the scenario's id
 * @param run the run, or null where the scenario was not run yet
 * @param disrupted the chance that the service is disrupted, a share
 * @param withinRto the chance to be back in time, a share; null without a target
 * @param p50Hours the median recovery time of disrupted trials; null where that rank is never back
 * @param p95Hours the 95 % quantile of disrupted trials; null alike
 */
public record Cell(
        String scenario,
        @Nullable Long run,
        double disrupted,
        @Nullable Double withinRto,
        @Nullable Double p50Hours,
        @Nullable Double p95Hours) {

    /** The worst first: least likely to be in time, then longest, then by name. */
    public static final Comparator<Cell> WORST_FIRST = Comparator.comparingDouble(
                    (Cell cell) -> cell.withinRto == null ? 1 : cell.withinRto)
            .thenComparing(Comparator.comparingDouble(
                            (Cell cell) -> cell.p95Hours == null ? Double.POSITIVE_INFINITY : cell.p95Hours)
                    .reversed())
            .thenComparing(Cell::scenario);

    /** A scenario that was not run yet. */
    public static Cell notRun(String scenario) {
        return new Cell(scenario, null, 1, null, null, null);
    }
}
