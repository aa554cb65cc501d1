package io.holdfast.service.drill.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.drill.DrillKind;
import io.holdfast.service.drill.DrillPin;
import io.holdfast.service.drill.DrillRules;
import io.holdfast.service.drill.DrillSchedule;
import io.holdfast.service.drill.HolidayCalendar;
import io.holdfast.service.drill.LearningWorth;
import io.holdfast.service.drill.Reason;
import io.holdfast.service.drill.RedundantDevices;
import io.holdfast.service.drill.Retest;
import io.holdfast.service.drill.ScheduledDrill;
import io.holdfast.service.drill.ScheduledStates.Held;
import io.holdfast.simulator.calendar.DrillPolicy;
import io.holdfast.simulator.calendar.Level;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Drill;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A year of the sample by the rules of an organisation. */
@Tag("row:D1")
class YearRulesTest {

    private static final ContinuityModel SAMPLE = Samples.model();
    private static final HolidayCalendar TAIWAN = Samples.calendar();
    private static final DrillRules STANDARD = DrillRules.presets().getFirst();
    private static final String LIVE = "2026.svc-payment.live-failover.1@holdfast";

    private static DrillSchedule year;

    @BeforeAll
    static void plan() {
        year = plan(inputs(STANDARD, List.of(), List.of(), List.of(), List.of()));
    }

    private static YearInputs inputs(
            DrillRules rules,
            List<ScheduledDrill> previous,
            List<DrillPin> pins,
            List<Held> held,
            List<Retest> retests) {
        return new YearInputs(2026, SAMPLE, "digest", TAIWAN, rules, Map.of(), previous, pins, held, retests);
    }

    private static DrillSchedule plan(YearInputs inputs) {
        return new SchedulePlanner(inputs).plan(SchedulePlanner.Worths.NONE);
    }

    private static ScheduledDrill drill(DrillSchedule schedule, String uid) {
        return schedule.drills().stream()
                .filter(each -> each.uid().equals(uid))
                .findFirst()
                .orElseThrow();
    }

    private static List<ScheduledDrill> of(DrillSchedule schedule, DrillKind kind) {
        return schedule.drills().stream()
                .filter(each -> each.scope().kind() == kind)
                .toList();
    }

    @Test
    void schedulesMoreThanFortyDrillsOfTheSampleWithABoundForEachAim() {
        assertThat(year.drills()).hasSizeGreaterThanOrEqualTo(40);
        assertThat(year.unplaced()).isEmpty();
        ScheduleRules.hold(year, SAMPLE, TAIWAN);
        assertThat(year.levels()).extracting(Level::aim).containsExactly(Level.Aim.values());
        assertThat(year.levels().getFirst().isProven()).isTrue();
        assertThat(Proof.of(year.levels()).getFirst().code()).isEqualTo("proof-missing-none");
        assertThat(Proof.of(year.levels()).getLast().code()).startsWith("proof-distance-");
    }

    @Test
    @Tag("row:D12")
    void drillsEveryGroupOfRedundantDevicesThatNobodyHasDrilledLately() {
        assertThat(of(year, DrillKind.REDUNDANT))
                .extracting(each -> each.scope().elements())
                .contains(List.of("tpe-fw-1", "tpe-fw-2"), List.of("txg-core-1", "txg-core-2"))
                .contains(List.of("agg-tpe", "agg-ntp", "agg-txg", "agg-khh"))
                .hasSize(9);
        assertThat(of(year, DrillKind.REDUNDANT)).allSatisfy(each -> {
            assertThat(each.types()).containsExactly(Drill.Type.LIVE_FAILOVER);
            assertThat(each.teams()).isNotEmpty();
            assertThat(each.why()).extracting(Reason::code).contains("redundant-never");
        });
        List<Held> held = List.of(
                new Held("tpe-fw-2", List.of("live-failover"), LocalDate.of(2025, 6, 10), null),
                new Held("tpe-lb-1", List.of("live-failover"), LocalDate.of(2026, 2, 3), null),
                new Held("tpe-core-1", List.of("desktop"), LocalDate.of(2026, 2, 3), null));
        DrillSchedule later = plan(inputs(STANDARD, List.of(), List.of(), held, List.of()));
        assertThat(of(later, DrillKind.REDUNDANT))
                .extracting(ScheduledDrill::service)
                .contains("tpe-fw-1", "tpe-core-1")
                .doesNotContain("tpe-lb-1")
                .hasSize(8);
        ScheduledDrill firewalls = of(later, DrillKind.REDUNDANT).stream()
                .filter(each -> each.service().equals("tpe-fw-1"))
                .findFirst()
                .orElseThrow();
        assertThat(firewalls.date()).isBeforeOrEqualTo(LocalDate.of(2026, 6, 10));
        RedundantDevices listed = Redundancy.listOf(SAMPLE, STANDARD.redundantKinds(), 12, held, 4).stream()
                .filter(each -> each.devices().contains("tpe-fw-1"))
                .findFirst()
                .orElseThrow();
        assertThat(listed.lastHeld()).isEqualTo(LocalDate.of(2025, 6, 10));
        assertThat(listed.due()).isEqualTo(LocalDate.of(2026, 6, 10));
    }

