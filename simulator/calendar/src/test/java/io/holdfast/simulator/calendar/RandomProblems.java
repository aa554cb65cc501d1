package io.holdfast.simulator.calendar;

import io.holdfast.simulator.model.Drill;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Problems drawn from a seed, tight enough that drills get into each other's way. */
final class RandomProblems {

    private final SplittableRandom random;
    private final int year;
    private final LocalDate begin;
    private final int span;

    private RandomProblems(long seed, int span) {
        random = new SplittableRandom(seed);
        year = 2024 + random.nextInt(4);
        this.span = span;
        begin = LocalDate.of(year, 1, 1).plusDays(random.nextInt(365 - span));
    }

    /** Up to 12 drills within some weeks. */
    static CalendarProblem problem(long seed) {
        SplittableRandom size = new SplittableRandom(~seed);
        return new RandomProblems(seed, 10 + size.nextInt(120)).draw(2 + size.nextInt(11), 3);
    }

    /** Few enough drills and days that all calendars can be looked at. */
    static CalendarProblem tiny(long seed) {
        SplittableRandom size = new SplittableRandom(~seed);
        return new RandomProblems(seed, 4 + size.nextInt(3)).draw(2 + size.nextInt(2), 1);
    }

    static List<StartWindow> windows() {
        return List.of(
                new StartWindow("day", List.of(LocalTime.of(9, 0), LocalTime.of(14, 0)), 18 * 60, false),
                new StartWindow("night", List.of(LocalTime.of(2, 0)), 5 * 60, true));
    }

    private CalendarProblem draw(int count, int mostTimes) {
        List<Candidate> drills = new ArrayList<>();
        for (int d = 0; d < count; d++) {
            drills.add(drill("drill-" + d, mostTimes));
        }
        return CalendarProblem.of(days())
                .windows(windows())
                .drills(drills)
                .freezes(freezes())
                .limits(limits())
                .budget(new Budget(
                        random.nextInt(3) == 0 ? 10.0 + random.nextInt(60) : null,
                        random.nextInt(3) == 0 ? 0.5 + random.nextInt(8) / 2.0 : null))
                .precedences(precedences(drills))
                .duties(duties())
                .pins(places(drills, 6))
                .previous(places(drills, 2))
                .weekCrowdingDays(random.nextInt(2) * 3)
                .build();
    }

    private LocalDate date() {
        return begin.plusDays(random.nextInt(span));
    }

    private YearDays days() {
        Set<LocalDate> holidays = new HashSet<>();
        Set<LocalDate> makeUps = new HashSet<>();
        Set<YearMonth> known = new HashSet<>();
        for (int i = 0; i < span / 6; i++) {
            holidays.add(date());
            makeUps.add(date());
            known.add(YearMonth.from(date()));
        }
        return YearDays.of(year, holidays, makeUps, known);
    }

    private Candidate drill(String id, int mostTimes) {
        int times = random.nextInt(4) == 0 ? 1 + random.nextInt(mostTimes) : 1;
        boolean night = random.nextInt(4) == 0;
        CandidateBuilder drill = Candidate.named(id, night ? "night" : "day")
                .types(night ? Drill.Type.LIVE_FAILOVER : Drill.Type.DESKTOP)
                .tier(1 + random.nextInt(5))
                .lasts(random.nextInt(5) == 0 ? 2 + random.nextInt(2) : 1, 60 * (1 + random.nextInt(night ? 3 : 6)))
                .teams(some("team-", 4))
                .sites(some("site-", 2))
                .exclusive(some("key-", 3))
                .subjects(some("asset-", 4))
                .worth(
                        random.nextInt(20) / 2.0,
                        random.nextInt(6) / 4.0,
                        random.nextInt(4) == 0 ? 0 : random.nextInt(9) / 4.0)
                .between(
                        random.nextInt(4) == 0 ? begin.plusDays(random.nextInt(span / 2)) : begin,
                        begin.plusDays(span - 1 - (random.nextInt(4) == 0 ? random.nextInt(span / 2) : 0)));
        if (random.nextBoolean()) {
            drill.mandatory(times);
        } else {
            drill.optional(times);
        }
        if (random.nextInt(3) == 0) {
            drill.spacing(begin.minusDays(random.nextInt(10)), 1 + random.nextInt(8));
        }
        if (random.nextInt(6) == 0) {
            drill.on(EnumSet.of(DayKind.WEEKEND, DayKind.HOLIDAY, DayKind.WORKING));
        }
        if (random.nextInt(3) > 0) {
            List<LocalDate> preferred = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                preferred.add(date());
            }
            drill.preferred(preferred);
        }
        return drill.build();
    }

    private List<String> some(String prefix, int of) {
        List<String> chosen = new ArrayList<>();
        for (int i = 0; i < of; i++) {
            if (random.nextInt(of) == 0) {
                chosen.add(prefix + i);
            }
        }
        return chosen;
    }

    private List<Freeze> freezes() {
        List<Freeze> freezes = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            LocalDate from = date();
            freezes.add(new Freeze(
                    "freeze-" + i,
                    from,
                    from.plusDays(random.nextInt(1 + span / 5)),
                    switch (random.nextInt(3)) {
                        case 0 -> new Freeze.Scope.Everybody();
                        case 1 -> new Freeze.Scope.OfSite("site-" + random.nextInt(2));
                        default -> new Freeze.Scope.OfTeam("team-" + random.nextInt(4));
                    }));
        }
        return freezes;
    }

    private List<LoadLimit> limits() {
        List<LoadLimit> limits = new ArrayList<>();
        for (int team = 0; team < 4; team++) {
            if (random.nextInt(3) > 0) {
                limits.add(new LoadLimit(
                        "team-" + team,
                        1,
                        random.nextBoolean() ? 1 + random.nextInt(2) : null,
                        random.nextBoolean() ? 3 : null));
            }
        }
        limits.add(new LoadLimit(null, random.nextBoolean() ? 1 : 2, random.nextBoolean() ? 3 : null, null));
        return limits;
    }

    private List<Precedence> precedences(List<Candidate> drills) {
        List<Precedence> precedences = new ArrayList<>();
        for (int later = 1; later < drills.size(); later++) {
            if (random.nextInt(3) == 0) {
                int before = random.nextInt(later);
                precedences.add(new Precedence("drill-" + before, "drill-" + later, 1 + random.nextInt(5)));
            }
        }
        return precedences;
    }

    private List<Duty> duties() {
        List<Duty> duties = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            LocalDate from = date();
            Duty.Kind kind = random.nextBoolean() ? Duty.Kind.RETEST : Duty.Kind.REDUNDANT;
            duties.add(new Duty(
                    "duty-" + i,
                    kind,
                    "asset-" + random.nextInt(4),
                    1 + random.nextInt(4),
                    from,
                    from.plusDays(random.nextInt(span))));
        }
        return duties;
    }

    /** Times of some drills anywhere, on days off too. */
    private List<DrillPlace> places(List<Candidate> drills, int oneOf) {
        List<DrillPlace> places = new ArrayList<>();
        for (Candidate drill : drills) {
            if (random.nextInt(oneOf) == 0) {
                LocalTime start = LocalTime.of(drill.window().equals("night") ? 2 : random.nextBoolean() ? 9 : 14, 0);
                places.add(new DrillPlace(drill.id(), 1 + random.nextInt(drill.times()), date(), start));
            }
        }
        return places;
    }
}
