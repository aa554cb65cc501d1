package io.holdfast.simulator.calendar;

import java.time.Duration;

/**
 * How long and how a calendar is searched for.
 *
 * @param seed of the solver; the same problem, options and version give the same plan
 * @param effort how much work the search may do, in the solver's own seconds, which do not depend on the computer
 * @param reasonsEffort the same for the reasons of what was left out
 * @param wall how long the search may take by the clock; a safety: a plan that it ends says that it cannot be reproduced
 */
public record SolveOptions(int seed, double effort, double reasonsEffort, Duration wall) {

    /** Enough for a year of some 40 to 100 drills. */
    public static final SolveOptions STANDARD = new SolveOptions(1, 8, 8, Duration.ofMinutes(2));

    /** Throws {@link IllegalArgumentException} where there is no effort or no time. */
    public SolveOptions {
        if (!(effort > 0 && effort < 1e6 && reasonsEffort >= 0 && reasonsEffort < 1e6)) {
            throw new IllegalArgumentException("Effort is " + effort + " and " + reasonsEffort
                    + " for reasons, but must be more than 0, for reasons 0 or more, and less than a million.");
        }
        if (!wall.isPositive()) {
            throw new IllegalArgumentException("The time limit is " + wall + ", but must be more than 0.");
        }
    }
}
