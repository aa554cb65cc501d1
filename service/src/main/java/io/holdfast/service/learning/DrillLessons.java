package io.holdfast.service.learning;

import io.holdfast.service.audit.Audit;
import io.holdfast.service.drill.DrillWords;
import io.holdfast.service.drill.HolidayCalendar;
import io.holdfast.service.drillplan.ApprovedPlan;
import io.holdfast.service.drillplan.DrillPlans;
import io.holdfast.service.drillplan.EndedHow;
import io.holdfast.service.drillplan.PlanContent;
import io.holdfast.service.drillplan.PlanStage;
import io.holdfast.service.drillplan.PlannedDrill;
import io.holdfast.service.drillreport.DrillReports;
import io.holdfast.service.drillrun.DrillRuns;
import io.holdfast.service.drillrun.RunState;
import io.holdfast.service.kernel.access.Acting;
import io.holdfast.service.kernel.web.Problem.Violation;
import io.holdfast.service.kernel.web.ProblemException;
import io.holdfast.service.learning.internal.DrillBands;
import io.holdfast.service.learning.internal.DrillFigures;
import io.holdfast.service.learning.internal.LearningJson;
import io.holdfast.service.learning.internal.OwnerNames;
import io.holdfast.service.learning.internal.Refusals;
import io.holdfast.service.learning.store.ActualStore;
import io.holdfast.service.register.OrganisationZone;
import io.holdfast.service.register.Register;
import io.holdfast.simulator.learning.InputRef;
import io.holdfast.simulator.learning.Measured;
import io.holdfast.simulator.learning.ObservedDuration;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Id;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The door from drills that are over to actuals, and to how far their predictions held. What a drill measured is taken once, by a
 * person; its prediction is that which was frozen when it was approved. For any number of threads.
 */
@Singleton
public class DrillLessons {

    /** More copies than anybody tries. */
    private static final int MOST_COPIES = 1000;

    private final DrillPlans plans;
    private final DrillRuns runs;
    private final DrillReports reports;
    private final io.holdfast.service.drill.Drills calendars;
    private final Actuals actuals;
    private final ActualStore store;
    private final Register register;
    private final Audit audit;
    private final Clock clock;

