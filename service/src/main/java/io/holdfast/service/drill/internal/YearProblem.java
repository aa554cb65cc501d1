package io.holdfast.service.drill.internal;

import io.holdfast.service.drill.CalendarDay;
import io.holdfast.service.drill.DrillKind;
import io.holdfast.service.drill.DrillPin;
import io.holdfast.service.drill.DrillRules;
import io.holdfast.service.drill.DrillWords;
import io.holdfast.service.drill.HolidayCalendar;
import io.holdfast.service.drill.Retest;
import io.holdfast.simulator.calendar.Budget;
import io.holdfast.simulator.calendar.CalendarProblem;
import io.holdfast.simulator.calendar.Candidate;
import io.holdfast.simulator.calendar.CandidateBuilder;
import io.holdfast.simulator.calendar.DrillPlace;
import io.holdfast.simulator.calendar.Duty;
import io.holdfast.simulator.calendar.Freeze;
import io.holdfast.simulator.calendar.LoadLimit;
import io.holdfast.simulator.calendar.Precedence;
import io.holdfast.simulator.calendar.StartWindow;
import io.holdfast.simulator.calendar.YearDays;
import io.holdfast.simulator.model.Drill;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The drills of a year as the calendar's solver takes them: each around its own place in the year, no team and no service
 * twice a day, desktop before live, live in the night between two working days and nowhere at a site that another drill
 * touches, within the budgets, outside of freezes; what people have pinned stays.
 */
final class YearProblem {

    /** Days that a drill rather moves than be one more in a week. */
    private static final int CROWDING_DAYS = 6;

    private static final int NIGHT_ENDS = 5 * 60;
    private static final int DAY_BEGINS = 8 * 60;
    private static final int DAY_ENDS = 17 * 60;

    /** So far apart are the times of one recurring drill at least. */
    private static final int RECURRING_GAP_DAYS = 21;

    private final YearInputs inputs;
    private final int year;
    private final List<WantedDrill> wanted;

    private YearProblem(YearInputs inputs, List<WantedDrill> wanted) {
        this.inputs = inputs;
        year = inputs.year();
        this.wanted = wanted;
    }

    static CalendarProblem of(YearInputs inputs, List<WantedDrill> wanted) {
        return new YearProblem(inputs, wanted).problem();
    }

    private CalendarProblem problem() {
        DrillRules rules = inputs.rules();
        Map<String, WantedDrill> byUid = new LinkedHashMap<>();
        wanted.forEach(drill -> byUid.put(drill.uid(), drill));
        return CalendarProblem.of(days(year, inputs.calendar()))
                .windows(windows())
                .drills(wanted.stream().map(this::candidate).toList())
                .freezes(freezes())
                .limits(parties().stream()
                        .map(party -> new LoadLimit(
                                party, 1, party.startsWith(DayReasons.SERVICE) ? null : rules.teamPerWeek(), null))
                        .toList())
                .budget(new Budget(rules.peopleHours(), rules.liveHours()))
                .precedences(precedences())
                .duties(duties())
                .pins(inputs.pins().stream()
                        .filter(pin ->
                                byUid.containsKey(pin.uid()) && pin.date().getYear() == year)
                        .map(pin -> new DrillPlace(pin.uid(), 1, pin.date(), pin.start()))
                        .toList())
                .previous(inputs.previous().stream()
                        .map(drill -> new DrillPlace(drill.uid(), 1, drill.date(), drill.start()))
                        .toList())
                .weekCrowdingDays(CROWDING_DAYS)
                .build();
    }

    /** The drills with the starts that people have pinned. */
    static List<WantedDrill> startingAsPinned(List<WantedDrill> wanted, List<DrillPin> pins) {
        Map<String, LocalTime> starts =
                pins.stream().collect(Collectors.toMap(DrillPin::uid, DrillPin::start, (a, b) -> a));
        return wanted.stream()
                .map(drill -> Optional.ofNullable(starts.get(drill.uid()))
                        .map(drill::from)
                        .orElse(drill))
                .toList();
    }

    private static YearDays days(int year, HolidayCalendar calendar) {
        return YearDays.of(
                year,
                dates(calendar, CalendarDay.Kind.HOLIDAY),
                dates(calendar, CalendarDay.Kind.MAKE_UP_WORKDAY),
                calendar.covered());
    }

