package io.holdfast.simulator.model;

import org.jspecify.annotations.Nullable;

/** What a recovery method says about the data that it brings back. */
public sealed interface MethodData {

    /** A replica: it lacks what was written within its lag. */
    record Replica(UncertainHours lag) implements MethodData {}

    /**
     * Backup copies.
     *
     * @param everyHours hours between copies, above 0
     * @param takesHours hours until a copy is complete, at least 0
     * @param usable the chance that a copy is usable, a share
     * @param usableWeight how many observations that chance is worth when it is learned from, above 0; null for what the evidence of
     *     the method's duration is worth
     */
    record Backup(
            double everyHours,
            double takesHours,
            double usable,
            @Nullable Double usableWeight) implements MethodData {
        /** Checks the numbers. */
        public Backup {
            Require.positive("data every", everyHours);
            Require.notNegative("data takes", takesHours);
            Require.share("data usable", usable);
            if (usableWeight != null) {
                Require.positive("usableWeight", usableWeight);
            }
        }

        /** Copies of whose usability nothing was learned yet. */
        public Backup(double everyHours, double takesHours, double usable) {
            this(everyHours, takesHours, usable, null);
        }
    }
}
