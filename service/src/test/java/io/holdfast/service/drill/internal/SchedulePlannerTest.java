package io.holdfast.service.drill.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.service.drill.DrillRules;
import io.holdfast.service.drill.DrillSchedule;
import io.holdfast.service.drill.HolidayCalendar;
import io.holdfast.service.drill.Reason;
import io.holdfast.service.drill.ScheduledDrill;
import io.holdfast.simulator.calendar.DrillPolicy;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Drill;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.ElementType;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("row:D1")
class SchedulePlannerTest {

    private static final int MODELS = Boolean.getBoolean("holdfast.long") ? 1_000 : 25;

    private static final ContinuityModel SAMPLE = Samples.model();
    private static final HolidayCalendar TAIWAN = Samples.calendar();

    private static DrillSchedule plan(ContinuityModel model, HolidayCalendar calendar, int year) {
        return plan(model, calendar, year, Map.of(), List.of());
    }

    private static DrillSchedule plan(
            ContinuityModel model,
            HolidayCalendar calendar,
            int year,
            Map<String, List<Cell>> cells,
            List<ScheduledDrill> previous) {
        return new SchedulePlanner(inputs(model, calendar, year, cells, previous)).plan(SchedulePlanner.Worths.NONE);
    }

    private static YearInputs inputs(
            ContinuityModel model,
            HolidayCalendar calendar,
            int year,
            Map<String, List<Cell>> cells,
            List<ScheduledDrill> previous) {
        DrillRules rules = DrillRules.of(DrillPolicy.STANDARD);
        return new YearInputs(year, model, "digest", calendar, rules, cells, previous, List.of(), List.of(), List.of());
    }

    @Test
    void keepsEveryRuleOverRandomModelsAndYears() {
        for (long seed = 0; seed < MODELS; seed++) {
            RandomModels random = new RandomModels(seed);
            ContinuityModel model = random.model(2 + (int) (seed % 12), 2 + (int) (seed % 7));
            int year = 2017 + (int) (seed % 15);
            HolidayCalendar calendar = random.calendar(year);
            Map<String, List<Cell>> cells = random.cells(model);
            DrillSchedule schedule = plan(model, calendar, year, cells, List.of());
            ScheduleRules.hold(schedule, model, calendar);
            assertThat(servicesOf(schedule)).as("seed %d", seed).isEqualTo(services(model));
            assertThat(schedule.unplaced()).as("seed %d", seed).isEmpty();
            assertThat(plan(model, calendar, year, cells, List.of())).isEqualTo(schedule);
        }
    }

    private static Set<String> servicesOf(DrillSchedule schedule) {
        return schedule.drills().stream().map(ScheduledDrill::service).collect(Collectors.toSet());
    }