    private static Set<LocalDate> dates(HolidayCalendar calendar, CalendarDay.Kind kind) {
        return calendar.days().stream()
                .filter(day -> day.kind() == kind)
                .map(CalendarDay::date)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Freeze> freezes() {
        Stream<Freeze> blackouts = dates(inputs.calendar(), CalendarDay.Kind.BLACKOUT).stream()
                .filter(date -> date.getYear() == year)
                .map(date -> new Freeze(date.toString(), date, date, new Freeze.Scope.Everybody()));
        return Stream.concat(
                        blackouts,
                        inputs.rules().freezes().stream()
                                .map(freeze ->
                                        new Freeze(FREEZE + freeze.name(), freeze.from(), freeze.to(), scope(freeze))))
                .toList();
    }

    /** What the names of an organisation's own freezes begin with, so that none is taken for a day. */
    static final String FREEZE = "freeze ";

    private static Freeze.Scope scope(DrillRules.FreezeRule freeze) {
        if (freeze.team() != null) {
            return new Freeze.Scope.OfTeam(freeze.team());
        }
        if (freeze.site() != null) {
            return new Freeze.Scope.OfSite(freeze.site());
        }
        return freeze.type() == null
                ? new Freeze.Scope.Everybody()
                : new Freeze.Scope.OfSite(typeAsPlace(freeze.type()));
    }

    /** The solver knows no freezes of types; a type stands among the places of its drills. */
    private static String typeAsPlace(Drill.Type type) {
        return "type " + DrillWords.word(type);
    }

    /**
     * One for each hour at which drills begin. A start outside of the hours of its kind lies in a window that does not allow
     * it, so that it is told.
     */
    private List<StartWindow> windows() {
        Map<String, StartWindow> windows = new LinkedHashMap<>();
        wanted.forEach(drill -> windows.computeIfAbsent(window(drill), id -> window(id, drill)));
        return List.copyOf(windows.values());
    }

    private static String window(WantedDrill drill) {
        return (drill.isLive() ? "night " : "day ") + drill.start();
    }

    private static StartWindow window(String id, WantedDrill drill) {
        int minute = drill.start().toSecondOfDay() / 60;
        boolean night = drill.isLive();
        boolean inHours = night ? minute < NIGHT_ENDS : minute >= DAY_BEGINS && minute < DAY_ENDS;
        LocalTime start = inHours ? drill.start() : night ? LocalTime.of(2, 0) : LocalTime.of(9, 0);
        return new StartWindow(id, List.of(start), night ? NIGHT_ENDS : DAY_ENDS, night);
    }

    private Candidate candidate(WantedDrill drill) {
        LocalDate first = LocalDate.of(year, 1, 1);
        WantedDrill.Place place = drill.place();
        double own = place.best() * first.lengthOfYear();
        List<String> places = Stream.concat(
                        place.sites().stream(), drill.types().stream().map(YearProblem::typeAsPlace))
                .toList();
        CandidateBuilder candidate = Candidate.named(drill.uid(), window(drill));
        candidate
                .types(drill.types().toArray(Drill.Type[]::new))
                .tier(Math.max(1, drill.tier()))
                .lasts(1, drill.minutes())
                .teams(drill.parties())
                .sites(places)
                .exclusive(place.sites())
                .subjects(place.covers())
                .worth(drill.scope().peopleHours(), drill.scope().liveHours(), learning(drill))
                .between(place.earliest(), place.latest())
                .preferred(List.of(first.plusDays((long) own)));
        if (place.mandatory()) {
            candidate.mandatory(1);
        } else {
            candidate.optional(1);
        }
        return candidate.build();
    }

    private static double learning(WantedDrill drill) {
        return drill.scope().worth() == null ? 0 : drill.scope().worth().points();
    }

    private Set<String> parties() {
        Set<String> parties = new TreeSet<>();
        wanted.forEach(drill -> parties.addAll(drill.parties()));
        return parties;
    }

    private List<Duty> duties() {
        List<Duty> duties = new ArrayList<>();
        for (Retest retest : inputs.retests()) {
            duties.add(new Duty(
                    retest.id(),
                    Duty.Kind.RETEST,
                    retest.service(),
                    Math.max(1, retest.tier()),
                    retest.from(),
                    retest.by()));
        }
        return duties;
    }

    private List<Precedence> precedences() {
        List<Precedence> precedences = new ArrayList<>();
        for (WantedDrill before : wanted) {
            for (WantedDrill after : wanted) {
                if (before.service().equals(after.service()) && !before.uid().equals(after.uid())) {
                    if (before.isDesktop() && after.isLive() && !before.isLive() && before.isOf(DrillKind.TIER)) {
                        precedences.add(new Precedence(before.uid(), after.uid(), 1));
                    }
                    if (before.isOf(DrillKind.RECURRING)
                            && before.place().best() < after.place().best()) {
                        precedences.add(new Precedence(before.uid(), after.uid(), RECURRING_GAP_DAYS));
                    }
                }
            }
        }
        return precedences;
    }
}
