package io.holdfast.simulator.calendar;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Problems with a rule less, to see what the rule keeps out. */
final class Relaxation {

    private Relaxation() {}

    /** The problem without some rules, as they bear on a drill. Rules that nobody made, such as a search's end, stay. */
    static CalendarProblem without(CalendarProblem problem, Iterable<Rule> rules, String drill) {
        CalendarProblem relaxed = problem;
        for (Rule rule : rules) {
            relaxed = without(relaxed, rule, drill);
        }
        return relaxed;
    }

    private static CalendarProblem without(CalendarProblem problem, Rule rule, String drill) {
        CalendarProblemBuilder builder = new CalendarProblemBuilder(problem);
        String name = rule.name();
        switch (rule.kind()) {
            case DAY_OFF -> builder.drills(changed(problem, drill, each -> allow(each, DayKind.valueOf(name))));
            case DAY_BEFORE_OFF -> builder.windows(windows(problem, name, 0, true));
            case WINDOW -> builder.windows(windows(problem, name, 1440, false));
            case FREEZE ->
                builder.freezes(problem.freezes().stream()
                        .filter(each -> !each.name().equals(name))
                        .toList());
            case EARLIEST ->
                builder.drills(changed(
                        problem,
                        drill,
                        each -> builderOf(each).between(null, each.latest()).build()));
            case LATEST ->
                builder.drills(changed(
                        problem,
                        drill,
                        each -> builderOf(each).between(each.earliest(), null).build()));
            case SPACING ->
                builder.drills(changed(
                        problem, drill, each -> builderOf(each).spacing(null, 1).build()));
            case ORDER ->
                builder.precedences(problem.precedences().stream()
                        .filter(each -> !Set.of(each.before(), each.after()).equals(Set.of(name, drill)))
                        .toList());
            case TEAM_LOAD ->
                builder.limits(problem.limits().stream()
                        .filter(each -> !each.name().equals(name))
                        .toList());
            case EXCLUSIVE ->
                builder.drills(
                        problem.drills().stream().map(each -> free(each, name)).toList());
            case PEOPLE_HOURS ->
                builder.budget(new Budget(null, problem.budget().productionRisk()));
            case PRODUCTION_RISK -> builder.budget(new Budget(problem.budget().peopleHours(), null));
            case PIN ->
                builder.pins(problem.pins().stream()
                        .filter(each -> !each.drill().equals(name))
                        .toList());
            case DUTY, NOT_COVERED, NOTHING_TO_LEARN, SEARCH_ENDED -> {
                return problem;
            }
        }
        return builder.build();
    }

    private static CandidateBuilder builderOf(Candidate each) {
        return new CandidateBuilder(each);
    }

    private static List<Candidate> changed(CalendarProblem problem, String drill, UnaryOperator<Candidate> change) {
        return problem.drills().stream()
                .map(each -> each.id().equals(drill) ? change.apply(each) : each)
                .toList();
    }

    private static Candidate allow(Candidate each, DayKind kind) {
        EnumSet<DayKind> on = EnumSet.copyOf(each.on());
        on.add(kind);
        return builderOf(each).on(on).build();
    }

    private static Candidate free(Candidate each, String key) {
        return builderOf(each)
                .exclusive(each.exclusive().stream()
                        .filter(own -> !own.equals(key))
                        .toList())
                .build();
    }

    private static List<StartWindow> windows(CalendarProblem problem, String name, int atLeast, boolean anyNight) {
        return problem.windows().stream()
                .map(each -> each.id().equals(name)
                        ? new StartWindow(
                                each.id(),
                                each.starts(),
                                Math.max(each.endMinute(), atLeast),
                                !anyNight && each.afterWorkedDay())
                        : each)
                .toList();
    }
}