    private static Set<String> services(ContinuityModel model) {
        return model.elements().stream()
                .filter(element -> element.type() == ElementType.SERVICE)
                .map(element -> element.id().value())
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @ValueSource(ints = {2024, 2025, 2026})
    void givesEveryServiceOfTheSampleItsDrillsOnWorkedDays(int year) {
        DrillSchedule schedule = plan(SAMPLE, TAIWAN, year);
        ScheduleRules.hold(schedule, SAMPLE, TAIWAN);
        assertThat(servicesOf(schedule)).isEqualTo(services(SAMPLE)).hasSize(13);
        assertThat(schedule.unplaced()).isEmpty();
        assertThat(schedule.drills()).hasSize(6 * 4 + 4 * 2 + 3);
        assertThat(schedule.drills())
                .allSatisfy(drill ->
                        assertThat(drill.flags()).noneMatch(flag -> flag.code().equals("month-not-covered")));
    }

    @Test
    void marksEveryMonthOf2027WhichTheCalendarDoesNotCover() {
        DrillSchedule schedule = plan(SAMPLE, TAIWAN, 2027);
        ScheduleRules.hold(schedule, SAMPLE, TAIWAN);
        assertThat(servicesOf(schedule)).isEqualTo(services(SAMPLE));
        assertThat(schedule.drills()).allSatisfy(drill -> {
            assertThat(drill.flags()).anyMatch(flag -> flag.code().equals("month-not-covered"));
            assertThat(drill.date().getDayOfWeek().getValue()).isLessThanOrEqualTo(5);
        });
    }

    @Test
    void givesTheMoreCriticalServicesTheHarderDrills() {
        Map<Integer, Set<Drill.Type>> types = new HashMap<>();
        plan(SAMPLE, TAIWAN, 2026)
                .drills()
                .forEach(drill -> types.computeIfAbsent(drill.tier(), tier -> new HashSet<>())
                        .addAll(drill.types()));
        assertThat(types.get(1)).contains(Drill.Type.LIVE_FAILOVER, Drill.Type.SCENARIO);
        assertThat(types.get(2)).contains(Drill.Type.SCENARIO).doesNotContain(Drill.Type.LIVE_FAILOVER);
        assertThat(types.get(3)).doesNotContain(Drill.Type.LIVE_FAILOVER, Drill.Type.SCENARIO);
    }

    @Test
    @Tag("row:D7")
    void makesOneDrillOfEachTierOneServiceUnannouncedAndSwapsItNextYear() {
        Map<String, Set<Drill.Type>> first = unannounced(2026);
        Map<String, Set<Drill.Type>> next = unannounced(2027);
        assertThat(first).hasSize(6);
        first.forEach(
                (service, types) -> assertThat(next.get(service)).isNotNull().doesNotContainAnyElementsOf(types));
    }

    private static Map<String, Set<Drill.Type>> unannounced(int year) {
        return plan(SAMPLE, TAIWAN, year).drills().stream()
                .filter(drill -> !drill.announced())
                .collect(Collectors.groupingBy(
                        ScheduledDrill::service,
                        Collectors.flatMapping(drill -> drill.types().stream(), Collectors.toSet())));
    }

    @Test
    void spreadsTheYear() {
        Map<Integer, Long> months = plan(SAMPLE, TAIWAN, 2026).drills().stream()
                .collect(Collectors.groupingBy(drill -> drill.date().getMonthValue(), Collectors.counting()));
        assertThat(months).hasSize(12);
        assertThat(months.values()).allMatch(count -> count <= 6);
    }

    @Test
    void movesLittleWhenOneServiceGoes() {
        Map<String, LocalDate> before = days(plan(SAMPLE, TAIWAN, 2026));
        for (String gone : List.of("svc-iot", "svc-contact", "svc-alert")) {
            ContinuityModel smaller = without(gone);
            Map<String, LocalDate> after = days(plan(smaller, TAIWAN, 2026));
            long moved = after.entrySet().stream()
                    .filter(each -> !each.getValue().equals(before.get(each.getKey())))
                    .count();
            assertThat(moved).as("moved without %s", gone).isLessThanOrEqualTo(after.size() / 5);
        }
    }

    /** A drill that lay a week later before stays there, though its own place is free, and says so. */
    @Test
    void saysThatADrillStaysWhereItWasThoughNearerDaysAreFree() {
        List<ScheduledDrill> first = plan(SAMPLE, TAIWAN, 2026).drills();
        int kept = 0;
        for (ScheduledDrill drill : first.subList(5, 10)) {
            List<ScheduledDrill> before = first.stream()
                    .map(each -> each.equals(drill) ? at(each, each.date().plusWeeks(1)) : each)
                    .toList();
            ScheduledDrill again = plan(SAMPLE, TAIWAN, 2026, Map.of(), before).drills().stream()
                    .filter(each -> each.uid().equals(drill.uid()))
                    .findFirst()
                    .orElseThrow();
            if (again.date().equals(drill.date().plusWeeks(1))) {
                kept++;
                List<String> why = again.why().stream().map(Reason::code).toList();
                assertThat(why).as(again.uid()).contains("day-kept").doesNotContain("day-best");
            }
        }
        assertThat(kept).as("drills that stayed").isPositive();
    }

    private static ScheduledDrill at(ScheduledDrill drill, LocalDate date) {
        return new ScheduledDrill(
                drill.uid(),
                drill.service(),
                drill.tier(),
                drill.types(),
                date,
                drill.start(),
                drill.minutes(),
                drill.announced(),
                drill.practice(),
                drill.teams(),
                drill.why(),
                drill.flags(),
                drill.writtenDrill(),
                drill.sequence(),
                drill.scope(),
                drill.pin(),
                drill.placedAt());
    }

    @Test
    void saysOfEveryDrillThatTheClockEndedTheSearch() {
        SchedulePlanner planner = new SchedulePlanner(inputs(SAMPLE, TAIWAN, 2026, Map.of(), List.of()));
        LocalDate day = LocalDate.of(2026, 6, 1);
        assertThat(planner.flags(day, false).stream().map(Reason::code)).containsExactly("search-cut");
        assertThat(planner.flags(day, true)).isEmpty();
    }

    private static ContinuityModel without(String id) {
        List<Element> kept = SAMPLE.elements().stream()
                .filter(element -> !element.id().value().equals(id))
                .toList();
        return new ContinuityModel(
                SAMPLE.label(),
                SAMPLE.currency(),
                SAMPLE.timeZone(),
                SAMPLE.sites(),
                SAMPLE.teams(),
                SAMPLE.contacts(),
                kept,
                SAMPLE.plans(),
                SAMPLE.scenarios(),
                SAMPLE.drills());
    }

    private static Map<String, LocalDate> days(DrillSchedule schedule) {
        return schedule.drills().stream().collect(Collectors.toMap(ScheduledDrill::uid, ScheduledDrill::date));
    }

    @Test
    void placesWhatItCanAndNamesTheRestWhenOneTeamIsNeededEveryDay() {
        List<Element> elements = new java.util.ArrayList<>();
        for (int s = 0; s < 300; s++) {
            elements.add(Element.service("svc-" + s)
                    .tier(4)
                    .label(new io.holdfast.simulator.model.Label(
                            null, Map.of(), "only-team", null, List.of(), null, Map.of()))
                    .build());
        }
        ContinuityModel model = ContinuityModel.of(elements, List.of());
        DrillSchedule schedule = plan(model, TAIWAN, 2026);
        ScheduleRules.hold(schedule, model, TAIWAN);
        long worked = LocalDate.of(2026, 1, 1)
                .datesUntil(LocalDate.of(2027, 1, 1))
                .filter(TAIWAN::isWorkingDay)
                .count();
        assertThat(schedule.drills()).hasSize((int) worked);
        assertThat(schedule.unplaced())
                .hasSize(300 - (int) worked)
                .allSatisfy(drill -> assertThat(drill.why())
                        .singleElement()
                        .satisfies(why -> assertThat(why.values()).containsEntry("team", "only-team")));
    }

    @Test
    void takesTheTierOfTheMostCriticalProcessAndMarksAServiceWithoutAny() {
        ContinuityModel model = ContinuityModel.of(
                List.of(
                        Element.service("paid").build(),
                        Element.service("orphan").build(),
                        Element.process("sell").needs("paid").tier(2).build()),
                List.of());
        DrillSchedule schedule = plan(model, TAIWAN, 2026);
        assertThat(schedule.drills())
                .filteredOn(drill -> drill.service().equals("paid"))
                .hasSize(2)
                .allSatisfy(drill ->
                        assertThat(drill.why()).anyMatch(why -> why.code().equals("tier-of-process")));
        assertThat(schedule.drills())
                .filteredOn(drill -> drill.service().equals("orphan"))
                .singleElement()
                .satisfies(drill -> {
                    assertThat(drill.flags()).anyMatch(flag -> flag.code().equals("no-tier"));
                    assertThat(drill.types()).containsExactly(Drill.Type.DESKTOP);
                });
    }

    @Test
    @Tag("row:D5")
    void practisesTheWorstScenarioAndPlansAsLongAsTheModelSays() {
        Map<String, List<Cell>> cells = Map.of(
                "svc-payment",
                List.of(
                        new Cell("typhoon", 7L, 1, 0.9, 1.0, 2.0),
                        new Cell("tpe-lost", 8L, 1, 0.2, 2.2, 5.1),
                        new Cell("grid-outage", 9L, 0, 0.0, null, null)));
        ScheduledDrill drill = plan(SAMPLE, TAIWAN, 2026, cells, List.of()).drills().stream()
                .filter(each ->
                        each.service().equals("svc-payment") && each.types().equals(List.of(Drill.Type.SCENARIO)))
                .findFirst()
                .orElseThrow();
        assertThat(drill.practice()).isEqualTo(new ScheduledDrill.Practice("tpe-lost", 8L, 2.2, 5.1));
        assertThat(drill.minutes()).isEqualTo(330);
    }
}
