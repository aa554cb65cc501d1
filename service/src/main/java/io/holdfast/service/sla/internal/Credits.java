package io.holdfast.service.sla.internal;

import io.holdfast.service.sla.CreditAnswer;
import io.holdfast.simulator.model.ServiceLevel;
import io.holdfast.simulator.model.ServiceLevel.Credit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a service level pays back for a measured period, by the rule of the model format: the share of the lowest limit of
 * availability that is undercut, plus for each outage the share of the longest limit that it exceeds; together the fee at most. A
 * value that is equal to a limit neither undercuts nor exceeds it. In decimals, so that a limit such as 0.999 is exactly that.
 */
public final class Credits {

    private Credits() {}

    /**
     * The credit of one period.
     *
     * @param down how long the service was not there, in hours
     * @param length of the period, in hours, above 0
     * @param outages the lengths in hours of the outages that began in it
     */
    public static CreditAnswer of(ServiceLevel level, BigDecimal down, BigDecimal length, List<BigDecimal> outages) {
        Credit band = null;
        for (Credit each : level.credits()) {
            if (undercuts(down, length, each.limit()) && (band == null || each.limit() < band.limit())) {
                band = each;
            }
        }
        List<CreditAnswer.OutageShare> shares = new ArrayList<>();
        BigDecimal sum = band == null ? BigDecimal.ZERO : BigDecimal.valueOf(band.share());
        for (BigDecimal outage : outages) {
            Credit longest = longest(level, outage);
            if (longest != null) {
                shares.add(new CreditAnswer.OutageShare(outage.doubleValue(), longest.limit(), longest.share()));
                sum = sum.add(BigDecimal.valueOf(longest.share()));
            }
        }
        BigDecimal paid = sum.min(BigDecimal.ONE);
        return new CreditAnswer(
                1 - down.doubleValue() / length.doubleValue(),
                level.availability() == null ? null : !undercuts(down, length, level.availability()),
                band == null ? null : new CreditAnswer.Band(band.limit(), band.share()),
                shares,
                paid.doubleValue(),
                paid.multiply(BigDecimal.valueOf(level.fee())).doubleValue());
    }

    /** 1 - down / length below a limit, without a division. */
    static boolean undercuts(BigDecimal down, BigDecimal length, double limit) {
        return down.compareTo(BigDecimal.ONE.subtract(BigDecimal.valueOf(limit)).multiply(length)) > 0;
    }

    private static @Nullable Credit longest(ServiceLevel level, BigDecimal outage) {
        Credit longest = null;
        for (Credit each : level.creditsByOutage()) {
            if (outage.compareTo(BigDecimal.valueOf(each.limit())) > 0
                    && (longest == null || each.limit() > longest.limit())) {
                longest = each;
            }
        }
        return longest;
    }
}
