package io.holdfast.service.learning;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one number of the register.
 *
 * @param input its address, such as {@code orders-db:restore DURATION}
 * @param owner the element, team, contact or scenario that it stands on, by id
 * @param names what that is called, by language
 * @param method the method that it stands on, or null
 * @param quantity which number, as in actuals
 * @param number counts equal ones from 1
 * @param kind time, chance or rate
 * @param why measured, shared-bias, measured-and-shared-bias, or stated where nothing is learned any more and it goes back
 * @param finished of a time: finished actuals
 * @param brokenOff of a time: actuals that were broken off
 * @param successes of a chance: how often it succeeded
 * @param failures of a chance: how often it did not
 * @param occurrences of a rate: how often it happened
 * @param events the drills and incidents that measured it
 * @param stated what was stated before anything was learned
 * @param now what the register says
 * @param after what is believed of it now
 * @param byHand whether the register was changed by hand since something was learned of it
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Lesson(
        String input,
        String owner,
        Map<String, String> names,
        @Nullable String method,
        String quantity,
        int number,
        String kind,
        String why,
        int finished,
        int brokenOff,
        int successes,
        int failures,
        int occurrences,
        List<String> events,
        Belief stated,
        Belief now,
        Belief after,
        boolean byHand) {

    /** Copies the list. */
    public Lesson {
        events = List.copyOf(events);
        names = Map.copyOf(names);
    }

    /** How many actuals of its own it rests on. */
    public int actuals() {
        return finished + brokenOff + successes + failures + occurrences;
    }
}
