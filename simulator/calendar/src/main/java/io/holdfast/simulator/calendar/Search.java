package io.holdfast.simulator.calendar;

import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Searches a calendar aim by aim: what an aim came to is a rule for the next. Not for several threads. */
final class Search {

    /** One solver at a time, without a race between strategies: what it finds does not depend on the computer. */
    private static final int WORKERS = 1;

    private static final long POLL_MILLIS = 20;

    private final SolveOptions options;
    private final BooleanSupplier cancelled;
    private final long begin = System.nanoTime();
    private boolean clockEnded;

    Search(SolveOptions options, BooleanSupplier cancelled) {
        this.options = options;
        this.cancelled = cancelled;
    }

    /** What was found: the calendar, and for each aim what it came to. */
    record Found(Ledger ledger, List<Level> levels) {}

    boolean isCancelled() {
        return cancelled.getAsBoolean();
    }

    /** Whether the clock cut short what the effort would have allowed. */
    boolean isEndedByClock() {
        return clockEnded;
    }

    Found run(Agenda agenda) {
        Ledger best = Polish.of(agenda, FirstDraft.of(agenda));
        CalendarModel model = new CalendarModel(agenda);
        List<Level> levels = new ArrayList<>();
        double left = options.effort();
        for (Level.Aim aim : Level.Aim.values()) {
            long bound = trivialBound(agenda, aim);
            if (value(best, aim) != bound && !isCancelled()) {
                CpSolver solver = solver(aim == Level.Aim.DISTANCE ? left : left / 2);
                solver.getParameters().setLinearizationLevel(aim == Level.Aim.DISTANCE ? 2 : 1);
                model.hint(best);
                aimAt(model, aim);
                CpSolverStatus status = solve(solver, model);
                left = Math.max(left - solver.response().getDeterministicTime(), options.effort() / 100);
                if (status == CpSolverStatus.OPTIMAL || status == CpSolverStatus.FEASIBLE) {
                    best = better(Polish.of(agenda, model.read(solver)), best);
                    bound = tighter(aim, solver.bestObjectiveBound(), bound);
                } else if (status != CpSolverStatus.UNKNOWN) {
                    throw new IllegalStateException("The solver says " + status + " although a calendar is there");
                }
            }
            fix(model, aim, value(best, aim));
            levels.add(level(aim, value(best, aim), bound));
        }
        return new Found(best, levels);
    }

    private static Ledger better(Ledger found, Ledger known) {
        return found.score().compareTo(known.score()) <= 0 ? found : known;
    }

    private static long value(Ledger ledger, Level.Aim aim) {
        Score score = ledger.score();
        return switch (aim) {
            case MISSING -> score.missing();
            case LEARNING -> score.learning();
            case MOVES -> score.moves();
            case DISTANCE -> score.distance();
        };
    }

    /** Nothing missing, everything learnt, nothing moved, nothing distant. */
    private static long trivialBound(Agenda agenda, Level.Aim aim) {
        return aim != Level.Aim.LEARNING
                ? 0
                : agenda.occurrences().stream()
                        .mapToLong(each -> Amounts.learned(each.drill().learning()))
                        .sum();
    }

    private static void aimAt(CalendarModel model, Level.Aim aim) {
        model.model().clearObjective();
        if (aim == Level.Aim.LEARNING) {
            model.model().maximize(model.level(aim));
        } else {
            model.model().minimize(model.level(aim));
        }
    }

    private static void fix(CalendarModel model, Level.Aim aim, long value) {
        if (aim == Level.Aim.LEARNING) {
            model.model().addGreaterOrEqual(model.level(aim), value);
        } else {
            model.model().addLessOrEqual(model.level(aim), value);
        }
    }

    private static long tighter(Level.Aim aim, double found, long trivial) {
        return aim == Level.Aim.LEARNING
                ? Math.min(trivial, (long) Math.floor(found + 1e-6))
                : Math.max(trivial, (long) Math.ceil(found - 1e-6));
    }

    private static Level level(Level.Aim aim, long value, long bound) {
        double unit = aim == Level.Aim.LEARNING ? 1000 : 1;
        return new Level(aim, value / unit, bound / unit);
    }

    /**
     * A solver with so much work to do, and what is left of the clock's time. Its simplifications are kept short: of the
     * effort for a year they took all, and found nothing that the search did not.
     */
    CpSolver solver(double effort) {
        CpSolver solver = new CpSolver();
        Duration left = options.wall().minusNanos(System.nanoTime() - begin);
        solver.getParameters()
                .setNumWorkers(WORKERS)
                .setRandomSeed(options.seed())
                .setMaxDeterministicTime(effort)
                .setCpModelProbingLevel(0)
                .setSymmetryLevel(0)
                .setMaxPresolveIterations(1)
                .setMergeAtMostOneWorkLimit(0)
                .setFindBigLinearOverlap(false)
                .setMaxTimeInSeconds(Math.max(left.toMillis() / 1000.0, 0.001));
        return solver;
    }

    /** Solves while somebody else looks whether it is still wanted. */
    CpSolverStatus solve(CpSolver solver, CalendarModel model) {
        CountDownLatch done = new CountDownLatch(1);
        Thread watcher = Thread.ofVirtual().start(() -> watch(solver, done));
        CpSolverStatus status;
        try {
            status = solver.solve(model.model());
        } finally {
            done.countDown();
        }
        join(watcher);
        boolean open = status == CpSolverStatus.FEASIBLE || status == CpSolverStatus.UNKNOWN;
        double allowed = solver.getParameters().getMaxDeterministicTime();
        clockEnded |= open && solver.response().getDeterministicTime() < allowed;
        return status;
    }

    private void watch(CpSolver solver, CountDownLatch done) {
        try {
            while (!done.await(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                if (isCancelled()) {
                    solver.stopSearch();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void join(Thread watcher) {
        boolean interrupted = false;
        while (watcher.isAlive()) {
            try {
                watcher.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
