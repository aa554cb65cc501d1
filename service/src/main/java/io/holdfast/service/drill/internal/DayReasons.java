package io.holdfast.service.drill.internal;

import io.holdfast.service.drill.Reason;
import io.holdfast.simulator.calendar.Omission;
import io.holdfast.simulator.calendar.Placement;
import io.holdfast.simulator.calendar.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the calendar's solver says of days and omissions, as reasons for a page. */
final class DayReasons {

    static final String SERVICE = "service ";

    private DayReasons() {}

    /** Why this day: what keeps the drill from nearer ones, and what the next-best one would cost. */
    static List<Reason> of(Placement placement) {
        Map<String, Reason> reasons = new LinkedHashMap<>();
        for (Placement.Hindrance hindrance : placement.hindrances()) {
            Reason reason = of(hindrance);
            reasons.putIfAbsent(reason.code() + reason.values().get("team"), reason);
        }
        List<Reason> all = new ArrayList<>(reasons.values());
        Placement.Alternative next = placement.next();
        if (next != null && next.days() < 0) {
            all.add(Reason.of("day-kept"));
        } else if (all.isEmpty()) {
            all.add(Reason.of("day-best"));
        }
        if (next != null && next.days() > 0) {
            all.add(Reason.of("day-next", "date", next.date().toString(), "days", String.valueOf(next.days())));
        }
        return all;
    }

    private static Reason of(Placement.Hindrance hindrance) {
        String date = hindrance.example().toString();
        String name = hindrance.rule().name();
        return switch (hindrance.rule().kind()) {
            case DAY_OFF -> Reason.of("day-off", "date", date);
            case DAY_BEFORE_OFF -> Reason.of("day-before-off", "date", date);
            case FREEZE ->
                name.startsWith(YearProblem.FREEZE)
                        ? Reason.of("day-freeze", "date", date, "freeze", name.substring(YearProblem.FREEZE.length()))
                        : Reason.of("day-blackout", "date", date);
            case EXCLUSIVE -> Reason.of("day-site", "date", date, "site", name);
            case ORDER -> Reason.of("day-order", "date", date);
            case TEAM_LOAD ->
                name.startsWith(SERVICE)
                        ? Reason.of("day-service", "date", date)
                        : Reason.of("day-team", "team", name, "date", date);
            default -> Reason.of("day-other", "date", date);
        };
    }

    /** A rule that a drill would break on a day that a person wants. */
    static Reason broken(Rule rule) {
        String name = rule.name();
        return switch (rule.kind()) {
            case DAY_OFF -> Reason.of("move-day-off");
            case DAY_BEFORE_OFF -> Reason.of("move-day-before-off");
            case WINDOW -> Reason.of(name.startsWith("night") ? "move-night" : "move-hours");
            case FREEZE ->
                name.startsWith(YearProblem.FREEZE)
                        ? Reason.of("move-freeze", "freeze", name.substring(YearProblem.FREEZE.length()))
                        : Reason.of("move-blackout");
            case EARLIEST -> Reason.of("move-earliest");
            case LATEST -> Reason.of("move-latest");
            case ORDER, SPACING -> Reason.of("move-order");
            case TEAM_LOAD ->
                name.startsWith(SERVICE)
                        ? Reason.of("move-service", "service", name.substring(SERVICE.length()))
                        : Reason.of("move-team", "team", name);
            case EXCLUSIVE -> Reason.of("move-site", "site", name);
            case PEOPLE_HOURS -> Reason.of("move-people-hours");
            case PRODUCTION_RISK -> Reason.of("move-live-hours");
            case DUTY -> Reason.of("move-retest", "service", name.substring(name.indexOf('/') + 1));
            case PIN, NOT_COVERED, NOTHING_TO_LEARN, SEARCH_ENDED ->
                throw new IllegalStateException("No rule of a day: " + rule);
        };
    }

    /** A rule that a drill breaks where a person has pinned it. */
    static Reason pinAgainst(Rule rule) {
        Reason broken = broken(rule);
        return new Reason(broken.code().replaceFirst("move-", "pin-"), broken.values());
    }

    /** What would let a drill in that has no day; the simplest alone. */
    static Reason of(Omission omission) {
        return omission.reliefs().stream()
                .flatMap(relief -> relief.rules().stream())
                .filter(rule ->
                        rule.kind() == Rule.Kind.TEAM_LOAD && !rule.name().startsWith(SERVICE))
                .findFirst()
                .map(rule -> Reason.of("teams-full", "team", rule.name()))
                .orElseGet(() -> withoutTeam(omission));
    }

    private static Reason withoutTeam(Omission omission) {
        List<Rule.Kind> kinds = omission.reliefs().stream()
                .flatMap(relief -> relief.rules().stream())
                .map(Rule::kind)
                .toList();
        if (kinds.contains(Rule.Kind.ORDER)) {
            return Reason.of("waits-for-desktop");
        }
        if (kinds.contains(Rule.Kind.PEOPLE_HOURS)) {
            return Reason.of("people-hours-used");
        }
        if (kinds.contains(Rule.Kind.PRODUCTION_RISK)) {
            return Reason.of("live-hours-used");
        }
        return Reason.of(kinds.contains(Rule.Kind.SEARCH_ENDED) ? "search-ended" : "no-day");
    }
}
