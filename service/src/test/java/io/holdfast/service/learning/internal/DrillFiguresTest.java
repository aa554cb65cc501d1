package io.holdfast.service.learning.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.service.drill.CalendarDay;
import io.holdfast.service.drill.HolidayCalendar;
import io.holdfast.service.drillplan.ApprovedPlan;
import io.holdfast.service.drillplan.PlanContent;
import io.holdfast.service.drillplan.Prediction;
import io.holdfast.service.drillplan.Prediction.Band;
import io.holdfast.service.drillplan.Prediction.Chance;
import io.holdfast.service.drillrun.RunState;
import io.holdfast.service.drillrun.RunState.Attendance;
import io.holdfast.service.drillrun.RunState.ElementBack;
import io.holdfast.service.drillrun.RunState.Hold;
import io.holdfast.service.drillrun.RunState.Step;
import io.holdfast.service.learning.DrillForecast;
import io.holdfast.simulator.format.ModelReader;
import io.holdfast.simulator.format.ReadOutcome;
import io.holdfast.simulator.learning.Coverage;
import io.holdfast.simulator.learning.InputRef;
import io.holdfast.simulator.learning.Measured;
import io.holdfast.simulator.learning.Measured.Took;
import io.holdfast.simulator.learning.Measured.Tried;
import io.holdfast.simulator.learning.Quantity;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Id;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is taken from a drill is what it measured, and nothing that people only forgot to mark. */
class DrillFiguresTest {

    /** A Wednesday, ten in the morning of Taipei. */
    private static final Instant START = Instant.parse("2026-12-02T02:00:00Z");

    private static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");

    private static final ContinuityModel MODEL = model();

    private static ContinuityModel model() {
        String text = """
                holdfast: 1
                teams:
                  - {id: dba, name: Database team, size: 3, mobilise: {lognormal: {median: 0.5, p90: 1}},
                     mobiliseOffHours: {lognormal: {median: 1, p90: 3}}}
                assets:
                  - id: db
                    kind: database
                    recovery:
                      - {method: failover, success: 0.9, duration: {lognormal: {median: 0.5, p90: 1.2}}}
                      - {method: restore, success: 0.8, duration: {lognormal: {median: 6, p90: 14}},
                         data: {every: 24, takes: 1, usable: 0.9}}
                services: [{id: orders, needs: [db], rto: 8}]
                """;
        return switch (ModelReader.read(text.getBytes(StandardCharsets.UTF_8))) {
            case ReadOutcome.Read read -> read.model();
            case ReadOutcome.Refused refused ->
                throw new AssertionError(refused.violations().toString());
        };
    }

    private static PlanContent.Step step(String id, @Nullable String method, PlanContent.Use use) {
        return new PlanContent.Step(id, id, "", "dba", 10, method == null ? null : "db", method, use, null);
    }

    private static PlanContent plan(boolean announced, PlanContent.Step... steps) {
        return new PlanContent(
                "Restore",
                null,
                2026,
                List.of("data-recovery"),
                announced,
                PlanContent.Category.TECHNICAL,
                PlanContent.Form.SIMULATION_PARALLEL,
                null,
                List.of("db"),
                "",
                "",
                new PlanContent.Timing(LocalDate.of(2026, 12, 2), LocalTime.of(10, 0), 120),
                null,
                List.of(steps),
                List.of(),
                List.of(
                        new PlanContent.Participant("Database team", "Wu", null, PlanContent.Role.LEADER, "", false),
                        new PlanContent.Participant("dba", "Lin", null, PlanContent.Role.PARTICIPANT, "", false),
                        new PlanContent.Participant("visitors", "", null, PlanContent.Role.OBSERVER, "", false)),
                List.of(),
                "",
                List.of(),
                "",
                List.of(),
                List.of(),
                "",
                List.of(),
                "",
                PlanContent.Claims.NONE,
                null);
    }

    private static final PlanContent RESTORE = plan(
            true,
            step("copy", "restore", PlanContent.Use.BOTH),
            step("other", null, PlanContent.Use.BOTH),
            step("load", "restore", PlanContent.Use.EXERCISE),
            step("real", "failover", PlanContent.Use.REAL));

    private static @Nullable Instant at(@Nullable Integer minutes) {
        return minutes == null ? null : START.plus(Duration.ofMinutes(minutes));
    }

