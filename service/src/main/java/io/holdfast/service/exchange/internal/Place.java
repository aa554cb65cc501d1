package io.holdfast.service.exchange.internal;

import org.jspecify.annotations.Nullable;

/**
 * Where something stands in an imported file.
 *
 * @param file which file
 * @param row line from 1, or 0
 * @param path JSON path and object, or null for a table
 */
public record Place(String file, long row, @Nullable String path) {

    /** A line of a table. */
    public static Place line(String file, long row) {
        return new Place(file, row, null);
    }

    /** A file as a whole. */
    public static Place whole(String file) {
        return new Place(file, 0, null);
    }

    /** The place in words: "line 12" or the path. */
    public String shown() {
        if (path != null) {
            return path;
        }
        return row > 0 ? "line " + row : "the file";
    }
}