    @Test
    @Tag("row:D13")
    void testsBackupsTwiceAYearAndTheStandbyOnce() {
        List<ScheduledDrill> recurring = of(year, DrillKind.RECURRING);
        assertThat(recurring)
                .extracting(ScheduledDrill::service)
                .containsExactlyInAnyOrder("recurring:backup-test", "recurring:backup-test", "recurring:standby-test");
        List<LocalDate> backups = recurring.stream()
                .filter(each -> each.service().equals("recurring:backup-test"))
                .map(ScheduledDrill::date)
                .toList();
        assertThat(backups.getFirst().plusDays(90)).isBefore(backups.getLast());
        assertThat(recurring.getFirst().scope().peopleHours()).isPositive();
    }

    @Test
    void aDrillThatAPersonHasFixedStaysAndTheOthersGiveWay() {
        LocalDate day = LocalDate.of(2026, 10, 14);
        DrillPin pin = new DrillPin(LIVE, day, LocalTime.of(3, 0), "freeze ends", "mei", Instant.EPOCH);
        DrillSchedule again = plan(inputs(STANDARD, year.drills(), List.of(pin), List.of(), List.of()));
        ScheduledDrill pinned = drill(again, LIVE);
        assertThat(pinned.date()).isEqualTo(day);
        assertThat(pinned.start()).isEqualTo(LocalTime.of(3, 0));
        assertThat(pinned.pin()).isEqualTo(pin);
        assertThat(pinned.why()).extracting(Reason::code).contains("day-pinned");
        ScheduleRules.noTeamTwiceADay(again);
        LocalDate saturday = LocalDate.of(2026, 10, 17);
        DrillPin against = new DrillPin(LIVE, saturday, LocalTime.of(10, 0), "", "mei", Instant.EPOCH);
        ScheduledDrill told =
                drill(plan(inputs(STANDARD, year.drills(), List.of(against), List.of(), List.of())), LIVE);
        assertThat(told.date()).isEqualTo(saturday);
        assertThat(told.flags()).extracting(Reason::code).contains("pin-day-off", "pin-night");
    }

    @Test
    void aMoveIsJudgedAtOnceWithTheRulesThatItBreaks() {
        SchedulePlanner planner = new SchedulePlanner(inputs(STANDARD, year.drills(), List.of(), List.of(), List.of()));
        ScheduledDrill live = drill(year, LIVE);
        LocalDate saturday = live.date().with(DayOfWeek.SATURDAY);
        assertThat(codes(planner, live, live.date(), live.start())).isEmpty();
        assertThat(codes(planner, live, saturday, live.start())).contains("move-day-off");
        assertThat(codes(planner, live, live.date(), LocalTime.of(14, 0))).contains("move-night");
        LocalDate before =
                drill(year, "2026.svc-payment.desktop.1@holdfast").date().minusDays(1);
        assertThat(codes(planner, live, before, live.start())).contains("move-order");
        ScheduledDrill other = year.drills().stream()
                .filter(each ->
                        !each.uid().equals(LIVE) && each.teams().stream().anyMatch(live.teams()::contains))
                .findFirst()
                .orElseThrow();
        assertThat(codes(planner, live, other.date(), live.start())).contains("move-team");
        assertThat(planner.check(year.drills(), pin("nobody", saturday, LocalTime.NOON)))
                .isEmpty();
    }

    private static DrillPin pin(String uid, LocalDate date, LocalTime start) {
        return new DrillPin(uid, date, start, "", "mei", Instant.EPOCH);
    }

    private static List<String> codes(SchedulePlanner planner, ScheduledDrill drill, LocalDate date, LocalTime start) {
        return planner.check(year.drills(), pin(drill.uid(), date, start)).orElseThrow().stream()
                .map(Reason::code)
                .toList();
    }

