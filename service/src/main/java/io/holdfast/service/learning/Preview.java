package io.holdfast.service.learning;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.holdfast.simulator.result.Estimate;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What all actuals that hold would make of the register, learned from what was stated; nothing is changed.
 *
 * @param tag changes with what would be written; whoever proposes it says which they saw
 * @param revision the revision of the register that it is of
 * @param digest the digest of that model
 * @param actuals how many actuals hold
 * @param events in how many drills and incidents they were measured
 * @param unchanged how many numbers that were learned of the register says already
 * @param lessons the numbers that would change, in file order
 * @param leftOut actuals that teach nothing, and why
 * @param bias what the organisation's guesses share, or null where none was measured
 * @param stated how actuals fell into what was stated
 * @param forecasts how each event's actuals fell into what was believed after those before it
 * @param points each finished time of an actual, with where it lay
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Preview(
        String tag,
        long revision,
        String digest,
        int actuals,
        int events,
        int unchanged,
        List<Lesson> lessons,
        List<LeftOut> leftOut,
        @Nullable Bias bias,
        CoverageView stated,
        CoverageView forecasts,
        List<Point> points) {

    /** Copies the lists. */
    public Preview {
        lessons = List.copyOf(lessons);
        leftOut = List.copyOf(leftOut);
        points = List.copyOf(points);
    }

    /**
     * An actual that teaches nothing.
     *
     * @param actual its number
     * @param event where it was measured
     * @param input what it is a figure of
     * @param reason not-shown, maintenance, always-zero, beyond-belief, gone (the register has no such number any more) or stated-anew
     */
    public record LeftOut(long actual, String event, String input, String reason) {}

    /**
     * The bias that guesses share.
     *
     * @param guesses how many guessed times were measured
     * @param actuals by how many actuals
     * @param place by which factor actual medians differ from guessed ones
     * @param spread by which factor the spread of log times does
     * @param sureness by which factor a guess's weight differs from the conventional one
     */
    public record Bias(int guesses, int actuals, Estimate place, Estimate spread, Estimate sureness) {}

    /**
     * A finished time.
     *
     * @param actual its number
     * @param event where it was measured
     * @param date when
     * @param input what it is a figure of
     * @param owner what that stands on, by id
     * @param names what that is called, by language
     * @param method the method, or null
     * @param quantity which number
     * @param hours how long it took
     * @param stated where it lay in what was stated: the chance that was given to no more, 0 to 1
     * @param forecast where it lay in what was believed before it, likewise
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Point(
            long actual,
            String event,
            LocalDate date,
            String input,
            String owner,
            Map<String, String> names,
            @Nullable String method,
            String quantity,
            double hours,
            double stated,
            double forecast) {}
}