    private static Step marked(String id, String result, @Nullable Integer from, @Nullable Integer until) {
        return new Step(id, result, at(from), at(until), false, List.of());
    }

    private static RunState run(String how, List<Hold> holds, List<Attendance> came, Step... steps) {
        return new RunState(
                "ended",
                START,
                at(600),
                how,
                holds,
                List.of(steps),
                List.of(new ElementBack("db", at(90), 1.5)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                came,
                List.of(),
                List.of(),
                List.of());
    }

    private static Hold hold(String kind, int from, @Nullable Integer until) {
        return new Hold(kind, START.plus(Duration.ofMinutes(from)), at(until), "Wu", null);
    }

    private static InputRef ref(String owner, @Nullable String method, Quantity quantity) {
        return new InputRef(Id.of(owner), method, quantity, 1);
    }

    private static Took took(double hours, boolean finished) {
        return new Took(ref("db", "restore", Quantity.DURATION), hours, finished);
    }

    private static Tried tried(Quantity quantity, int successes, int failures) {
        return new Tried(ref("db", "restore", quantity), successes, failures);
    }

    private static List<Measured> figures(PlanContent content, RunState run, Map<String, Integer> unusable) {
        return DrillFigures.of(MODEL, content, run, Map.of(), TAIPEI, HolidayCalendar.EMPTY, unusable)
                .figures();
    }

    @Test
    @Tag("row:D14")
    void workThatWasDoneGivesItsTimeItsSuccessAndAUsableCopy() {
        RunState run = run(
                "completed",
                List.of(),
                List.of(),
                marked("copy", "done", 5, 65),
                marked("load", "done", 80, 95),
                marked("real", "done", 1, 2));
        assertThat(figures(RESTORE, run, Map.of()))
                .as("from the first begin to the last end, gaps included; what is for real events only is not there")
                .containsExactly(took(1.5, true), tried(Quantity.SUCCESS, 1, 0), tried(Quantity.USABLE, 1, 0));
        assertThat(figures(RESTORE, run, Map.of("db:restore", 2))).contains(tried(Quantity.USABLE, 1, 2));
    }

    @Test
    void timeInWhichTheDrillStoodIsNoWork() {
        RunState run = run(
                "completed",
                List.of(hold("stopped", 30, 60), hold("stopped", 200, 260)),
                List.of(),
                marked("copy", "done", 0, 90),
                marked("load", "skipped", null, 91));
        assertThat(figures(RESTORE, run, Map.of())).contains(took(1, true));
    }

    @Test
    void workThatFailedTookItsTimeAndSaysNothingOfCopiesUnlessPeopleDo() {
        RunState run = run(
                "completed",
                List.of(),
                List.of(),
                marked("copy", "failed", 0, 45),
                marked("load", "waiting", null, null));
        assertThat(figures(RESTORE, run, Map.of())).containsExactly(took(0.75, true), tried(Quantity.SUCCESS, 0, 1));
        assertThat(figures(RESTORE, run, Map.of("db:restore", 0)))
                .as("no copy was unusable")
                .hasSize(2);
        assertThat(figures(RESTORE, run, Map.of("db:restore", 1))).contains(tried(Quantity.USABLE, 0, 1));
        assertThat(DrillFigures.of(MODEL, RESTORE, run, Map.of(), TAIPEI, HolidayCalendar.EMPTY, Map.of())
                        .restores())
                .containsExactly(new DrillFigures.Restore("db:restore", "db", "restore", false));
    }

    @Test
    void whatWasBrokenOffIsLongerThanItHadTakenAndNoFailure() {
        RunState run = run(
                "stopped",
                List.of(hold("stopped", 10, 20), hold("stopped", 80, null)),
                List.of(),
                marked("copy", "running", 20, null),
                marked("load", "waiting", null, null));
        assertThat(figures(RESTORE, run, Map.of())).containsExactly(took(1, false));
    }

    @Test
    void whatNobodyMarkedIsNotGuessed() {
        RunState forgotten = run("completed", List.of(), List.of(), marked("copy", "running", 20, null));
        assertThat(figures(RESTORE, forgotten, Map.of())).isEmpty();
        RunState noBegin = run(
                "completed", List.of(), List.of(), marked("copy", "done", null, 40), marked("load", "done", 50, 60));
        assertThat(figures(RESTORE, noBegin, Map.of()))
                .as("nobody knows when it began, but it succeeded")
                .containsExactly(tried(Quantity.SUCCESS, 1, 0), tried(Quantity.USABLE, 1, 0));
        RunState skipped = run(
                "completed",
                List.of(),
                List.of(),
                marked("copy", "skipped", null, 5),
                marked("load", "skipped", null, 6));
        assertThat(figures(RESTORE, skipped, Map.of())).isEmpty();
        PlanContent unknown = plan(true, step("copy", "pray", PlanContent.Use.BOTH));
        assertThat(figures(unknown, run("completed", List.of(), List.of(), marked("copy", "done", 1, 2)), Map.of()))
                .isEmpty();
    }

    @Test
    void teamsThatCameUnannouncedSayHowLongTheyTookAtThatHour() {
        List<Attendance> came = List.of(
                new Attendance("Wu", START.plus(Duration.ofMinutes(90)), "Wu"),
                new Attendance("Lin", START.plus(Duration.ofMinutes(45)), "Wu"),
                new Attendance("visitors", START.plus(Duration.ofMinutes(5)), "Wu"));
        RunState early =
                run("completed", List.of(), List.of(new Attendance("Wu", START.minusSeconds(120), "Wu"), came.get(1)));
        assertThat(figures(plan(false), early, Map.of()))
                .as("one of the team was there before the start")
                .isEmpty();
        RunState run = run("completed", List.of(), came);
        assertThat(figures(plan(false), run, Map.of()))
                .containsExactly(new Took(ref("dba", null, Quantity.MOBILISE), 0.75, true));
        assertThat(figures(plan(true), run, Map.of())).isEmpty();
        assertThat(DrillFigures.of(
                                MODEL,
                                plan(false),
                                run,
                                Map.of(),
                                ZoneId.of("America/New_York"),
                                HolidayCalendar.EMPTY,
                                Map.of())
                        .figures())
                .as("nine in the evening there")
                .containsExactly(new Took(ref("dba", null, Quantity.MOBILISE_OFF_HOURS), 0.75, true));
    }

    @Test
    void aTeamOfWhichNobodyCameTookLongerThanTheDrill() {
        RunState run = run(
                "completed", List.of(), List.of(new Attendance("visitors", START.plus(Duration.ofMinutes(5)), "Wu")));
        assertThat(figures(plan(false), run, Map.of()))
                .containsExactly(new Took(ref("dba", null, Quantity.MOBILISE), 10, false));
        assertThat(figures(plan(true), run, Map.of())).isEmpty();
        assertThat(figures(plan(false), run("completed", List.of(), List.of()), Map.of()))
                .as("nobody kept the list")
                .isEmpty();
        RunState stranger = run(
                "completed", List.of(), List.of(new Attendance("Somebody", START.plus(Duration.ofMinutes(5)), "Wu")));
        assertThat(figures(plan(false), stranger, Map.of()))
                .as("who came under a name that the plan does not know may be of the team")
                .isEmpty();
        RunState worked = run(
                "completed",
                List.of(),
                List.of(new Attendance("visitors", START.plus(Duration.ofMinutes(5)), "Wu")),
                marked("other", "done", 10, 20));
        assertThat(figures(plan(false, step("other", null, PlanContent.Use.BOTH)), worked, Map.of()))
                .as("whoever works was there")
                .isEmpty();
    }

    private static List<Measured> figures(RunState run, Map<String, Boolean> presence) {
        return DrillFigures.of(MODEL, plan(false), run, presence, TAIPEI, HolidayCalendar.EMPTY, Map.of())
                .figures();
    }

    @Test
    void theReportGoesBeforeTheListOfTheDrill() {
        Attendance visitors = new Attendance("visitors", START.plus(Duration.ofMinutes(5)), "Wu");
        Attendance lin = new Attendance("Lin", START.plus(Duration.ofMinutes(45)), "Wu");
        Took never = new Took(ref("dba", null, Quantity.MOBILISE), 10, false);
        RunState nobody = run("completed", List.of(), List.of(visitors));
        assertThat(figures(nobody, Map.of("Wu", true)))
                .as("there, nobody knows since when")
                .isEmpty();
        assertThat(figures(nobody, Map.of("Wu", false))).containsExactly(never);
        RunState marked = run("completed", List.of(), List.of(visitors, lin));
        assertThat(figures(marked, Map.of("Lin", false)))
                .as("marked by mistake")
                .containsExactly(never);
        assertThat(figures(marked, Map.of("Lin", true, "Wu", true)))
                .as("nobody knows who was the first")
                .isEmpty();
        assertThat(figures(marked, Map.of("Lin", true)))
                .containsExactly(new Took(ref("dba", null, Quantity.MOBILISE), 0.75, true));
        assertThat(figures(run("completed", List.of(), List.of()), Map.of("visitors", true)))
                .as("the list was kept in the report")
                .containsExactly(never);
    }

    @Test
    void aHolidayIsOutsideOfficeHours() {
        RunState run =
                run("completed", List.of(), List.of(new Attendance("Lin", START.plus(Duration.ofMinutes(45)), "Wu")));
        LocalDate wednesday = LocalDate.of(2026, 12, 2);
        HolidayCalendar off = HolidayCalendar.of(
                List.of(new CalendarDay(wednesday, CalendarDay.Kind.HOLIDAY, "Feast")),
                List.of(YearMonth.from(wednesday)));
        assertThat(DrillFigures.of(MODEL, plan(false), run, Map.of(), TAIPEI, off, Map.of())
                        .figures())
                .containsExactly(new Took(ref("dba", null, Quantity.MOBILISE_OFF_HOURS), 0.75, true));
    }

    @Test
    void bandsOfADrillAreOfTheGravestTypeAndCountAsTheExactIntervalSays() {
        Band narrow = new Band(1.0, 1.2, 1.4, 1.5, 0);
        Band wide = new Band(5.0, 8.0, 11.0, 12.0, 0);
        Prediction prediction = new Prediction(
                1, "digest", "1", 1000, 1, START, null, List.of(type("data-recovery", narrow), type("scenario", wide)));
        ApprovedPlan approved = new ApprovedPlan(4, RESTORE, prediction, 1, START, "Chen", null);
        LocalDate on = LocalDate.of(2026, 12, 2);
        List<DrillForecast> found =
                DrillBands.of("D-4", approved, run("completed", List.of(), List.of()), on, new OwnerNames(MODEL));
        assertThat(found).hasSize(2);
        assertThat(found.getFirst().hours()).isEqualTo(10);
        assertThat(found.getFirst().inside()).isTrue();
        assertThat(found.getLast().subject()).isEqualTo("db");
        assertThat(found.getLast().inside()).isFalse();

        List<DrillForecast> fourteen = new ArrayList<>();
        IntStream.range(0, 14)
                .forEach(i -> fourteen.add(new DrillForecast(
                        i, "D-" + i, "", on, null, Map.of(), 1, 2.0, 4.0, i < 12 ? 4 : 5, true, i < 12)));
        fourteen.add(new DrillForecast(20, "D-20", "", on, null, Map.of(), 1, 2.0, 4.0, 3, false, true));
        DrillForecast late = new DrillForecast(22, "D-22", "", on, null, Map.of(), 1, 2.0, 4.0, 4.5, false, false);
        assertThat(DrillBands.coverage(List.of(late)).total())
                .as("broken off after its band had passed")
                .isEqualTo(1);
        fourteen.add(new DrillForecast(21, "D-21", "", on, null, Map.of(), 1, null, null, 3, true, true));
        Coverage.Band band = DrillBands.coverage(fourteen);
        assertThat(band.inside()).isEqualTo(12);
        assertThat(band.total())
                .as("without what was broken off and what has no upper end")
                .isEqualTo(14);
        assertThat(band.share().low()).isBetween(0.571, 0.573); // chapter 7: [0.57, 0.98]
        assertThat(band.share().high()).isBetween(0.982, 0.983);
        assertThat(DrillBands.coverage(List.of()).total()).isZero();
    }

    private static Prediction.ByType type(String word, Band band) {
        return new Prediction.ByType(
                word,
                null,
                band,
                new Chance(0.9, 0.89, 0.91),
                List.of(),
                band,
                null,
                List.of(new Prediction.ElementBand("db", band, null, 8.0, null)));
    }
}
