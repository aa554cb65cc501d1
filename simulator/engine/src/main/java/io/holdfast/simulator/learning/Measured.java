package io.holdfast.simulator.learning;

/** One figure that a drill or an incident gave: an actual, never an estimate. */
public sealed interface Measured {

    /** What it is a figure of. */
    InputRef input();

    /**
     * How long something took.
     *
     * @param input a time of the model
     * @param hours how long, above 0; where it was not finished, how long it had taken when it was broken off
     * @param finished false for work that was stopped or rolled back before its end
     */
    record Took(InputRef input, double hours, boolean finished) implements Measured {
        /** Checks the hours. */
        public Took {
            Check.positive("The hours of an actual of '" + input.address() + "'", hours);
        }
    }

    /**
     * How often something succeeded.
     *
     * @param input a chance of the model
     * @param successes how often it succeeded, at least 0
     * @param failures how often it did not, at least 0
     */
    record Tried(InputRef input, int successes, int failures) implements Measured {
        /** Checks the counts. */
        public Tried {
            Check.that(
                    successes >= 0 && failures >= 0 && (long) successes + failures >= 1,
                    "'" + input.address() + "' has " + successes + " successes and " + failures
                            + " failures, but they are counts of at least 0, and at least 1 together.");
        }
    }

    /**
     * How often something happened.
     *
     * @param input a rate of the model
     * @param events how often, at least 0
     * @param hours the time under watch, above 0
     */
    record Watched(InputRef input, int events, double hours) implements Measured {
        /** Checks the numbers. */
        public Watched {
            Check.that(
                    events >= 0, "Events of '" + input.address() + "' are " + events + ", but a count is at least 0.");
            Check.positive("The hours under watch of '" + input.address() + "'", hours);
        }
    }
}
