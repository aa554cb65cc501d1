package io.holdfast.simulator.engine;

import io.holdfast.simulator.compile.CreditTerms;
import io.holdfast.simulator.model.ServiceLevel;
import io.holdfast.simulator.sampling.Ticks;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The periods of one element's service level in a history. Only whole periods count, from the end of the warm-up. An outage
 * is paid for, by its length, in the period in which it begins. Not for use by several threads.
 */
final class PeriodLine {

    private final @Nullable CreditTerms terms;
    private final double target;
    private final long start;
    private final long periodTicks;
    private final long[] down;
    private final double[] shares;
    private boolean any;

    private PeriodLine(ServiceLevel level, long from, long until) {
        terms = CreditTerms.arePaidBy(level) ? CreditTerms.of(level) : null;
        Double promised = level.availability();
        target = promised == null ? Double.NaN : promised;
        start = from;
        periodTicks = Ticks.ofHours(level.per().hours());
        int periods = Math.toIntExact((until - from) / periodTicks);
        down = new long[periods];
        shares = new double[periods];
    }

    /** The periods between two moments, or null where no service level stands. */
    static @Nullable PeriodLine of(@Nullable ServiceLevel level, long from, long until) {
        return level == null ? null : new PeriodLine(level, from, until);
    }

    /** Begins a history. */
    void start() {
        if (any) {
            Arrays.fill(down, 0);
            Arrays.fill(shares, 0);
            any = false;
        }
    }

    /** Notes an outage; both ends lie in the counted time. */
    void add(long begin, long end) {
        any = true;
        int first = (int) Math.min(Integer.MAX_VALUE, (begin - start) / periodTicks);
        if (terms != null && first < shares.length) {
            shares[first] += terms.shareOfOutage(end - begin);
        }
        for (int p = first; p < down.length && start + p * periodTicks < end; p++) {
            long periodBegin = start + p * periodTicks;
            down[p] += Math.min(end, periodBegin + periodTicks) - Math.max(begin, periodBegin);
        }
    }

    /** How many whole periods there are. */
    int count() {
        return down.length;
    }

    /** Whether an availability is promised. */
    boolean hasTarget() {
        return !Double.isNaN(target);
    }

    /** Whether missing it pays back. */
    boolean hasCredits() {
        return terms != null;
    }

    /** In how many periods the promise was kept. */
    int met() {
        if (!any) {
            return down.length;
        }
        int kept = 0;
        for (long each : down) {
            kept += 1 - (double) each / periodTicks >= target ? 1 : 0;
        }
        return kept;
    }

    /** The money paid back in the history. */
    double penalty() {
        double money = 0;
        if (any && terms != null) {
            for (int p = 0; p < down.length; p++) {
                money += terms.money(down[p], shares[p]);
            }
        }
        return money;
    }
}
