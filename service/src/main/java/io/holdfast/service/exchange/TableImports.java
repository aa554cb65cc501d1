package io.holdfast.service.exchange;

import io.holdfast.service.exchange.internal.FieldForm;
import io.holdfast.service.exchange.internal.MappedLists;
import io.holdfast.service.exchange.internal.MappingCheck;
import io.holdfast.service.exchange.internal.MappingProposal;
import io.holdfast.service.exchange.internal.Report;
import io.holdfast.service.exchange.internal.Sheet;
import io.holdfast.service.exchange.internal.SheetReader;
import io.holdfast.service.register.Register;
import io.holdfast.service.register.RegisterState;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes somebody's own table in, by a mapping that says what its columns mean. The mapped rows become a table of a list and go the
 * way of every list: difference, check, store, whole or not at all. For any number of threads.
 */
@Singleton
public class TableImports {

    private static final String FILE = "file";

    private final Register register;
    private final Lists lists;

    TableImports(Register register, Lists lists) {
        this.register = register;
        this.lists = lists;
    }

    /** What a look at a table comes to. */
    public sealed interface Look {

        /** It can be read; there may be violations in it. */
        record Seen(MappedTable table) implements Look {}

        /** It is no table. */
        record Unreadable(List<ImportViolation> violations) implements Look {
            /** Copies the list. */
            public Unreadable {
                violations = List.copyOf(violations);
            }
        }
    }

    /**
     * A table as a mapping reads it, with what it would change; nothing is stored.
     *
     * @param mapping the mapping, or null for what the headings say
     * @param of which list, where there is no mapping; null to guess it
     * @param reopen whether the next drafts begin of what is approved where a row changes it
     */
    public Look look(byte[] file, @Nullable Mapping mapping, @Nullable String of, boolean reopen) {
        Report report = new Report();
        Optional<Sheet> sheet = SheetReader.read(file, FILE, report);
        if (sheet.isEmpty()) {
            return new Look.Unreadable(report.violations());
        }
        Mapping used = mapping == null ? MappingProposal.of(sheet.get(), of) : mapping;
        MappingCheck.check(used, report);
        List<MappedTable.MappedRow> rows = List.of();
        ListReport told = null;
        if (!report.isRefused()) {
            Mapped mapped = map(sheet.get(), used, report);
            rows = mapped.lists().rows();
            if (!report.isRefused()
                    && lists.lay(
                                    mapped.lists().tables(),
                                    mapped.state(),
                                    mapped.versions(),
                                    report,
                                    options(reopen),
                                    false)
                            instanceof ListOutcome.Done done) {
                told = mapped.lists().named(done.report());
            }
        }
        return new Look.Seen(new MappedTable(
                MappingProposal.columns(sheet.get()),
                used,
                FieldForm.fieldsOf(used.of()),
                rows.stream().limit(MappedTable.MOST_ROWS).toList(),
                MappedLists.inWordsOf(used, report.violations()),
                report.warnings(),
                told));
    }

    /** Takes a table over as {@link #look} says; refused where the register is not the one of the preview. */
    public ListOutcome store(byte[] file, Mapping mapping, boolean reopen, @Nullable String expect) {
        Report report = new Report();
        Optional<Sheet> sheet = SheetReader.read(file, FILE, report);
        if (sheet.isPresent()) {
            MappingCheck.check(mapping, report);
        }
        if (sheet.isEmpty() || report.isRefused()) {
            return new ListOutcome.Refused(report.violations());
        }
        Mapped mapped = map(sheet.get(), mapping, report);
        if (expect != null && !expect.equals(mapped.state().digest())) {
            return new ListOutcome.Overtaken(expect, mapped.state().digest());
        }
        if (report.isRefused()) {
            return new ListOutcome.Refused(MappedLists.inWordsOf(mapping, report.violations()));
        }
        return switch (lists.lay(
                mapped.lists().tables(), mapped.state(), mapped.versions(), report, options(reopen), true)) {
            case ListOutcome.Done done -> new ListOutcome.Done(mapped.lists().named(done.report()));
            case ListOutcome.Refused refused ->
                new ListOutcome.Refused(MappedLists.inWordsOf(mapping, refused.violations()));
            case ListOutcome.Late late -> late;
            case ListOutcome.Overtaken overtaken -> overtaken;
        };
    }

    private static ListOptions options(boolean reopen) {
        return new ListOptions(false, false, reopen, null);
    }

    private record Mapped(MappedLists lists, RegisterState state, Map<String, Integer> versions) {}

    private Mapped map(Sheet sheet, Mapping mapping, Report report) {
        Map<String, Integer> versions = register.listVersions(); // first, so that none is newer than what is compared
        RegisterState state = register.stateOrEmpty();
        return new Mapped(MappedLists.of(sheet, mapping, state.model(), report), state, versions);
    }
}
