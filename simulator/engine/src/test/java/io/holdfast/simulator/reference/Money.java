package io.holdfast.simulator.reference;

import io.holdfast.simulator.model.Impact;
import io.holdfast.simulator.model.ServiceLevel;
import io.holdfast.simulator.sampling.Ticks;
import java.util.ArrayList;
import java.util.Comparator;
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

    /** What a missed service level pays back, period by period from the event. */
    static double penalty(ServiceLevel level, List<Item.Moment> history, long horizon) {
        List<long[]> outages = new ArrayList<>();
        long since = -1;
        for (Item.Moment moment : history) {
            if (moment.serves() && since >= 0) {
                outages.add(new long[] {since, moment.time()});
                since = -1;
            } else if (!moment.serves() && since < 0) {
                since = moment.time();
            }
        }
        if (since >= 0) {
            outages.add(new long[] {since, horizon});
        }
        long period = Ticks.ofHours(level.per().hours());
        double paid = 0;
        for (long begin = 0; begin < Math.max(1, horizon); begin += period) {
            boolean isLast = begin + period >= horizon;
            double down = 0;
            double share = 0;
            for (long[] outage : outages) {
                down += Math.max(0, Math.min(outage[1], begin + period) - Math.max(outage[0], begin));
                if (outage[0] >= begin && (outage[0] < begin + period || isLast)) {
                    long length = outage[1] - outage[0];
                    share += level.creditsByOutage().stream()
                            .filter(credit -> length > Ticks.ofHours(credit.limit()))
                            .min(Comparator.comparingDouble(ServiceLevel.Credit::limit)
                                    .reversed())
                            .map(ServiceLevel.Credit::share)
                            .orElse(0.0);
                }
            }
            double availability = 1 - down / period;
            share += level.credits().stream()
                    .filter(credit -> availability < credit.limit())
                    .min(Comparator.comparingDouble(ServiceLevel.Credit::limit))
                    .map(ServiceLevel.Credit::share)
                    .orElse(0.0);
            paid += level.fee() * Math.min(1, share);
        }
        return paid;
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
