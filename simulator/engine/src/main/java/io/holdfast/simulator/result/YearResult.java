package io.holdfast.simulator.result;

import io.holdfast.simulator.model.ElementType;
import io.holdfast.simulator.model.Id;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of years of operation. Intervals are 95 %, of simulation error only.
 *
 * @param years how many histories were run
 * @param horizonHours the length of each
 * @param warmupHours its first hours, which are not counted
 * @param seed the seed
 * @param engine the engine's version
 * @param computed how the figures were computed
 * @param elements one entry an element that the result speaks of, in the model's order
 * @param loss what all impacts of these together cost in a history, or null where the model states none
 * @param penalty what all their service levels together pay back in a history, or null where none does
 * @param capacity when growing demand exceeds each capacity that carries any in normal running, in the model's order
 * @param findings what a person should know beside the numbers
 */
public record YearResult(
        long years,
        double horizonHours,
        double warmupHours,
        long seed,
        String engine,
        Computed computed,
        List<OfElement> elements,
        @Nullable TotalLoss loss,
        @Nullable Money penalty,
        List<Capacity> capacity,
        List<Finding> findings) {

    /** Copies the lists. */
    public YearResult {
        elements = List.copyOf(elements);
        capacity = List.copyOf(capacity);
        findings = List.copyOf(findings);
    }

    /**
     * How the figures were computed. Both ways give the same bits wherever both apply.
     *
     * @param by bits, or the event loop
     * @param because why the model does not fit bits, in words of the format; empty where it does
     */
    public record Computed(By by, List<String> because) {

        /** The two ways. */
        public enum By {
            /** The time axis cut at the moments of change, a bit a piece. */
            BITS,
            /** Event by event. */
            EVENTS
        }

        /** Copies the reasons. */
        public Computed {
            because = List.copyOf(because);
        }
    }

    /**
     * A mean over histories.
     *
     * @param value the mean
     * @param low the lower end of its interval, or null where one history says nothing of it
     * @param high the upper end, likewise
     */
    public record Mean(
            double value, @Nullable Double low, @Nullable Double high) {}

    /**
     * The share of the counted time in which an element serves, by history.
     *
     * @param mean its mean
     * @param p05 its quantile of 5 %
     * @param p50 its median
     */
    public record Availability(Mean mean, QuantileEstimate p05, QuantileEstimate p50) {}

    /**
     * Outages of an element.
     *
     * @param perYear how many in 8760 hours
     * @param meanHours their mean length inside the counted time, or null where there was none
     */
    public record Outages(Mean perYear, @Nullable Mean meanHours) {}

    /** Money of a history: its mean, its median and its quantile of 95 %. */
    public record Money(Mean mean, QuantileEstimate p50, QuantileEstimate p95) {}

    /**
     * A point of the loss exceedance curve.
     *
     * @param probability the chance that a history costs more
     * @param loss than this
     */
    public record Exceedance(double probability, QuantileEstimate loss) {}

    /** The loss of all elements together, and how likely more than an amount is, rarest last. */
    public record TotalLoss(Money money, List<Exceedance> exceedance) {
        /** Copies the list. */
        public TotalLoss {
            exceedance = List.copyOf(exceedance);
        }
    }

    /**
     * A capacity under growing demand, in normal running; computed, not simulated.
     *
     * @param id the element
     * @param unit the unit of its capacity
     * @param amount its capacity
     * @param load what it carries today
     * @param exhaustedInYears after how many years the load exceeds it; 0 where it does today, null where not within 50 years
     */
    public record Capacity(
            Id id,
            String unit,
            double amount,
            double load,
            @Nullable Double exhaustedInYears) {}

    /**
     * What an element did.
     *
     * @param id its id
     * @param type its type
     * @param availability its availability
     * @param outages its outages
     * @param promised the availability that its service level promises, or null without a promise
     * @param slaMet the share of whole periods in which the promise was kept, or null without a promise or a whole period
     * @param penalty what its service level paid back in a history, or null where it pays nothing back
     * @param loss what its impact cost in a history, or null without one
     */
    public record OfElement(
            Id id,
            ElementType type,
            Availability availability,
            Outages outages,
            @Nullable Double promised,
            @Nullable Estimate slaMet,
            @Nullable Money penalty,
            @Nullable Money loss) {}
}
