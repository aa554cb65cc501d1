package io.holdfast.simulator.drill;

import io.holdfast.simulator.model.Id;
import org.jspecify.annotations.Nullable;

/**
 * Which drill to estimate, and how.
 *
 * @param drill the drill's id
 * @param trials trials of each type, from 1 to {@link #MOST_TRIALS}
 * @param seed the seed; the same seed, model and request give the same bytes
 * @param threads how many threads may work, at least 1; does not change the result
 * @param announced whether the participants know the date, or null for what the drill says
 * @param asOf the day on which the plan's dates are judged, or null to leave them alone
 * @param stayHours how long a live failover runs at the standby, at least 0
 * @param demand what every demand is multiplied by during a live failover, at least 0: the model has no profile of the day
 * @param draws how often the inputs are drawn anew to say what the drill would teach; 0 to leave that out
 */
public record DrillRequest(
        Id drill,
        long trials,
        long seed,
        int threads,
        @Nullable Boolean announced,
        @Nullable DrillDay asOf,
        double stayHours,
        double demand,
        int draws) {

    /** Trials where nobody says otherwise. */
    public static final long DEFAULT_TRIALS = 20_000;

    /** The most trials of one type. */
    public static final long MOST_TRIALS = 10_000_000;

    /** Hours at the standby where nobody says otherwise. */
    public static final double DEFAULT_STAY_HOURS = 1;

    /** Draws of the inputs where nobody says otherwise. */
    public static final int DEFAULT_DRAWS = 100;

    /** Draws of the inputs at most. */
    public static final int MOST_DRAWS = 5_000;

    /** The fewest draws that can be split by input. */
    public static final int LEAST_DRAWS = 60;

    /** A request with the defaults of the command line. */
    public static DrillRequest of(Id drill, long trials, long seed, int threads) {
        return new DrillRequest(drill, trials, seed, threads, null, null, DEFAULT_STAY_HOURS, 1, DEFAULT_DRAWS);
    }

    /** Checks the numbers. */
    public DrillRequest {
        that(
                trials >= 1 && trials <= MOST_TRIALS,
                "trials is " + trials + ", but it must lie between 1 and " + MOST_TRIALS + ".");
        that(threads >= 1, "threads is " + threads + ", but at least 1 is needed.");
        that(
                stayHours >= 0 && stayHours <= 8760,
                "stay is " + stayHours + ", but it must lie between 0 and 8760 hours.");
        that(
                demand >= 0 && demand <= 1000,
                "demand is " + demand + ", but it must lie between 0 and 1000 times the stated one.");
        that(
                draws == 0 || (draws >= LEAST_DRAWS && draws <= MOST_DRAWS),
                "draws is " + draws + ", but it must lie between " + LEAST_DRAWS + " and " + MOST_DRAWS
                        + ", or be 0 for none.");
    }

    private static void that(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
