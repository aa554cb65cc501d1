package io.holdfast.service.approval;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.service.approval.internal.Difference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One place where two versions differ, as a person reads it.
 *
 * @param path from the outside in: keys of the content, and the names of entries of lists
 * @param kind what happened there
 * @param before the value before: a text, number or truth value, or the names of entries in their order; null where there is
 *     none, or where it is a whole entry, which the path names
 * @param after the value after, likewise
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ChangedLine(
        List<Part> path,
        Kind kind,
        @Nullable JsonNode before,
        @Nullable JsonNode after) {

    /** Copies the path. */
    public ChangedLine {
        path = List.copyOf(path);
    }

    /**
     * Where two JSON values differ, in the order of their keys; entries of lists are matched by their id or name. There is no line
     * where, and only where, the values are equal. Places in an order, such as the number of a step of a plan, follow from what was
     * added, removed or moved: they are told only where nothing else differs.
     */
    public static List<ChangedLine> listBetween(JsonNode before, JsonNode after) {
        return Difference.of(before, after);
    }

    /** The same with every place where they differ, for content of which nobody has worked out the order. */
    public static List<ChangedLine> listEveryBetween(JsonNode before, JsonNode after) {
        return Difference.every(before, after);
    }

    /** A part of a path: a key, which the page translates, or an entry of a list by its name. */
    public record Part(String text, boolean key) {}

    /** What happened. */
    public enum Kind {
        /** It is new. */
        @JsonProperty("added")
        ADDED,
        /** It is gone. */
        @JsonProperty("removed")
        REMOVED,
        /** It has another value. */
        @JsonProperty("changed")
        CHANGED,
        /** The same entries stand in another order. */
        @JsonProperty("moved")
        MOVED
    }
}
