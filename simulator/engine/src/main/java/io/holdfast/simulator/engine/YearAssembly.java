package io.holdfast.simulator.engine;

import io.holdfast.simulator.compile.CreditTerms;
import io.holdfast.simulator.compile.ElementTable;
import io.holdfast.simulator.compile.LossCurve;
import io.holdfast.simulator.compile.YearModel;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.ServiceLevel;
import io.holdfast.simulator.result.Estimate;
import io.holdfast.simulator.result.QuantileEstimate;
import io.holdfast.simulator.result.YearResult;
import io.holdfast.simulator.result.YearResult.Availability;
import io.holdfast.simulator.result.YearResult.Computed;
import io.holdfast.simulator.result.YearResult.Exceedance;
import io.holdfast.simulator.result.YearResult.Mean;
import io.holdfast.simulator.result.YearResult.Money;
import io.holdfast.simulator.result.YearResult.OfElement;
import io.holdfast.simulator.result.YearResult.Outages;
import io.holdfast.simulator.result.YearResult.TotalLoss;
import io.holdfast.simulator.sampling.Ticks;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Turns the sums over histories into a result. */
final class YearAssembly {

    private static final double HOURS_A_YEAR = 8760;
    private static final double[] EXCEEDANCE = {
        0.9, 0.8, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001, 0.0005, 0.0002, 0.0001
    };

    private final YearModel year;
    private final ElementTable elements;
    private final YearSums sums;
    private final YearStatistics statistics;
    private final long counted;

    YearAssembly(YearModel year, YearSums sums) {
        this.year = year;
        this.sums = sums;
        elements = year.model().elements();
        statistics = new YearStatistics(sums.histories());
        counted = year.horizonTicks() - year.warmupTicks();
    }

    YearResult result(YearRequest request, Computed computed) {
        return new YearResult(
                request.years(),
                request.horizonHours(),
                request.warmupHours(),
                request.seed(),
                Simulation.VERSION,
                computed,
                IntStream.of(sums.reported()).mapToObj(this::element).toList(),
                totalLoss(),
                totalPenalty(),
                new EventKernel(year.model())
                        .outlook().stream().map(CapacityOutlook::result).toList(),
                YearFindings.of(year));
    }

    private OfElement element(int e) {
        YearSums.OfElement of = sums.of(e);
        Element element = elements.get(e);
        ServiceLevel level = element.serviceLevel();
        Double promised = level == null ? null : level.availability();
        return new OfElement(
                element.id(),
                element.type(),
                availability(of),
                outages(of),
                promised,
                promised == null || periods(level) == 0 ? null : met(of, level),
                of.penalty == null ? null : money(of.penalty, mostPenalty(e)),
                of.loss == null ? null : money(of.loss, mostLoss(e)));
    }

    private Availability availability(YearSums.OfElement of) {
        Mean down = statistics.mean(of.down, (double) counted, 1);
        ValueCounts.Sorted values = of.down.counts.sorted();
        return new Availability(
                new Mean(1 - down.value(), complement(down.high()), complement(down.low())),
                up(0.05, values),
                up(0.5, values));
    }

    private static @Nullable Double complement(@Nullable Double share) {
        return share == null ? null : Math.max(0, 1 - share);
    }

    /** A quantile of the time with service: the rank from above of the time without. */
    private QuantileEstimate up(double p, ValueCounts.Sorted down) {
        long n = sums.histories();
        return Statistics.quantile(p, n, rank -> 1 - down.valueOfRank(n + 1 - rank) / counted);
    }

    private Outages outages(YearSums.OfElement of) {
        double years = counted / (HOURS_A_YEAR * Ticks.PER_HOUR);
        Mean perYear = statistics.meanCount(of.outages, of.outageSquares, years);
        return new Outages(perYear, perYear.value() == 0 ? null : statistics.ratio(of, Ticks.PER_HOUR));
    }

    private long periods(@Nullable ServiceLevel level) {
        return level == null ? 0 : counted / Ticks.ofHours(level.per().hours());
    }

    private Estimate met(YearSums.OfElement of, @Nullable ServiceLevel level) {
        return statistics.share(of, periods(level));
    }

    private Money money(ValueSums values, double most) {
        ValueCounts.Sorted sorted = values.counts.sorted();
        return new Money(
                statistics.mean(values, Accumulator.MONEY_SCALE, most),
                statistics.quantile(0.5, sorted, Accumulator.MONEY_SCALE),
                statistics.quantile(0.95, sorted, Accumulator.MONEY_SCALE));
    }

    /** What the element costs if it is down for the whole counted time. */
    private double mostLoss(int e) {
        LossCurve curve = elements.loss(e);
        return curve == null ? 0 : curve.at(counted);
    }

    /** The fees of all periods. */
    private double mostPenalty(int e) {
        CreditTerms terms = elements.credits(e);
        ServiceLevel level = elements.get(e).serviceLevel();
        return terms == null || level == null ? 0 : level.fee() * periods(level);
    }

    private @Nullable TotalLoss totalLoss() {
        if (IntStream.of(sums.reported()).allMatch(e -> sums.of(e).loss == null)) {
            return null;
        }
        ValueCounts.Sorted sorted = sums.loss().counts.sorted();
        List<Exceedance> curve = DoubleStream.of(EXCEEDANCE)
                .filter(p -> p * sums.histories() >= 1)
                .mapToObj(p -> new Exceedance(p, statistics.quantile(1 - p, sorted, Accumulator.MONEY_SCALE)))
                .toList();
        double most = IntStream.of(sums.reported()).mapToDouble(this::mostLoss).sum();
        return new TotalLoss(money(sums.loss(), most), curve);
    }

    private @Nullable Money totalPenalty() {
        if (IntStream.of(sums.reported()).allMatch(e -> sums.of(e).penalty == null)) {
            return null;
        }
        double most =
                IntStream.of(sums.reported()).mapToDouble(this::mostPenalty).sum();
        return money(sums.penalty(), most);
    }
}
