package io.holdfast.simulator.compile;

import io.holdfast.simulator.model.ServiceLevel;
import io.holdfast.simulator.model.ServiceLevel.Credit;
import io.holdfast.simulator.sampling.Ticks;
import java.util.List;

/**
 * What a missed service level pays back for a period: the credit of the lowest limit of availability that is undercut, and for each
 * outage the share of the longest limit that it exceeds; together the fee at most. Immutable.
 */
public final class CreditTerms {

    private final double fee;
    private final long periodTicks;
    private final List<Credit> credits;
    private final List<Credit> byOutage;

    private CreditTerms(ServiceLevel level) {
        fee = level.fee();
        periodTicks = Ticks.ofHours(level.per().hours());
        credits = level.credits();
        byOutage = level.creditsByOutage();
    }

    /** Whether a service level pays anything back. */
    public static boolean arePaidBy(ServiceLevel level) {
        return level.fee() > 0
                && !(level.credits().isEmpty() && level.creditsByOutage().isEmpty());
    }

    /** The terms of a service level that pays back, see {@link #arePaidBy}. */
    public static CreditTerms of(ServiceLevel level) {
        return new CreditTerms(level);
    }

    /** The length of a period. */
    public long periodTicks() {
        return periodTicks;
    }

    /** The share of the fee for an outage of a length: that of the longest limit that it exceeds. */
    public double shareOfOutage(long ticks) {
        double longest = -1;
        double share = 0;
        for (Credit each : byOutage) {
            if (ticks > Ticks.ofHours(each.limit()) && each.limit() > longest) {
                longest = each.limit();
                share = each.share();
            }
        }
        return share;
    }

    /**
     * The money paid back for one period.
     *
     * @param downTicks how long the service was not there
     * @param outageShares the sum of {@link #shareOfOutage} over its outages
     */
    public double money(long downTicks, double outageShares) {
        double availability = 1 - (double) downTicks / periodTicks;
        double lowest = Double.POSITIVE_INFINITY;
        double share = 0;
        for (Credit each : credits) {
            if (availability < each.limit() && each.limit() < lowest) {
                lowest = each.limit();
                share = each.share();
            }
        }
        return fee * Math.min(1, share + outageShares);
    }
}
