package io.holdfast.service.kernel.backup;

import java.util.List;

/**
 * What a backup holds, as its first entry {@code manifest.json} says.
 *
 * @param format the version of this form, 1
 * @param createdAt when it was begun, in ISO 8601
 * @param changes how many changes of the schema had been made
 * @param tables the tables, in an order in which they can be filled
 */
public record Manifest(int format, String createdAt, int changes, List<Table> tables) {

    /** The version of the form that this program writes and reads. */
    public static final int FORMAT = 1;

    /** Copies the list. */
    public Manifest {
        tables = List.copyOf(tables);
    }

    /**
     * A table.
     *
     * @param name its name
     * @param rows how many rows
     * @param sha256 of its rows as CSV in the order of its key, in hexadecimal digits
     */
    public record Table(String name, long rows, String sha256) {}
}
