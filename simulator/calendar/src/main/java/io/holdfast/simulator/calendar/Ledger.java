package io.holdfast.simulator.calendar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which drill lies where, and what that leaves for the others. Not for several threads. */
final class Ledger {

    private final Agenda agenda;
    private final @Nullable Spot[] taken;
    private final int[][] days;
    private final int[][] weeks;
    private final int[][] months;
    private final int[] begun;
    private final Map<String, List<Integer>> users = new HashMap<>();
    private long hours;
    private long risk;

    Ledger(Agenda agenda) {
        this.agenda = agenda;
        taken = new Spot[agenda.occurrences().size()];
        int limits = agenda.problem().limits().size();
        int length = agenda.year().length();
        days = new int[limits][length];
        weeks = new int[limits][agenda.week(length - 1) + 1];
        months = new int[limits][12];
        begun = new int[agenda.week(length - 1) + 1];
    }

    Optional<Spot> find(int occurrence) {
        return Optional.ofNullable(taken[occurrence]);
    }

    void put(Occurrence each, Spot spot) {
        taken[each.index()] = spot;
        count(each, spot, 1);
        for (String key : each.drill().exclusive()) {
            users.computeIfAbsent(key, name -> new ArrayList<>()).add(each.index());
        }
    }

    /** Takes a drill out and says where it lay. */
    Spot take(Occurrence each) {
        Spot spot = taken[each.index()];
        if (spot == null) {
            throw new IllegalStateException(each.key() + " lies nowhere");
        }
        taken[each.index()] = null;
        count(each, spot, -1);
        for (String key : each.drill().exclusive()) {
            users.getOrDefault(key, new ArrayList<>()).remove(Integer.valueOf(each.index()));
        }
        return spot;
    }

    private void count(Occurrence each, Spot spot, int sign) {
        List<LoadLimit> limits = agenda.problem().limits();
        for (int l = 0; l < limits.size(); l++) {
            if (limits.get(l).counts(each.drill())) {
                for (int i = 0; i < spot.length(); i++) {
                    days[l][spot.day(i)] += sign;
                    weeks[l][agenda.week(spot.day(i))] += sign;
                    months[l][agenda.month(spot.day(i))] += sign;
                }
            }
        }
        begun[agenda.week(spot.first())] += sign;
        hours += sign * Amounts.used(each.drill().peopleHours());
        risk += sign * Amounts.used(each.drill().productionRisk());
    }

    /** The rules that a drill that lies nowhere would break at a spot, while everything else stays; empty if none. */
    List<Rule> broken(Occurrence each, Spot spot) {
        List<Rule> broken = agenda.brokenAlone(each, spot);
        addLoads(broken, each, spot);
        addExclusive(broken, each, spot);
        addOrder(broken, each, spot);
        addBudgets(broken, each.drill());
        return broken;
    }

    private void addLoads(List<Rule> broken, Occurrence each, Spot spot) {
        List<LoadLimit> limits = agenda.problem().limits();
        for (int l = 0; l < limits.size(); l++) {
            LoadLimit limit = limits.get(l);
            if (limit.counts(each.drill()) && isOver(l, limit, spot)) {
                Agenda.add(broken, Rule.Kind.TEAM_LOAD, limit.name());
            }
        }
    }

    private boolean isOver(int l, LoadLimit limit, Spot spot) {
        for (int i = 0; i < spot.length(); i++) {
            int day = spot.day(i);
            int week = 0;
            int month = 0;
            for (int j = 0; j < spot.length(); j++) {
                week += agenda.week(spot.day(j)) == agenda.week(day) ? 1 : 0;
                month += agenda.month(spot.day(j)) == agenda.month(day) ? 1 : 0;
            }
            if (exceeds(days[l][day] + 1, limit.perDay())
                    || exceeds(weeks[l][agenda.week(day)] + week, limit.perWeek())
                    || exceeds(months[l][agenda.month(day)] + month, limit.perMonth())) {
                return true;
            }
        }
        return false;
    }

