package io.holdfast.simulator.reference;

import io.holdfast.simulator.model.ElementType;
import io.holdfast.simulator.model.Impact;
import io.holdfast.simulator.model.ServiceLevel;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the reference says of one element in one trial; ticks, Long.MAX_VALUE for never. */
record Verdict(
        Item item,
        boolean disrupted,
        long recovery,
        long interrupted,
        long full,
        long dataLoss,
        double loss,
        double penalty,
        @Nullable Double headroom,
        boolean degraded,
        Set<String> driving) {

    static Verdict of(Day day, Item item, Data data) {
        Double mbco = Goals.mbco(item, day.items, day.needs);
        double threshold = mbco == null ? 0 : mbco;
        Stretch disruption =
                Stretch.of(item.history, day.horizon, moment -> moment.serves() && moment.share() >= threshold - 1e-9);
        Stretch full = Stretch.of(item.history, day.horizon, moment -> moment.serves() && moment.share() >= 1 - 1e-9);
        if (disruption.ticks() == Long.MAX_VALUE) {
            day.coverage.count("never");
        }
        if (disruption.happened() && disruption.ticks() == 0) {
            day.coverage.count("stop of no length");
        }
        Impact impact = item.element.impact();
        ServiceLevel level = item.element.serviceLevel();
        return new Verdict(
                item,
                disruption.happened(),
                disruption.ticks(),
                disruption.badTicks(),
                full.ticks(),
                item.element.type() == ElementType.ASSET ? data.own(item) : data.over(item, List.of()),
                impact == null ? 0 : Money.loss(impact, item.history, disruption, full, day.horizon),
                level == null ? 0 : Money.penalty(level, item.history, day.horizon),
                day.load.headroom(item),
                item.isDegradedNormally
                        || item.history.stream().anyMatch(moment -> moment.serves() && moment.share() < 1 - 1e-9),
                driving(item, disruption, threshold));
    }

    /** The links of the path that leads to the return. */
    private static Set<String> driving(Item item, Stretch disruption, double threshold) {
        Item.Moment last = null;
        for (Item.Moment moment : item.history) {
            boolean holds = moment.serves() && moment.share() >= threshold - 1e-9;
            last = !holds ? null : last == null ? moment : last;
        }
        return disruption.happened() && last != null ? Cause.links(last.rise()) : Set.of();
    }

    /** Delivered share at a moment. */
    double shareAt(long time) {
        double share = Double.NaN;
        for (Item.Moment moment : item.history) {
            if (moment.time() <= time) {
                share = moment.share();
            }
        }
        return share;
    }
}
