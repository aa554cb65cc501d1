package io.holdfast.service.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.holdfast.service.approval.ChangedLine;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the register that is not the same in two models.
 *
 * @param section the list of the model file in which it stands, such as {@code assets}; {@code model} for what stands outside of lists
 * @param id its id; empty for what stands outside of lists
 * @param name its plain name, or null
 * @param names its names by language
 * @param kind what became of it
 * @param lines where it differs, where it stands in both
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record EntryDifference(
        String section,
        String id,
        @Nullable String name,
        Map<String, String> names,
        Kind kind,
        List<ChangedLine> lines) {

    /** Copies the lines. */
    public EntryDifference {
        lines = List.copyOf(lines);
    }

    /** What became of an entry. */
    public enum Kind {
        /** Only the later model has it. */
        @JsonProperty("added")
        ADDED,
        /** Only the earlier model has it. */
        @JsonProperty("removed")
        REMOVED,
        /** Both have it, and it says something else. */
        @JsonProperty("changed")
        CHANGED
    }

    /** What it is called in a language: its name there, else its plain name, else its id. */
    public String nameIn(String language) {
        String own = names.get(language);
        return own != null ? own : name != null ? name : id;
    }
}