    private static boolean exceeds(int load, @Nullable Integer limit) {
        return limit != null && load > limit;
    }

    private void addExclusive(List<Rule> broken, Occurrence each, Spot spot) {
        for (String key : each.drill().exclusive()) {
            for (int other : users.getOrDefault(key, List.of())) {
                Spot there = taken[other];
                if (there != null && there.overlaps(spot) && shareADay(there, spot)) {
                    Agenda.add(broken, Rule.Kind.EXCLUSIVE, key);
                }
            }
        }
    }

    private static boolean shareADay(Spot a, Spot b) {
        for (int i = 0; i < a.length(); i++) {
            if (b.isOn(a.day(i))) {
                return true;
            }
        }
        return false;
    }

    private void addOrder(List<Rule> broken, Occurrence each, Spot spot) {
        for (Relation relation : agenda.relations()) {
            if (relation.later() == each.index()) {
                Spot before = taken[relation.earlier()];
                if (before == null || before.last() + relation.gap() > spot.first()) {
                    addOrder(broken, relation, relation.earlier());
                }
            }
            if (relation.earlier() == each.index()) {
                Spot after = taken[relation.later()];
                if (after != null && spot.last() + relation.gap() > after.first()) {
                    addOrder(broken, relation, relation.later());
                }
            }
        }
    }

    private void addOrder(List<Rule> broken, Relation relation, int other) {
        Rule.Kind kind = relation.sameDrill() ? Rule.Kind.SPACING : Rule.Kind.ORDER;
        Agenda.add(broken, kind, agenda.occurrences().get(other).drill().id());
    }

    private void addBudgets(List<Rule> broken, Candidate drill) {
        Budget budget = agenda.problem().budget();
        String year = String.valueOf(agenda.year().year());
        long moreHours = Amounts.used(drill.peopleHours());
        long moreRisk = Amounts.used(drill.productionRisk());
        if (budget.peopleHours() != null
                && moreHours > 0
                && hours + moreHours > Amounts.allowed(budget.peopleHours())) {
            Agenda.add(broken, Rule.Kind.PEOPLE_HOURS, year);
        }
        if (budget.productionRisk() != null
                && moreRisk > 0
                && risk + moreRisk > Amounts.allowed(budget.productionRisk())) {
            Agenda.add(broken, Rule.Kind.PRODUCTION_RISK, year);
        }
    }

    /** What a spot costs a drill that lies nowhere: days from where it would best lie, and the crowding of its week. */
    long cost(Occurrence each, Spot spot) {
        long crowding = begun[agenda.week(spot.first())] > 0 ? agenda.problem().weekCrowdingDays() : 0;
        return each.distance(agenda.year(), spot) + crowding;
    }

    /** Whether a duty is met by what lies where it lies. */
    boolean isMet(Duty duty) {
        for (Occurrence each : agenda.occurrences()) {
            Spot spot = taken[each.index()];
            if (spot != null && agenda.meets(each, spot, duty)) {
                return true;
            }
        }
        return false;
    }

    /** How good it is. */
    Score score() {
        long missing = 0;
        long learning = 0;
        long moves = 0;
        long distance = 0;
        for (Occurrence each : agenda.occurrences()) {
            Spot spot = taken[each.index()];
            if (spot == null) {
                missing += each.drill().mandatory() ? Agenda.weight(each.drill().tier()) : 0;
                moves += each.previous() != null ? 1 : 0;
            } else {
                learning += Amounts.learned(each.drill().learning());
                moves += each.previous() != null && !each.isWhereItWas(agenda.year(), spot) ? 1 : 0;
                distance += each.distance(agenda.year(), spot);
            }
        }
        for (Duty duty : agenda.problem().duties()) {
            missing += isMet(duty) ? 0 : Agenda.weight(duty.tier());
        }
        for (int load : begun) {
            distance += (long) Math.max(0, load - 1) * agenda.problem().weekCrowdingDays();
        }
        return new Score(missing, learning, moves, distance);
    }
}
