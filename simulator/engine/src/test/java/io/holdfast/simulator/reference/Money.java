package io.holdfast.simulator.reference;

import io.holdfast.simulator.model.Impact;
import io.holdfast.simulator.sampling.Ticks;
import java.util.List;

/** What a disruption costs. */
final class Money {

    private Money() {}

    /** Cumulative loss at a length, piecewise linear; nothing at 0 where the curve starts later; last slope goes on. */
    static double at(List<Impact.Point> curve, double hours) {
        Impact.Point before = new Impact.Point(0, 0);
        double slope = 0;
        for (Impact.Point point : curve) {
            if (point.hours() > before.hours()) {
                slope = (point.value() - before.value()) / (point.hours() - before.hours());
                if (hours <= point.hours()) {
                    return point.value() - slope * (point.hours() - hours);
                }
            }
            before = point;
        }
        return before.value() + slope * (hours - before.hours());
    }

    static double loss(Impact impact, List<Item.Moment> history, Stretch disruption, Stretch full, long horizon) {
        Long start = disruption.start();
        if (start == null || impact.loss().isEmpty()) {
            return 0;
        }
        Long end = disruption.end();
        double loss = at(impact.loss(), Ticks.toHours((double) ((end == null ? horizon : end) - start)));
        if (impact.proRata() && end != null) {
            Long restored = full.end();
            long until = !full.happened() || restored == null ? horizon : restored;
            for (int i = 0; i < history.size(); i++) {
                long from = Math.max(end, history.get(i).time());
                long to = Math.min(
                        until, i + 1 < history.size() ? history.get(i + 1).time() : horizon);
                if (from < to) {
                    double charged = at(impact.loss(), Ticks.toHours((double) (to - start)))
                            - at(impact.loss(), Ticks.toHours((double) (from - start)));
                    loss += charged * (1 - history.get(i).share());
                }
            }
        }
        return loss;
    }
}
