package io.holdfast.simulator.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a disruption costs as it grows longer.
 *
 * @param loss cumulative loss in money at disruption lengths, ascending in hours; empty when none is stated
 * @param proRata whether a missing share of capacity is charged after the return
 * @param levels qualitative levels by kind of impact over hours
 */
public record Impact(List<Point> loss, boolean proRata, Map<String, List<Point>> levels) {

    /** One point of a curve: hours of disruption and the value there. */
    public record Point(double hours, double value) {
        /** Checks both coordinates. */
        public Point {
            Require.notNegative("impact hours", hours);
            Require.notNegative("impact value", value);
        }
    }

    /** Copies the curves and checks that each ascends in hours. */
    public Impact {
        loss = ascending("impact loss", loss);
        Map<String, List<Point>> copied = new LinkedHashMap<>();
        levels.forEach((kind, points) -> copied.put(kind, ascending("impact levels " + kind, points)));
        levels = Collections.unmodifiableMap(copied);
    }

    private static List<Point> ascending(String what, List<Point> points) {
        for (int i = 1; i < points.size(); i++) {
            Require.that(points.get(i - 1).hours() < points.get(i).hours(), Rule.CURVE_RISES, "what", what);
        }
        return List.copyOf(points);
    }
}
