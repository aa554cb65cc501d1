package io.holdfast.simulator.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What people call a thing and note about it. Nothing here changes a simulated number, except that hits may select by
 * tag.
 *
 * @param name the plain name, or null when the id serves as name
 * @param names names by language tag ({@code zh-Hant}, {@code en}), in file order
 * @param owner who answers for the thing, or null
 * @param note free text, or null
 * @param tags words to select by, in file order
 * @param externalKey the key in the system it was imported from, or null
 * @param extras keys of the file that this version does not interpret ({@code x-…} and added ones), kept as they came:
 *     strings, booleans, numbers, lists and maps
 */
public record Label(
        @Nullable String name,
        Map<String, String> names,
        @Nullable String owner,
        @Nullable String note,
        List<String> tags,
        @Nullable String externalKey,
        Map<String, Object> extras) {

    /** A label that says nothing. */
    public static final Label NONE = new Label(null, Map.of(), null, null, List.of(), null, Map.of());

    /** Copies the collections, keeping their order. */
    public Label {
        names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
        tags = List.copyOf(tags);
        extras = Collections.unmodifiableMap(new LinkedHashMap<>(extras));
    }

    /** A label with a plain name only. */
    public static Label named(String name) {
        return new Label(name, Map.of(), null, null, List.of(), null, Map.of());
    }

    /** The name in a language, else the plain name, else the fallback (usually the id). */
    public String nameIn(String language, String fallback) {
        String own = names.get(language);
        if (own != null) {
            return own;
        }
        return name != null ? name : fallback;
    }
}
