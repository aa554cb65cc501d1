package io.holdfast.simulator.drill;

import io.holdfast.simulator.result.Estimate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a drill does to production.
 *
 * @param why why it is what it is
 * @param chance the chance that customers notice: something that runs on what is switched stops, or falls below its mbco
 * @param length how long the longest such disruption lasts in sum, in hours, over the trials that have one; null where none has
 */
public record ProductionRisk(
        Why why, Estimate chance, @Nullable Spread length) {

    private static final Estimate NONE = new Estimate(0, 0, 0);

    /** What the risk rests on. */
    public enum Why {
        /** Nobody touches a system: people talk. */
        ON_PAPER,
        /** The restore is aside from production. */
        ASIDE_FROM_PRODUCTION,
        /** The recovery is in a parallel environment. */
        PARALLEL_ENVIRONMENT,
        /** Production itself is switched, and simulated. */
        SIMULATED;

        /** The word in files. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** No risk, by construction: a fact, not an estimate. */
    static ProductionRisk none(Why why) {
        return new ProductionRisk(why, NONE, null);
    }
}
