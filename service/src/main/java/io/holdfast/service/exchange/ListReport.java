package io.holdfast.service.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a filled-in table makes of a list of the register.
 *
 * @param list which list
 * @param before the digest of the model that the table was compared with
 * @param stored whether it was done
 * @param added how many entries are new
 * @param changed how many entries change
 * @param removed how many entries go
 * @param unchanged how many rows say what is stored
 * @param rows the entries that are new, change or go, the first {@value #MOST_ROWS} of them
 * @param conflicts the rows that were changed or removed by somebody else since the table was written
 * @param warnings what else should be known, such as sheets of a workbook that were left out
 */
public record ListReport(
        String list,
        String before,
        boolean stored,
        int added,
        int changed,
        int removed,
        int unchanged,
        List<RowChange> rows,
        List<RowChange> conflicts,
        List<ImportWarning> warnings) {

    /** So many rows are told one by one. */
    public static final int MOST_ROWS = 500;

    /** Copies the lists. */
    public ListReport {
        rows = List.copyOf(rows);
        conflicts = List.copyOf(conflicts);
        warnings = List.copyOf(warnings);
    }

    /**
     * What becomes of an entry.
     *
     * @param row the row of the file from 1; 0 for an entry that is not in it
     * @param id the entry
     * @param name what it is called, or null
     * @param what added, changed or removed; in conflicts changed where both sides have it, removed where it is gone
     * @param changes cell by cell, what is stored and what the table says
     */
    public record RowChange(long row, String id, @Nullable String name, String what, List<CellChange> changes) {
        /** Copies the list. */
        public RowChange {
            changes = List.copyOf(changes);
        }
    }

    /** A cell; an empty text is no value. */
    public record CellChange(String column, String stored, String sent) {}
}
