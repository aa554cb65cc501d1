package io.holdfast.simulator.engine;

import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.result.YearResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When demand that grows by a share a year exceeds a capacity: load(t) = Σ demand × part × (1 + growth)^t.
 *
 * @param result the outlook
 */
record CapacityOutlook(YearResult.Capacity result) {

    private static final double MOST_YEARS = 50;
    private static final int HALVINGS = 60;

    /** What a process asks of the capacity today, and how it grows a year. */
    record Part(double load, double growth) {}

    static CapacityOutlook of(Id id, String unit, double amount, List<Part> parts) {
        return new CapacityOutlook(new YearResult.Capacity(id, unit, amount, load(parts, 0), exhausted(amount, parts)));
    }

    private static double load(List<Part> parts, double years) {
        return parts.stream()
                .mapToDouble(part -> part.load() * StrictMath.pow(Math.max(0, 1 + part.growth()), years))
                .sum();
    }

    /** A load is convex in time, so one that fits today leaves the capacity once at most: halving finds when. */
    private static @Nullable Double exhausted(double amount, List<Part> parts) {
        double tolerance = amount * NeedEvaluation.TOLERANCE;
        if (load(parts, 0) > amount + tolerance) {
            return 0.0;
        }
        if (load(parts, MOST_YEARS) <= amount + tolerance) {
            return null;
        }
        double low = 0;
        double high = MOST_YEARS;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (load(parts, middle) > amount + tolerance) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }
}
