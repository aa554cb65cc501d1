package io.holdfast.service.exchange;

import io.holdfast.service.exchange.internal.ListPlan;
import io.holdfast.service.exchange.internal.ListPlanner;
import io.holdfast.service.exchange.internal.Place;
import io.holdfast.service.exchange.internal.Report;
import io.holdfast.service.exchange.internal.Sheet;
import io.holdfast.service.exchange.internal.SheetReader;
import io.holdfast.service.register.EditOutcome;
import io.holdfast.service.register.Register;
import io.holdfast.service.register.RegisterEdits;
import io.holdfast.service.register.RegisterState;
import io.holdfast.service.register.Section;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

/**
 * Lists of the register as tables that people fill in with a spreadsheet: written, compared with what is stored, and taken over
 * whole or not at all. Where the register holds nothing yet, a table is its beginning. For any number of threads.
 */
@Singleton
public class Lists {

    /** Entries that one table may change. */
    public static final int MOST_CHANGES = 5_000;

    private static final String FILE = "file";

    private final Register register;
    private final RegisterEdits edits;

    Lists(Register register, RegisterEdits edits) {
        this.register = register;
        this.edits = edits;
    }

    /** A list as a table: a row an entry, in the order of the register, with the version that it has now. */
    public Sheet write(Section section) {
        Map<String, Integer> versions = register.listVersions(); // first, so that none is newer than what is written
        return ListPlanner.write(section, register.stateOrEmpty(), versions);
    }

    /** What a table would change; nothing is stored. */
    public ListOutcome preview(Section section, byte[] file, ListOptions options) {
        return work(section, file, options, false);
    }

    /** Does it. */
    public ListOutcome store(Section section, byte[] file, ListOptions options) {
        return work(section, file, options, true);
    }

    private ListOutcome work(Section section, byte[] file, ListOptions options, boolean store) {
        Report report = new Report();
        Optional<Sheet> sheet = SheetReader.read(file, FILE, report);
        Map<String, Integer> versions = register.listVersions(); // first, so that none is newer than what is compared
        RegisterState state = register.stateOrEmpty();
        String expected = options.expect();
        if (expected != null && !expected.equals(state.digest())) {
            return new ListOutcome.Overtaken(expected, state.digest());
        }
        if (sheet.isEmpty()) {
            return new ListOutcome.Refused(report.violations());
        }
        return lay(Map.of(section, sheet.get()), state, versions, report, options, store);
    }

    /**
     * Lays tables over lists, whole or not at all.
     *
     * @param tables a table for each list
     * @param versions the versions of the register's entries by id, read before the state
     * @param report what is wrong with the tables already
     * @param store whether it is done; else only looked at
     */
    ListOutcome lay(
            Map<Section, Sheet> tables,
            RegisterState state,
            Map<String, Integer> versions,
            Report report,
            ListOptions options,
            boolean store) {
        ListPlan plan = new ListPlan(
                tables.keySet().stream().map(Section::key).findFirst().orElse(""));
        tables.forEach((section, sheet) ->
                plan.addAll(new ListPlanner(section, state, versions, report).plan(sheet, options)));
        if (!report.isRefused() && plan.changes().size() > MOST_CHANGES) {
            report.violation(
                    "too-many-changes",
                    Place.whole(FILE),
                    null,
                    Integer.toString(plan.changes().size()),
                    "The table changes " + plan.changes().size() + " entries, but " + MOST_CHANGES
                            + " is the most at once. Take it over in parts, or import a model file.");
        }
        if (report.isRefused()) {
            return new ListOutcome.Refused(report.violations());
        }
        ListReport told = plan.report(state.digest(), report.warnings());
        if (plan.changes().isEmpty() || (!told.conflicts().isEmpty() && !options.overwrite())) {
            return store && !told.conflicts().isEmpty() ? new ListOutcome.Late(told) : new ListOutcome.Done(told);
        }
        EditOutcome outcome = store
                ? edits.change(plan.changes(), plan.paths(), options.reopen())
                : edits.check(plan.changes(), plan.paths(), options.reopen());
        return answer(outcome, plan, told, report, store);
    }

    private ListOutcome answer(EditOutcome outcome, ListPlan plan, ListReport told, Report report, boolean store) {
        return switch (outcome) {
            case EditOutcome.Stored ignored -> new ListOutcome.Done(store ? plan.stored(told) : told);
            case EditOutcome.Refused refused -> {
                refused.violations().forEach(each -> plan.tell(each, FILE, report));
                yield new ListOutcome.Refused(report.violations());
            }
            case EditOutcome.Held held -> {
                held.violations().forEach(each -> plan.tell(each, FILE, report));
                yield new ListOutcome.Refused(report.violations());
            }
            case EditOutcome.StillNamed named -> {
                named.violations()
                        .forEach(each -> report.violation(
                                "still-named", new Place(FILE, 0, each.path()), null, each.value(), each.message()));
                yield new ListOutcome.Refused(report.violations());
            }
            case EditOutcome.Outdated ignored -> overtaken(told);
            case EditOutcome.Unknown ignored -> overtaken(told);
        };
    }

    private ListOutcome overtaken(ListReport told) {
        return new ListOutcome.Overtaken(
                told.before(), register.findModelDigest().orElse(""));
    }
}
