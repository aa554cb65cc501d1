package io.holdfast.service.bia.internal;

import io.holdfast.simulator.model.Impact.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What curves of impact say. A level holds from its point until the next one, and is 0 before the first. Loss of money is
 * cumulative, straight between its points, from nothing at 0 hours, its last slope continued: as the simulator charges it
 * (simulation, 1.13).
 */
public final class Curves {

    private Curves() {}

    /** The level at a time. */
    public static double levelAt(List<Point> levels, double hours) {
        double level = 0;
        for (Point point : levels) {
            if (point.hours() <= hours) {
                level = point.value();
            }
        }
        return level;
    }

    /** When a level, or one above it, is first reached; empty where it never is. */
    public static OptionalDouble firstAtLeast(List<Point> levels, double level) {
        return levels.stream()
                .filter(point -> point.value() >= level)
                .mapToDouble(Point::hours)
                .findFirst();
    }

    /** The loss by a time; 0 where no curve is stated. */
    public static double lossAt(List<Point> loss, double hours) {
        List<Point> points = fromZero(loss);
        if (points.size() < 2) {
            return points.isEmpty() ? 0 : points.getFirst().value();
        }
        int from = 0;
        while (from + 2 < points.size() && points.get(from + 1).hours() <= hours) {
            from++;
        }
        Point one = points.get(from);
        return one.value() + slope(one, points.get(from + 1)) * (hours - one.hours());
    }

    /** When the loss first comes to more than a limit; empty where it never does. */
    public static OptionalDouble lossPasses(List<Point> loss, double limit) {
        List<Point> points = fromZero(loss);
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            if (point.value() > limit) {
                return OptionalDouble.of(i == 0 ? point.hours() : crossing(points.get(i - 1), point, limit));
            }
        }
        if (points.size() < 2) {
            return OptionalDouble.empty();
        }
        Point before = points.get(points.size() - 2);
        Point last = points.getLast();
        return slope(before, last) > 0 ? OptionalDouble.of(crossing(before, last, limit)) : OptionalDouble.empty();
    }

    private static double crossing(Point from, Point to, double limit) {
        return from.hours() + (limit - from.value()) / slope(from, to);
    }

    private static double slope(Point from, Point to) {
        return (to.value() - from.value()) / (to.hours() - from.hours());
    }

    private static List<Point> fromZero(List<Point> loss) {
        if (loss.isEmpty() || loss.getFirst().hours() == 0) {
            return loss;
        }
        List<Point> points = new ArrayList<>(List.of(new Point(0, 0)));
        points.addAll(loss);
        return points;
    }
}
