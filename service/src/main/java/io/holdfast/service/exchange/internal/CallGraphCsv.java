package io.holdfast.service.exchange.internal;

import io.holdfast.service.exchange.internal.CsvTable.Row;
import io.holdfast.service.exchange.internal.ImportedCalls.Call;
import io.holdfast.simulator.format.Suggestion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads a table of calls between services: {@code system, from, to, evidence}. Rings of calls are allowed. */
public final class CallGraphCsv {

    /** The headings; {@code from} and {@code to} must be there. */
    public static final List<String> HEADINGS = List.of("system", "from", "to", "evidence");

    private static final String FILE = "edges";
    private static final String NAMELESS = "services";

    private CallGraphCsv() {}

    /** One system's calls; nothing where a rule is broken or a choice is missing, which then stands in the report. */
    public static Optional<ImportedCalls> read(byte[] edges, @Nullable String wanted, Report report) {
        Report own = new Report();
        Optional<CsvTable> table = CsvTable.read(edges, FILE, List.of("from", "to"), HEADINGS, own);
        own.violations()
                .forEach(each -> report.violation(
                        each.code(), Place.line(FILE, each.row()), each.column(), each.value(), each.message()));
        if (table.isEmpty()) {
            return Optional.empty();
        }
        List<Row> rows = table.get().rows();
        Set<String> systems = new TreeSet<>();
        rows.forEach(row -> systems.add(systemOf(row)));
        String system = choose(systems, wanted, report);
        if (system == null) {
            return Optional.empty();
        }
        List<Call> calls =
                calls(rows.stream().filter(row -> systemOf(row).equals(system)).toList(), report);
        return report.isRefused() ? Optional.empty() : Optional.of(new ImportedCalls(system, calls));
    }

    private static String systemOf(Row row) {
        String system = row.get("system");
        return system == null ? NAMELESS : system;
    }

    private static @Nullable String choose(Set<String> systems, @Nullable String wanted, Report report) {
        List<String> choices = List.copyOf(systems);
        if (choices.isEmpty()) {
            report.violation("no-rows", Place.whole(FILE), null, "", "The table of calls has headings but no row.");
            return null;
        }
        if (wanted == null && choices.size() > 1) {
            report.violation(
                    "choose-system",
                    Place.whole(FILE),
                    "system",
                    "",
                    "The table has the calls of " + choices.size() + " systems: " + String.join(", ", choices)
                            + ". Choose one as 'system'.",
                    choices);
            return null;
        }
        if (wanted != null && !systems.contains(wanted)) {
            report.violation(
                    "choose-system",
                    Place.whole(FILE),
                    "system",
                    wanted,
                    "There is no system '" + wanted + "' in the table. " + Suggestion.didYouMean(wanted, choices)
                            + "It has " + String.join(", ", choices) + ".",
                    choices);
            return null;
        }
        return wanted == null ? choices.getFirst() : wanted;
    }

    private static List<Call> calls(List<Row> rows, Report report) {
        List<Call> calls = new ArrayList<>();
        Set<List<String>> seen = new HashSet<>();
        for (Row row : rows) {
            String from = required(row, "from", report);
            String to = required(row, "to", report);
            if (from == null || to == null) {
                continue;
            }
            if (from.equals(to)) {
                report.violation(
                        "needs-itself",
                        row.at(),
                        "to",
                        to,
                        "'" + from + "' cannot need itself. Mend 'to', or remove the row.");
            } else if (seen.add(List.of(from, to))) {
                String evidence = row.get("evidence");
                calls.add(new Call(row.at(), from, to, evidence == null ? "" : evidence));
            } else {
                report.warning(
                        "relation-twice",
                        FILE,
                        "A call that stands twice counts once, as from '" + from + "' to '" + to + "' at "
                                + row.at().shown() + ".");
            }
        }
        return calls;
    }

    private static @Nullable String required(Row row, String heading, Report report) {
        String value = row.get(heading);
        if (value == null) {
            report.violation(
                    "missing-value",
                    row.at(),
                    heading,
                    "",
                    "Every call has a '" + heading + "'. Fill it in, or remove the row.");
        }
        return value;
    }
}
