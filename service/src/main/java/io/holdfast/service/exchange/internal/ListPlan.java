package io.holdfast.service.exchange.internal;

import io.holdfast.service.exchange.ImportWarning;
import io.holdfast.service.exchange.ListReport;
import io.holdfast.service.exchange.ListReport.RowChange;
import io.holdfast.service.kernel.web.Problem;
import io.holdfast.service.register.EntryChange;
import io.holdfast.simulator.format.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a filled-in table changes, and how it is told. Not for use by several threads. */
public final class ListPlan {

    private static final Pattern PATH = Pattern.compile("\\$\\.rows\\[(\\d+)](?:\\.(.*))?");

    private final String list;
    private final List<EntryChange> changes = new ArrayList<>();
    private final List<String> paths = new ArrayList<>();
    private final List<RowChange> rows = new ArrayList<>();
    private final List<RowChange> conflicts = new ArrayList<>();
    private int unchanged;

    /** An empty plan for a list. */
    public ListPlan(String list) {
        this.list = list;
    }

    /** Takes in the plan for another table. */
    public void addAll(ListPlan other) {
        changes.addAll(other.changes);
        paths.addAll(other.paths);
        rows.addAll(other.rows);
        conflicts.addAll(other.conflicts);
        unchanged += other.unchanged;
    }

    void add(EntryChange change, RowChange told) {
        changes.add(change);
        paths.add("$.rows[" + told.row() + "]");
        rows.add(told);
    }

    void conflict(RowChange told) {
        conflicts.add(told);
    }

    void same() {
        unchanged++;
    }

    /** The changes. */
    public List<EntryChange> changes() {
        return changes;
    }

    /** Where the row of each stands. */
    public List<String> paths() {
        return paths;
    }

    /** The plan in words and figures, compared with the model of a digest. */
    public ListReport report(String digest, List<ImportWarning> warnings) {
        return new ListReport(
                list,
                digest,
                false,
                count("added"),
                count("changed"),
                count("removed"),
                unchanged,
                rows.stream().limit(ListReport.MOST_ROWS).toList(),
                conflicts,
                warnings);
    }

    private int count(String what) {
        return (int) rows.stream().filter(row -> row.what().equals(what)).count();
    }

    /** The same after it was done. */
    public ListReport stored(ListReport told) {
        return new ListReport(
                told.list(),
                told.before(),
                true,
                told.added(),
                told.changed(),
                told.removed(),
                told.unchanged(),
                told.rows(),
                told.conflicts(),
                told.warnings());
    }

    /** A complaint about an entry as one about its row and column. */
    public void tell(Violation violation, String file, Report report) {
        tell(violation.path(), violation.code().word(), violation.value(), violation.message(), file, report);
    }

    /** The same for a rule of the room that a part of an entry belongs to. */
    public void tell(Problem.Violation violation, String file, Report report) {
        String value = violation.value();
        tell(violation.path(), violation.code(), value == null ? "" : value, violation.message(), file, report);
    }

    private static void tell(String at, String code, String value, String message, String file, Report report) {
        Matcher path = PATH.matcher(at);
        boolean ofRow = path.matches();
        report.violation(
                code,
                ofRow ? Place.line(file, Long.parseLong(path.group(1))) : new Place(file, 0, at),
                ofRow ? path.group(2) : null,
                value,
                message);
    }
}
