package io.holdfast.service.exchange.internal;

import io.holdfast.service.exchange.ImportViolation;
import io.holdfast.service.exchange.ImportWarning;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with the files of one import and what should be known about it. Not for use by several threads. */
public final class Report {

    private static final int MOST_VIOLATIONS = 500;

    private final List<ImportViolation> violations = new ArrayList<>();
    private final Map<List<String>, Counted> warnings = new LinkedHashMap<>();

    private static final class Counted {
        private final String first;
        private long count;

        Counted(String first) {
            this.first = first;
        }
    }

    /** An empty report. */
    public Report() {}

    /** Notes a broken rule; those beyond the five hundredth are left out, the import is refused anyway. */
    public void violation(String code, Place at, @Nullable String column, String value, String message) {
        violation(code, at, column, value, message, List.of());
    }

    /** Notes a broken rule for which there is a closed choice. */
    public void violation(
            String code, Place at, @Nullable String column, String value, String message, List<String> choices) {
        if (violations.size() < MOST_VIOLATIONS) {
            violations.add(new ImportViolation(code, at.file(), at.row(), column, at.path(), value, message, choices));
        }
    }

    /** Notes something that was done; of several with one code and file the first is told and the others are counted. */
    public void warning(String code, String file, String message) {
        warnings.computeIfAbsent(List.of(code, file), key -> new Counted(message)).count++;
    }

    /** Notes something about many things at once. */
    public void warning(String code, String file, long count, String message) {
        warnings.computeIfAbsent(List.of(code, file), key -> new Counted(message)).count += count;
    }

    /** Whether a rule is broken. */
    public boolean isRefused() {
        return !violations.isEmpty();
    }

    /** The broken rules by file and line, else in the order in which they were found. */
    public List<ImportViolation> violations() {
        return violations.stream()
                .sorted(Comparator.comparing(ImportViolation::file).thenComparingLong(ImportViolation::row))
                .toList();
    }

    /** What should be known. */
    public List<ImportWarning> warnings() {
        return warnings.entrySet().stream()
                .map(each -> new ImportWarning(
                        each.getKey().getFirst(),
                        each.getKey().getLast(),
                        each.getValue().count,
                        each.getValue().first))
                .toList();
    }
}
