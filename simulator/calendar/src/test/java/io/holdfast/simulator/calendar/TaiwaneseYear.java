package io.holdfast.simulator.calendar;

import static io.holdfast.simulator.model.Drill.Type.DATA_RECOVERY;
import static io.holdfast.simulator.model.Drill.Type.DESKTOP;
import static io.holdfast.simulator.model.Drill.Type.LIVE_FAILOVER;
import static io.holdfast.simulator.model.Drill.Type.SCENARIO;

import io.holdfast.simulator.model.Drill;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A year of an operator: forty mandatory drills of ten services and more that may be, on the days of Taiwan's offices. */
final class TaiwaneseYear {

    /** The office calendar that the product comes with (data.gov.tw, dataset 14718). */
    private static final Path SPECIAL_DAYS = Path.of("../../service/src/main/resources/sample/taiwan-special-days.csv");

    private static final List<String> TEAMS = List.of("net", "host", "data", "desk", "site");

    private TaiwaneseYear() {}

    static YearDays days(int year) {
        Set<LocalDate> holidays = new HashSet<>();
        Set<LocalDate> makeUps = new HashSet<>();
        Set<YearMonth> known = new HashSet<>();
        try {
            for (String line : Files.readAllLines(SPECIAL_DAYS)) {
                List<String> cells = List.of(line.split(",", -1));
                if (!cells.getFirst().equals("date")) {
                    LocalDate date = LocalDate.parse(cells.getFirst());
                    (cells.get(1).equals("holiday") ? holidays : makeUps).add(date);
                    for (int month = 1; month <= 12; month++) {
                        known.add(YearMonth.of(date.getYear(), month));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return YearDays.of(year, holidays, makeUps, known);
    }

    static CalendarProblem problem(int year) {
        List<Candidate> drills = new ArrayList<>();
        List<Precedence> precedences = new ArrayList<>();
        for (int service = 0; service < 10; service++) {
            for (Drill.Type type : List.of(DESKTOP, DATA_RECOVERY, SCENARIO, LIVE_FAILOVER)) {
                drills.add(mandatory(year, service, type));
            }
            precedences.add(new Precedence(id(service, DESKTOP), id(service, LIVE_FAILOVER), 14));
            precedences.add(new Precedence(id(service, DESKTOP), id(service, SCENARIO), 7));
        }
        for (int extra = 0; extra < 12; extra++) {
            drills.add(Candidate.named("extra-" + extra, "day")
                    .types(extra % 2 == 0 ? DATA_RECOVERY : SCENARIO)
                    .tier(3)
                    .optional(1)
                    .lasts(1 + extra % 2, 240)
                    .teams(List.of(TEAMS.get(extra % 5), TEAMS.get((extra + 2) % 5)))
                    .exclusive(List.of("service-" + extra % 10))
                    .subjects(List.of("device-" + extra))
                    .worth(20 + 7 * extra % 23, 0, 1 + 5 * extra % 7)
                    .preferred(List.of(LocalDate.of(year, 1 + extra, 15)))
                    .build());
        }
        return CalendarProblem.of(days(year))
                .windows(List.of(
                        new StartWindow("day", List.of(LocalTime.of(9, 0), LocalTime.of(14, 0)), 18 * 60, false),
                        new StartWindow("night", List.of(LocalTime.of(2, 0)), 5 * 60, true)))
                .drills(drills)
                .freezes(List.of(
                        freeze("year-end", year, 12, 14, 12, 31, new Freeze.Scope.Everybody()),
                        freeze("election", year, 11, 20, 11, 29, new Freeze.Scope.Everybody()),
                        freeze("site-works", year, 5, 1, 5, 31, new Freeze.Scope.OfSite("taipei")),
                        freeze("upgrade", year, 8, 3, 8, 21, new Freeze.Scope.OfTeam("net"))))
                .limits(limits())
                .budget(new Budget(1_600.0, 5.0))
                .precedences(precedences)
                .duties(List.of(
                        duty("changed-3", Duty.Kind.RETEST, "service-3", year, 3, 31),
                        duty("changed-7", Duty.Kind.RETEST, "service-7", year, 2, 10),
                        duty("spare-4", Duty.Kind.REDUNDANT, "device-4", year, 12, 31)))
                .pins(List.of(new DrillPlace(id(2, LIVE_FAILOVER), 1, LocalDate.of(year, 9, 16), LocalTime.of(2, 0))))
                .weekCrowdingDays(4)
                .build();
    }

    private static List<LoadLimit> limits() {
        List<LoadLimit> limits = new ArrayList<>();
        TEAMS.forEach(team -> limits.add(new LoadLimit(team, 1, 2, 5)));
        limits.add(new LoadLimit(null, 2, 3, 8));
        return limits;
    }

    private static Candidate mandatory(int year, int service, Drill.Type type) {
        int part = type.compareTo(DESKTOP);
        boolean live = type == LIVE_FAILOVER;
        return Candidate.named(id(service, type), live ? "night" : "day")
                .types(type)
                .tier(1 + service / 4)
                .mandatory(1)
                .lasts(type == SCENARIO ? 2 : 1, live ? 180 : 240)
                .teams(List.of(TEAMS.get(service % 5), TEAMS.get((service + 1 + part) % 5)).stream()
                        .distinct()
                        .toList())
                .sites(List.of(service % 2 == 0 ? "taipei" : "kaohsiung"))
                .exclusive(
                        List.of("service-" + service, live ? "standby" : type == SCENARIO ? "lab" : "desk-" + service))
                .subjects(List.of("service-" + service))
                .worth(16 + 8 * part, live ? 0.4 : 0, 1 + service % 3 + part)
                .preferred(List.of(LocalDate.of(year, 1, 1).plusDays(91L * part + 9L * service)))
                .build();
    }

    static String id(int service, Drill.Type type) {
        return "service-" + service + "-" + type.name();
    }

    private static Freeze freeze(
            String name, int year, int month, int day, int toMonth, int toDay, Freeze.Scope scope) {
        return new Freeze(name, LocalDate.of(year, month, day), LocalDate.of(year, toMonth, toDay), scope);
    }

    private static Duty duty(String id, Duty.Kind kind, String subject, int year, int month, int day) {
        return new Duty(id, kind, subject, 1, LocalDate.of(year, 1, 1), LocalDate.of(year, month, day));
    }
}
