package io.holdfast.service.learning;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What could be taken from a drill that is over.
 *
 * @param plan the number of its plan
 * @param figures what it measured of the numbers of the register
 * @param restores work that brought back data from copies: how many copies were unusable, only people know
 */
public record DrillLesson(long plan, List<Figure> figures, List<Restore> restores) {

    /** Copies the lists. */
    public DrillLesson {
        figures = List.copyOf(figures);
        restores = List.copyOf(restores);
    }

    /**
     * A figure.
     *
     * @param input the number of the register, by its address
     * @param owner what it stands on, by id
     * @param names what that is called, by language
     * @param method the method, or null
     * @param quantity which number
     * @param hours how long it took, or null
     * @param finished whether it came to its end, or null
     * @param successes how often it succeeded, or null
     * @param failures how often it did not, or null
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Figure(
            String input,
            String owner,
            Map<String, String> names,
            @Nullable String method,
            String quantity,
            @Nullable Double hours,
            @Nullable Boolean finished,
            @Nullable Integer successes,
            @Nullable Integer failures) {}

    /**
     * Work that was to bring back data.
     *
     * @param key names it where people say how many copies were unusable
     * @param owner the element, by id
     * @param names what that is called, by language
     * @param method the method
     * @param done whether it succeeded; where it did not, people have to say how many copies were unusable
     */
    public record Restore(String key, String owner, Map<String, String> names, String method, boolean done) {}
}