    DrillLessons(
            DrillPlans plans,
            DrillRuns runs,
            DrillReports reports,
            io.holdfast.service.drill.Drills calendars,
            Actuals actuals,
            ActualStore store,
            Register register,
            Audit audit,
            Clock clock) {
        this.plans = plans;
        this.runs = runs;
        this.reports = reports;
        this.calendars = calendars;
        this.actuals = actuals;
        this.store = store;
        this.register = register;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A drill that is over.
     *
     * @param plan the number of its plan
     * @param number the number that people use
     * @param title what it is called
     * @param on the day on which it ended
     * @param how completed, stopped or rolled-back
     * @param reported whether its report is approved; before that nothing can be taken, since marks may still come
     * @param taken whether actuals that were taken from it hold
     */
    public record Over(
            long plan, String number, String title, LocalDate on, String how, boolean reported, boolean taken) {}

    /**
     * Drills that are over.
     *
     * @param drills the newest first
     * @param forecasts what was predicted of them and what came, from the oldest; without those of which nothing was predicted
     * @param whole how many of the drills themselves fell inside the 80 % band
     * @param elements how many of the elements that they brought back did
     */
    public record Drills(
            List<Over> drills, List<DrillForecast> forecasts, CoverageView.Band whole, CoverageView.Band elements) {

        /** Copies the lists. */
        public Drills {
            drills = List.copyOf(drills);
            forecasts = List.copyOf(forecasts);
        }
    }

    /** Drills that are over, and how far their predictions held. */
    @ReadOnly
    public Drills listOver() {
        Set<Long> taken = actuals.listTakenPlans();
        OwnerNames names = new OwnerNames(register.requireModel());
        List<Over> drills = new ArrayList<>();
        List<DrillForecast> forecasts = new ArrayList<>();
        List<PlannedDrill> over =
                plans.listPlans().stream().filter(DrillLessons::isOver).toList();
        Map<Long, ApprovedPlan> approved = plans.findApproved(over);
        Map<Long, RunState> states = runs.findAll(approved.values());
        for (PlannedDrill drill : over) {
            LocalDate on = day(drill.life().endedAt());
            drills.add(new Over(
                    drill.id(),
                    drill.number(),
                    drill.content().title(),
                    on,
                    how(drill),
                    drill.stage() == PlanStage.CLOSED,
                    taken.contains(drill.id())));
            ApprovedPlan plan = approved.get(drill.id());
            RunState state = states.get(drill.id());
            if (plan != null && state != null) {
                forecasts.addAll(DrillBands.of(drill.number(), plan, state, on, names));
            }
        }
        drills.sort(Comparator.comparing(Over::on).thenComparingLong(Over::plan).reversed());
        forecasts.sort(Comparator.comparing(DrillForecast::on).thenComparingLong(DrillForecast::plan));
        return new Drills(
                drills,
                forecasts,
                CoverageView.of(DrillBands.coverage(forecasts.stream()
                        .filter(each -> each.subject() == null)
                        .toList())),
                CoverageView.of(DrillBands.coverage(forecasts.stream()
                        .filter(each -> each.subject() != null)
                        .toList())));
    }

    private static boolean isOver(PlannedDrill drill) {
        return drill.stage() == PlanStage.ENDED || drill.stage() == PlanStage.CLOSED;
    }

    private static String how(PlannedDrill drill) {
        EndedHow how = drill.life().endedHow();
        return how == null ? EndedHow.COMPLETED.word() : how.word();
    }

    private LocalDate day(@Nullable Instant at) {
        return LocalDate.ofInstant(at == null ? clock.instant() : at, OrganisationZone.of(register));
    }

    /**
     * What could be taken from a drill, before anybody says more of it. Refused as {@link #take}, but neither for what is asked of people
     * nor while its report is open.
     */
    @ReadOnly
    public DrillLesson get(long plan) {
        PlannedDrill drill = requireOver(plan);
        ContinuityModel model = register.requireModel();
        OwnerNames names = new OwnerNames(model);
        DrillFigures.Found found =
                figures(model, drill, approved(drill).content()).apply(Map.of());
        return new DrillLesson(
                plan,
                found.figures().stream().map(each -> figure(names, each)).toList(),
                found.restores().stream().map(each -> restore(names, each)).toList());
    }

    private static DrillLesson.Figure figure(OwnerNames names, Measured measured) {
        InputRef ref = measured.input();
        Measured.Took took = measured instanceof Measured.Took it ? it : null;
        Measured.Tried tried = measured instanceof Measured.Tried it ? it : null;
        return new DrillLesson.Figure(
                ref.address(),
                ref.owner().value(),
                names.of(ref.owner()),
                ref.method(),
                ref.quantity().word(),
                took == null ? null : took.hours(),
                took == null ? null : took.finished(),
                tried == null ? null : tried.successes(),
                tried == null ? null : tried.failures());
    }

    private static DrillLesson.Restore restore(OwnerNames names, DrillFigures.Restore restore) {
        return new DrillLesson.Restore(
                restore.key(), restore.element(), names.of(Id.of(restore.element())), restore.method(), restore.done());
    }

    private PlannedDrill requireOver(long plan) {
        PlannedDrill drill = plans.get(plan);
        if (!isOver(drill)) {
            throw Refusals.drillNotOver(plan);
        }
        if (actuals.listTakenPlans().contains(plan)) {
            throw Refusals.drillTaken(plan);
        }
        return drill;
    }

    private ApprovedPlan approved(PlannedDrill drill) {
        return plans.findApproved(drill.id()).orElseThrow(() -> Refusals.drillNotOver(drill.id()));
    }

    /** What a drill measured, by what people say of copies; everything is read once. */
    private Function<Map<String, Integer>, DrillFigures.Found> figures(
            ContinuityModel model, PlannedDrill drill, PlanContent content) {
        RunState run = runs.find(drill.id()).orElseThrow(() -> Refusals.drillNotOver(drill.id()));
        Map<String, Boolean> presence = reports.readPresence(drill.id());
        ZoneId zone = OrganisationZone.of(register);
        HolidayCalendar calendar = calendars.getCalendar();
        return unusable -> DrillFigures.of(model, content, run, presence, zone, calendar, unusable);
    }

    /**
     * Takes what a drill measured. Refused with {@code unknown-drill-plan}, {@code drill-not-over}, {@code drill-report-open} as long as
     * its report is not approved and marks of other devices may come, {@code drill-taken} while actuals that were taken from it hold,
     * {@code invalid} where a restore failed and nobody says how many copies were unusable, {@code drill-without-figures} where nothing of it belongs to a number of the register.
     *
     * @param unusable how many copies were tried and found unusable, by the key of a restore; none where nothing is said of one that
     *     was done
     * @param leave addresses of numbers of which nothing is to be taken
     */
    @Transactional
    public List<Actual> take(long plan, Map<String, Integer> unusable, Set<String> leave) {
        store.lock();
        PlannedDrill drill = requireOver(plan);
        if (drill.stage() != PlanStage.CLOSED) {
            throw Refusals.drillReportOpen(plan);
        }
        ApprovedPlan approved = approved(drill);
        ContinuityModel model = register.requireModel();
        Function<Map<String, Integer>, DrillFigures.Found> found = figures(model, drill, approved.content());
        requireCopies(found.apply(Map.of()).restores(), unusable);
        List<Measured> figures = found.apply(unusable).figures().stream()
                .filter(each -> !leave.contains(each.input().address()))
                .toList();
        if (figures.isEmpty()) {
            throw Refusals.drillWithoutFigures(plan);
        }
        Occasion occasion = new Occasion(
                drill.number() + " " + approved.content().title(),
                ObservedDuration.Kind.DRILL,
                approved.content().types().stream()
                        .map(DrillWords::type)
                        .sorted()
                        .toList(),
                approved.content().announced(),
                day(drill.life().endedAt()));
        List<Actual> taken = figures.stream()
                .map(figure -> actuals.store(new Actual(
                        0, occasion, figure, "", plan, now(), Acting.current().name(), null)))
                .toList();
        audit.record(
                "learning.take-drill",
                Actuals.TYPE,
                drill.number(),
                null,
                LearningJson.tree(taken.stream().map(Actual::id).toList()));
        return taken;
    }

    private static void requireCopies(List<DrillFigures.Restore> restores, Map<String, Integer> unusable) {
        List<Violation> broken = new ArrayList<>();
        for (DrillFigures.Restore each : restores) {
            Integer said = unusable.get(each.key());
            if (said == null ? !each.done() : said < 0 || said > MOST_COPIES) {
                broken.add(new Violation(
                        "$.unusable." + each.key(),
                        said == null ? "missing" : "out-of-range",
                        "unusable must say how many copies of '" + each.key() + "' were tried and unusable, from 0 to "
                                + MOST_COPIES + ".",
                        null,
                        null,
                        said == null ? null : said.toString(),
                        Map.of("least", "0", "most", Integer.toString(MOST_COPIES))));
            }
        }
        for (String key : unusable.keySet().stream().sorted().toList()) {
            if (restores.stream().noneMatch(each -> each.key().equals(key))) {
                broken.add(new Violation(
                        "$.unusable." + key,
                        "unknown-key",
                        "The drill brought nothing back by '" + key
                                + "'. GET the drill's lesson to see by what it did.",
                        null,
                        null,
                        null));
            }
        }
        if (!broken.isEmpty()) {
            throw ProblemException.invalid(broken);
        }
    }

    /** The database keeps microseconds. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
