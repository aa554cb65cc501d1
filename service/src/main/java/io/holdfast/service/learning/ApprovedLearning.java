package io.holdfast.service.learning;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An edit as it is submitted for approval, in one language.
 *
 * @param rests what it rests on: actuals and events, how far forecasts held
 * @param bias what guesses share, or null
 * @param changes the numbers that it changes
 */
public record ApprovedLearning(String rests, @Nullable String bias, List<Line> changes) {

    /** Copies the list. */
    public ApprovedLearning {
        changes = List.copyOf(changes);
    }

    /**
     * A number.
     *
     * @param id its address
     * @param name what it is
     * @param before what the register says
     * @param after what is to be written, in words
     * @param why why
     * @param written what is to be written, as in the model file
     */
    public record Line(String id, String name, String before, String after, String why, String written) {}
}
