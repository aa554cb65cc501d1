package io.holdfast.simulator.calendar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Makes the calendar of a year.
 *
 * <p><b>Hard</b>, for whatever is not pinned: days, windows, freezes, earliest and latest days, spacing, precedence, load
 * of teams, exclusivity, budgets. <b>Wanted</b>, each before the next: what is mandatory takes place and duties are met;
 * the most is learnt; few drills of the earlier plan move; drills lie near to where they would best lie. What is mandatory
 * and fits nowhere is left out and explained, so there is always a plan.
 */
public final class CalendarSolver {

    private CalendarSolver() {}

    /** The plan of a problem; see {@link #solve(CalendarProblem, SolveOptions, BooleanSupplier)}. */
    public static CalendarPlan solve(CalendarProblem problem, SolveOptions options) {
        return solve(problem, options, () -> false);
    }

    /**
     * The plan of a problem. For any number of threads at once. Cost: some seconds for a year of 40 drills.
     *
     * @param cancelled asked some fifty times a second from another thread; once true, the search ends with what it has
     * @throws SolverMissingException where the platform has no native library
     */
    public static CalendarPlan solve(CalendarProblem problem, SolveOptions options, BooleanSupplier cancelled) {
        NativeSolver.require();
        Agenda agenda = new Agenda(problem);
        Search search = new Search(options, cancelled);
        Search.Found found = search.run(agenda);
        boolean proven = found.levels().stream().allMatch(Level::isProven);
        Reasons reasons = new Reasons(agenda, found.ledger(), search, options.reasonsEffort(), full(found.levels()));
        List<Placement> placements = new PlacementReasons(agenda, found.ledger()).list();
        List<Omission> omissions = reasons.omissions();
        List<UnmetDuty> unmet = reasons.unmetDuties();
        CalendarPlan.Status status = search.isCancelled()
                ? CalendarPlan.Status.CANCELLED
                : proven ? CalendarPlan.Status.OPTIMAL : CalendarPlan.Status.FEASIBLE;
        return new CalendarPlan(
                status,
                !search.isCancelled() && !search.isEndedByClock(),
                found.levels(),
                sorted(placements),
                omissions,
                unmet,
                pinConflicts(agenda, found.ledger()));
    }

    private static boolean full(List<Level> levels) {
        return levels.stream()
                .filter(level -> level.aim() == Level.Aim.MISSING || level.aim() == Level.Aim.LEARNING)
                .allMatch(Level::isProven);
    }

    private static List<Placement> sorted(List<Placement> placements) {
        return placements.stream()
                .sorted(Comparator.comparing((Placement each) -> each.place().date())
                        .thenComparing(each -> each.place().start())
                        .thenComparing(each -> each.place().drill())
                        .thenComparingInt(each -> each.place().number()))
                .toList();
    }

    private static List<PinConflict> pinConflicts(Agenda agenda, Ledger ledger) {
        List<PinConflict> conflicts = new ArrayList<>();
        for (Occurrence each : agenda.occurrences()) {
            if (each.isPinned()) {
                Spot spot = ledger.take(each);
                List<Rule> broken = ledger.broken(each, spot);
                ledger.put(each, spot);
                if (!broken.isEmpty()) {
                    conflicts.add(new PinConflict(each.at(agenda.year(), spot), broken));
                }
            }
        }
        return conflicts;
    }
}
