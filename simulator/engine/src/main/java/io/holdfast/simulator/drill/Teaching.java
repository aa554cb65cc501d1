package io.holdfast.simulator.drill;

import io.holdfast.simulator.learning.InputRef;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.result.Estimate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a drill would teach: how much of the variance of an element's P95 that comes from not knowing the inputs one more
 * observation of each input that the drill exercises is expected to take away.
 *
 * @param status whether it could be said
 * @param scenario the scenario whose P95 is meant, or null where nothing is said
 * @param element the element whose P95 is meant, or null likewise
 * @param draws how often the inputs were drawn
 * @param trials trials of each run of a draw
 * @param lessons the exercised inputs, the one that teaches most first
 * @param expectedReduction the sum over them, a share, at most 1
 * @param notKnowing the variance of P95 that not knowing makes now, in hours squared: what the shares are shares of
 */
public record Teaching(
        Status status,
        @Nullable Id scenario,
        @Nullable Id element,
        int draws,
        long trials,
        List<Lesson> lessons,
        double expectedReduction,
        double notKnowing) {

    /**
     * What the drill is worth in the units of the uncertainty budget: the variance of P95, in hours squared, that one such drill is
     * expected to take away. What a drill calendar maximises.
     */
    public double worth() {
        return expectedReduction * notKnowing;
    }

    /** Whether something can be said. */
    public enum Status {
        /** It was estimated. */
        ESTIMATED,
        /** Nobody asked. */
        NOT_ASKED,
        /** No input that the type exercises is uncertain. */
        NOTHING_UNCERTAIN;

        /** The word in files. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * One input.
     *
     * @param input the input
     * @param weight how many observations it is worth now
     * @param share the share of the variance that would go if it were known, with its interval
     * @param expectedReduction the share that one more observation is expected to take away
     */
    public record Lesson(InputRef input, double weight, Estimate share, double expectedReduction) {}

    /** Copies the list. */
    public Teaching {
        lessons = List.copyOf(lessons);
    }

    static Teaching nothing(Status status) {
        return new Teaching(status, null, null, 0, 0, List.of(), 0, 0);
    }
}
