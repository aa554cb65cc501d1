package io.holdfast.simulator.calendar;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a calendar is made of. {@link CalendarProblemBuilder} makes one.
 *
 * @param days the year
 * @param windows parts of a day
 * @param drills what may or must take place
 * @param freezes blackouts and change freezes
 * @param limits how many drills a team may have
 * @param budget what all drills may take together
 * @param precedences which drill waits for which
 * @param duties what must be covered, by whichever drill
 * @param pins what a person has fixed: it stays where it is, even against rules, which are reported then
 * @param previous an earlier plan, from which few drills should move; drills that no longer exist are ignored
 * @param weekCrowdingDays how many days a drill would rather move than be one more in a week that has one already
 */
public record CalendarProblem(
        YearDays days,
        List<StartWindow> windows,
        List<Candidate> drills,
        List<Freeze> freezes,
        List<LoadLimit> limits,
        Budget budget,
        List<Precedence> precedences,
        List<Duty> duties,
        List<DrillPlace> pins,
        List<DrillPlace> previous,
        int weekCrowdingDays) {

    /** Copies the lists; throws {@link IllegalArgumentException} that names what is doubled, unknown or out of range. */
    public CalendarProblem {
        windows = unique("Window", windows, StartWindow::id);
        drills = unique("Drill", drills, Candidate::id);
        freezes = unique("Freeze", freezes, Freeze::name);
        limits = unique("Load limit", limits, LoadLimit::name);
        precedences = List.copyOf(precedences);
        duties = unique("Duty", duties, Duty::id);
        pins = unique("Pin", pins, DrillPlace::key);
        previous = unique("Earlier place", previous, DrillPlace::key);
        if (weekCrowdingDays < 0 || weekCrowdingDays > 366) {
            throw new IllegalArgumentException(
                    "weekCrowdingDays is " + weekCrowdingDays + ", but must lie between 0 and 366.");
        }
        Set<String> known = windows.stream().map(StartWindow::id).collect(Collectors.toSet());
        for (Candidate drill : drills) {
            require(known.contains(drill.window()), "Drill '" + drill.id() + "'", "window '" + drill.window() + "'");
        }
        Map<String, Candidate> byId = drills.stream().collect(Collectors.toMap(Candidate::id, Function.identity()));
        for (Precedence each : precedences) {
            require(byId.containsKey(each.before()), "A precedence", "drill '" + each.before() + "'");
            require(byId.containsKey(each.after()), "A precedence", "drill '" + each.after() + "'");
        }
        for (DrillPlace pin : pins) {
            Candidate drill = byId.get(pin.drill());
            require(
                    drill != null && pin.number() >= 1 && pin.number() <= drill.times(),
                    "A pin",
                    "time " + pin.number() + " of drill '" + pin.drill() + "'");
            if (pin.date().getYear() != days.year()) {
                throw new IllegalArgumentException(
                        "Pin '" + pin.key() + "' lies on " + pin.date() + ", but must lie in " + days.year() + ".");
            }
        }
    }

    /** Starts a problem over a year. */
    public static CalendarProblemBuilder of(YearDays days) {
        return new CalendarProblemBuilder(days);
    }

    private static <T> List<T> unique(String what, List<T> all, Function<T, String> name) {
        Set<String> seen = new HashSet<>();
        for (T each : all) {
            if (!seen.add(name.apply(each))) {
                throw new IllegalArgumentException(
                        what + " '" + name.apply(each) + "' is there twice. Give each a name of its own.");
            }
        }
        return List.copyOf(all);
    }

    private static void require(boolean known, String who, String what) {
        if (!known) {
            throw new IllegalArgumentException(
                    who + " names " + what + ", which is not there. Add it, or name another.");
        }
    }
}