    @Test
    void freezesAndBudgetsHoldAndWhatTheyKeepOutSaysSo() {
        DrillRules.FreezeRule typhoons = new DrillRules.FreezeRule(
                "typhoon season",
                LocalDate.of(2026, 7, 1),
                LocalDate.of(2026, 9, 30),
                null,
                null,
                Drill.Type.LIVE_FAILOVER);
        DrillRules rules = with(12.0, List.of(typhoons));
        DrillSchedule schedule = plan(inputs(rules, List.of(), List.of(), List.of(), List.of()));
        assertThat(schedule.drills())
                .filteredOn(each -> each.types().contains(Drill.Type.LIVE_FAILOVER))
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.date().getMonthValue()).isNotIn(7, 8, 9));
        assertThat(schedule.drills().stream()
                        .mapToDouble(each -> each.scope().liveHours())
                        .sum())
                .isLessThanOrEqualTo(12);
        assertThat(schedule.unplaced())
                .isNotEmpty()
                .allSatisfy(
                        each -> assertThat(each.why()).extracting(Reason::code).contains("live-hours-used"));
    }

    private static DrillRules with(double liveHours, List<DrillRules.FreezeRule> freezes) {
        return new DrillRules(
                "own",
                STANDARD.policy(),
                12,
                STANDARD.redundantKinds(),
                STANDARD.recurring(),
                90,
                "high",
                null,
                liveHours,
                null,
                4,
                freezes);
    }

    @Test
    @Tag("row:B18")
    void whatHasChangedIsTestedAgainInTimeByWhicheverDrill() {
        Reason why = Reason.of("retest-change", "number", "7", "title", "new core", "date", "2026-03-02");
        Retest retest = new Retest("change-7", "svc-iot", 3, why, LocalDate.of(2026, 3, 2), LocalDate.of(2026, 4, 30));
        DrillSchedule schedule = plan(inputs(STANDARD, year.drills(), List.of(), List.of(), List.of(retest)));
        assertThat(schedule.unplaced()).isEmpty();
        assertThat(schedule.drills()).anySatisfy(each -> {
            assertThat(each.service()).isEqualTo("svc-iot");
            assertThat(each.types()).isNotEqualTo(List.of(Drill.Type.DESKTOP));
            assertThat(each.date()).isBetween(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 4, 30));
        });
        List<Retest> due = Retests.inYear(List.of(retest), 2027, 90);
        assertThat(due).singleElement().satisfies(each -> {
            assertThat(each.from()).isEqualTo(LocalDate.of(2027, 1, 1));
            assertThat(each.by()).isEqualTo(LocalDate.of(2027, 4, 1));
        });
        assertThat(Retests.inYear(List.of(retest), 2025, 90)).isEmpty();
    }

    @Test
    void proposesWhatTeachesMostForItsHoursAndNothingWhereNothingIsKnown() {
        assertThat(of(year, DrillKind.EXTRA)).isEmpty();
        DrillSchedule schedule = new SchedulePlanner(inputs(STANDARD, List.of(), List.of(), List.of(), List.of()))
                .plan(asked -> {
                    Map<String, LearningWorth.Worth> worths = new HashMap<>();
                    asked.forEach(each -> worths.put(
                            each.uid(), new LearningWorth.Worth(each.elements().getFirst(), 3, 1.5, null)));
                    return worths;
                });
        assertThat(of(schedule, DrillKind.EXTRA))
                .hasSize(STANDARD.extraDrills())
                .allSatisfy(each -> assertThat(each.scope().worth())
                        .isEqualTo(new LearningWorth.Worth(each.service(), 3, 1.5, null)));
        ScheduleRules.noTeamTwiceADay(schedule);
        assertThat(schedule.levels().get(1).value())
                .isEqualTo(1.5 * schedule.drills().size());
    }

    @Test
    @Tag("row:D8")
    void aDrillOfEverySecondYearIsNotAskedForInTheYearAfterOne() {
        DrillRules taiwan = DrillRules.of(DrillPolicy.TAIWAN);
        DrillSchedule first = plan(inputs(taiwan, List.of(), List.of(), List.of(), List.of()));
        ScheduledDrill second = first.drills().stream()
                .filter(each -> each.tier() == 2 && each.types().equals(List.of(Drill.Type.SCENARIO)))
                .findFirst()
                .orElseThrow();
        Held held = new Held(second.service(), List.of("scenario"), LocalDate.of(2025, 5, 5), null);
        DrillSchedule next = plan(inputs(taiwan, List.of(), List.of(), List.of(held), List.of()));
        assertThat(next.drills()).extracting(ScheduledDrill::uid).doesNotContain(second.uid());
        assertThat(next.drills()).hasSize(first.drills().size() - 1);
    }

    @Test
    void rulesAreReadAsTheyAreWrittenAndRefusedWithTheValueAndTheRule() {
        for (DrillRules preset : DrillRules.presets()) {
            assertThat(RulesJson.read(RulesJson.tree(preset))).isEqualTo(preset);
        }
        DrillRules frozen = with(
                3,
                List.of(new DrillRules.FreezeRule(
                        "vote",
                        LocalDate.of(2026, 11, 9),
                        LocalDate.of(2026, 11, 12),
                        null,
                        null,
                        Drill.Type.DESKTOP)));
        assertThat(RulesJson.read(RulesJson.tree(frozen))).isEqualTo(frozen);
        ObjectNode broken = RulesJson.tree(STANDARD).deepCopy();
        broken.put("teamPerWeek", 9);
        assertThatThrownBy(() -> RulesJson.read(broken))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("teamPerWeek is 9");
        for (String key : Set.of("steps", "recurring", "freezes", "preset")) {
            ObjectNode without = RulesJson.tree(STANDARD).deepCopy();
            without.remove(key);
            assertThatThrownBy(() -> RulesJson.read(without)).isInstanceOf(IllegalArgumentException.class);
        }
        ObjectNode more = RulesJson.tree(STANDARD).deepCopy();
        more.put("unknown", 1);
        assertThatThrownBy(() -> RulesJson.read(more)).isInstanceOf(IllegalArgumentException.class);
    }
}
