package io.holdfast.simulator.engine;

import io.holdfast.simulator.model.ElementType;
import io.holdfast.simulator.result.ElementResult;
import io.holdfast.simulator.result.Estimate;
import io.holdfast.simulator.result.QuantileEstimate;
import java.util.List;

/** Whether an answer is as tight as was asked for. */
final class Tightness {

    private Tightness() {}

    /**
     * Whether, of every service and process with an RTO (of every element with one where there are neither), the interval of
     * P(within RTO) reaches at most {@code asked} to either side, and that of P95 at most this share of the P95.
     */
    static boolean reaches(double asked, List<ElementResult> elements) {
        List<ElementResult> held = elements.stream()
                .filter(element -> element.objectives().rtoHours() != null)
                .toList();
        boolean any = held.stream().anyMatch(element -> element.type() != ElementType.ASSET);
        return held.stream()
                .filter(element -> !any || element.type() != ElementType.ASSET)
                .allMatch(element -> isTight(asked, element.recovery()));
    }

    private static boolean isTight(double asked, ElementResult.Recovery recovery) {
        Estimate within = recovery.withinRto();
        boolean chance =
                within == null || Math.max(within.value() - within.low(), within.high() - within.value()) <= asked;
        return chance && isTight(asked, recovery.p95());
    }

    private static boolean isTight(double asked, QuantileEstimate quantile) {
        Double value = quantile.value();
        Double low = quantile.low();
        Double high = quantile.high();
        if (value == null || low == null || high == null) {
            return value == null && low == null && high == null;
        }
        return Math.max(value - low, high - value) <= asked * value;
    }
}
