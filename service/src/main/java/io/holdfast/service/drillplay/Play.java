package io.holdfast.service.drillplay;

import io.holdfast.service.drillplan.PlanContent;
import io.holdfast.simulator.play.Day;
import io.holdfast.simulator.play.Decision;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A possible day that is played.
 *
 * @param id its number, 0 where it is not stored yet
 * @param plan the number of the plan of its drill
 * @param planVersion the version of the plan that was approved then
 * @param unit the unit that the plan belongs to, or null
 * @param injects what the plan puts before the participants, as it was then
 * @param modelDigest the digest of the model that it is of
 * @param engine the version of the engine that chose the day
 * @param seed its luck
 * @param trial the trial of that luck
 * @param day how lucky it is, or null where the trial was given by number
 * @param luckyTrial the trial that it is compared with as the lucky day
 * @param unluckyTrial the trial that it is compared with as the unlucky day
 * @param version goes up by one with everything that people do
 * @param clock its virtual clock
 * @param createdAt when it was made
 * @param createdBy by whom
 * @param ending how it ended, or null
 */
public record Play(
        long id,
        long plan,
        int planVersion,
        @Nullable String unit,
        List<PlanContent.Inject> injects,
        String modelDigest,
        String engine,
        long seed,
        long trial,
        @Nullable Day day,
        long luckyTrial,
        long unluckyTrial,
        int version,
        PlayClock clock,
        Instant createdAt,
        String createdBy,
        @Nullable Ending ending) {

    /** Copies the list. */
    public Play {
        injects = List.copyOf(injects);
    }

    /**
     * The end of a play.
     *
     * @param at when
     * @param by who ended it
     * @param outcome what came of it; without a row where it could not be replayed any more
     */
    public record Ending(Instant at, String by, Comparison outcome) {}

    /**
     * A decision with who made it.
     *
     * @param number its place among those of the play, from 0
     * @param decision what was decided, at which virtual moment
     * @param note why, or an empty text
     * @param at when it was made
     * @param by who made it
     */
    public record Made(int number, Decision decision, String note, Instant at, String by) {}

    /** The next version with another clock. */
    public Play turned(PlayClock other) {
        return next(other, ending);
    }

    /** The next version, ended, with a clock that stands. */
    public Play ended(PlayClock other, Ending how) {
        return next(other, how);
    }

    private Play next(PlayClock other, @Nullable Ending how) {
        return new Play(
                id,
                plan,
                planVersion,
                unit,
                injects,
                modelDigest,
                engine,
                seed,
                trial,
                day,
                luckyTrial,
                unluckyTrial,
                version + 1,
                other,
                createdAt,
                createdBy,
                how);
    }
}
