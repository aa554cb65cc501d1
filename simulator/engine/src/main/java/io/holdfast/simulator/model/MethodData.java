package io.holdfast.simulator.model;

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
     */
    record Backup(double everyHours, double takesHours, double usable) implements MethodData {
        /** Checks the numbers. */
        public Backup {
            Require.positive("data every", everyHours);
            Require.notNegative("data takes", takesHours);
            Require.share("data usable", usable);
        }
    }
}
