package io.holdfast.simulator.compile;

import io.holdfast.simulator.model.Impact;
import io.holdfast.simulator.sampling.Ticks;
import java.util.List;

/**
 * Cumulative loss over the length of a disruption, piecewise linear, the last slope continued. Before the first point
 * the curve rises from nothing at 0.
 */
public final class LossCurve {

    private final double[] hours;
    private final double[] money;
    private final boolean proRata;

    LossCurve(Impact impact) {
        List<Impact.Point> points = impact.loss();
        int implied = points.getFirst().hours() > 0 ? 1 : 0;
        hours = new double[points.size() + implied];
        money = new double[hours.length];
        for (int i = 0; i < points.size(); i++) {
            hours[i + implied] = points.get(i).hours();
            money[i + implied] = points.get(i).value();
        }
        proRata = impact.proRata();
    }

    /** Whether a missing share is charged after the return. */
    public boolean isProRata() {
        return proRata;
    }

    /** The cumulative loss at a length in ticks. */
    public double at(long ticks) {
        double length = Ticks.toHours((double) ticks);
        int segment = segmentOf(length);
        return money[segment] + slope(segment) * (length - hours[segment]);
    }

    private int segmentOf(double length) {
        int segment = 0;
        while (segment + 1 < hours.length && hours[segment + 1] <= length) {
            segment++;
        }
        return segment;
    }

    /** Money an hour in the segment that starts at a point; after the last point the slope before it. */
    private double slope(int segment) {
        if (hours.length == 1) {
            return 0;
        }
        int from = Math.min(segment, hours.length - 2);
        return (money[from + 1] - money[from]) / (hours[from + 1] - hours[from]);
    }
}
