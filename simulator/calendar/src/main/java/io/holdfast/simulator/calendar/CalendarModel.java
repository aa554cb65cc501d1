package io.holdfast.simulator.calendar;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The constraint program of an agenda: a Boolean for each time of each drill and each spot that it may have by itself;
 * pinned ones are constants. Not for several threads.
 */
final class CalendarModel {

    private final Agenda agenda;
    private final CpModel model = new CpModel();
    private final List<List<Spot>> spots = new ArrayList<>();
    private final List<List<BoolVar>> vars = new ArrayList<>();
    private final List<BoolVar> present = new ArrayList<>();
    private final Map<Duty, BoolVar> unmet = new LinkedHashMap<>();
    private final List<IntVar> crowded = new ArrayList<>();

    CalendarModel(Agenda agenda) {
        this.agenda = agenda;
        for (Occurrence each : agenda.occurrences()) {
            addSpots(each);
        }
        agenda.relations().forEach(this::addRelation);
        new LoadRows(agenda, this).add();
        addBudgets();
        agenda.problem().duties().forEach(this::addDuty);
        addCrowding();
    }

    CpModel model() {
        return model;
    }

    /** The spots that an occurrence may have; a pinned one has one. */
    List<Spot> spotsOf(int occurrence) {
        return spots.get(occurrence);
    }

    /** The Booleans of an occurrence, one a spot. */
    List<BoolVar> varsOf(int occurrence) {
        return vars.get(occurrence);
    }

    private void addSpots(Occurrence each) {
        Optional<Spot> pin = agenda.findPin(each);
        List<Spot> own = pin.map(List::of).orElseGet(() -> agenda.allowed(each));
        List<BoolVar> chosen = new ArrayList<>();
        for (int i = 0; i < own.size(); i++) {
            chosen.add(model.newBoolVar(""));
        }
        BoolVar there = model.newBoolVar("");
        spots.add(own);
        vars.add(chosen);
        present.add(there);
        List<Literal> choices = new ArrayList<>(chosen);
        choices.add(there.not());
        model.addExactlyOne(choices);
        if (pin.isPresent()) {
            model.addEquality(there, 1);
        }
    }

    /** The later one takes place only where the earlier one does, and begins a gap after it at the soonest. */
    private void addRelation(Relation relation) {
        Occurrence later = agenda.occurrences().get(relation.later());
        Occurrence earlier = agenda.occurrences().get(relation.earlier());
        if (later.isPinned()) {
            if (!earlier.isPinned()) {
                forbidAfter(earlier, spots.get(later.index()).getFirst().first() - relation.gap());
            }
            return;
        }
        int length = agenda.year().length() + relation.gap();
        LinearExprBuilder slack = LinearExpr.newBuilder();
        addDays(slack, later.index(), 1, true);
        addDays(slack, earlier.index(), -1, false);
        slack.addTerm(present.get(later.index()), -length);
        model.addGreaterOrEqual(slack, relation.gap() - length);
        model.addImplication(present.get(later.index()), present.get(earlier.index()));
    }

    private void addDays(LinearExprBuilder sum, int occurrence, int sign, boolean begins) {
        for (int s = 0; s < spots.get(occurrence).size(); s++) {
            Spot spot = spots.get(occurrence).get(s);
            sum.addTerm(vars.get(occurrence).get(s), (long) sign * (begins ? spot.first() : spot.last()));
        }
    }

    private void forbidAfter(Occurrence each, int lastDay) {
        for (int s = 0; s < spots.get(each.index()).size(); s++) {
            if (spots.get(each.index()).get(s).last() > lastDay) {
                model.addEquality(vars.get(each.index()).get(s), 0);
            }
        }
    }

    private void addBudgets() {
        Budget budget = agenda.problem().budget();
        if (budget.peopleHours() != null) {
            addBudget(Amounts.allowed(budget.peopleHours()), drill -> Amounts.used(drill.peopleHours()));
        }
        if (budget.productionRisk() != null) {
            addBudget(Amounts.allowed(budget.productionRisk()), drill -> Amounts.used(drill.productionRisk()));
        }
    }

    private void addBudget(long allowed, java.util.function.ToLongFunction<Candidate> use) {
        LinearExprBuilder sum = LinearExpr.newBuilder();
        long pinned = 0;
        for (Occurrence each : agenda.occurrences()) {
            long used = use.applyAsLong(each.drill());
            if (each.isPinned()) {
                pinned += used;
            } else if (used > 0) {
                sum.addTerm(present.get(each.index()), used);
            }
        }
        model.addLessOrEqual(sum, Math.max(0, allowed - pinned));
    }

    private void addDuty(Duty duty) {
        List<Literal> ways = new ArrayList<>();
        for (Occurrence each : agenda.occurrences()) {
            for (int s = 0; s < spots.get(each.index()).size(); s++) {
                if (agenda.meets(each, spots.get(each.index()).get(s), duty)) {
                    ways.add(vars.get(each.index()).get(s));
                }
            }
        }
        BoolVar missed = model.newBoolVar("");
        unmet.put(duty, missed);
        ways.add(missed);
        model.addBoolOr(ways);
    }

    /** How many drills more than one begin in a week. */
    private void addCrowding() {
        if (agenda.problem().weekCrowdingDays() == 0) {
            return;
        }
        Map<Integer, LinearExprBuilder> weeks = new HashMap<>();
        Map<Integer, Integer> most = new HashMap<>();
        for (Occurrence each : agenda.occurrences()) {
            TreeSet<Integer> own = new TreeSet<>();
            for (int s = 0; s < spots.get(each.index()).size(); s++) {
                int week = agenda.week(spots.get(each.index()).get(s).first());
                own.add(week);
                weeks.computeIfAbsent(week, w -> LinearExpr.newBuilder())
                        .add(vars.get(each.index()).get(s));
            }
            own.forEach(week -> most.merge(week, 1, Integer::sum));
        }
        weeks.forEach((week, sum) -> {
            int more = most.getOrDefault(week, 0) - 1;
            if (more > 0) {
                IntVar excess = model.newIntVar(0, more, "");
                crowded.add(excess);
                model.addLessOrEqual(sum.addTerm(excess, -1), 1);
            }
        });
    }

    /** What an aim comes to, as {@link Score} counts it. */
    LinearExprBuilder level(Level.Aim aim) {
        LinearExprBuilder sum = LinearExpr.newBuilder();
        for (Occurrence each : agenda.occurrences()) {
            BoolVar there = present.get(each.index());
            switch (aim) {
                case MISSING -> {
                    if (each.drill().mandatory()) {
                        long weight = Agenda.weight(each.drill().tier());
                        sum.addTerm(there, -weight).add(weight);
                    }
                }
                case LEARNING -> sum.addTerm(there, Amounts.learned(each.drill().learning()));
                case MOVES -> addMoves(sum, each);
                case DISTANCE -> addDistance(sum, each);
            }
        }
        if (aim == Level.Aim.MISSING) {
            unmet.forEach((duty, missed) -> sum.addTerm(missed, Agenda.weight(duty.tier())));
        }
        if (aim == Level.Aim.DISTANCE) {
            crowded.forEach(each -> sum.addTerm(each, agenda.problem().weekCrowdingDays()));
        }
        return sum;
    }

    private void addMoves(LinearExprBuilder sum, Occurrence each) {
        if (each.previous() == null) {
            return;
        }
        sum.add(1);
        for (int s = 0; s < spots.get(each.index()).size(); s++) {
            if (each.isWhereItWas(agenda.year(), spots.get(each.index()).get(s))) {
                sum.addTerm(vars.get(each.index()).get(s), -1);
            }
        }
    }

    private void addDistance(LinearExprBuilder sum, Occurrence each) {
        for (int s = 0; s < spots.get(each.index()).size(); s++) {
            int distance = each.distance(agenda.year(), spots.get(each.index()).get(s));
            if (distance > 0) {
                sum.addTerm(vars.get(each.index()).get(s), distance);
            }
        }
    }

    /** Makes an occurrence take place. */
    void requirePresent(int occurrence) {
        model.addEquality(present.get(occurrence), 1);
    }

    /** Where the solver should look first. */
    void hint(Ledger ledger) {
        model.clearHints();
        for (Occurrence each : agenda.occurrences()) {
            Optional<Spot> at = ledger.find(each.index());
            List<Spot> own = spots.get(each.index());
            model.addHint(present.get(each.index()), at.isPresent() ? 1 : 0);
            for (int s = 0; s < own.size(); s++) {
                boolean chosen = at.isPresent() && isSame(at.get(), own.get(s));
                model.addHint(vars.get(each.index()).get(s), chosen ? 1 : 0);
            }
        }
    }

    private static boolean isSame(Spot a, Spot b) {
        return a.first() == b.first() && a.startMinute() == b.startMinute();
    }

    /** What the solver has found. */
    Ledger read(CpSolver solver) {
        Ledger ledger = new Ledger(agenda);
        for (Occurrence each : agenda.occurrences()) {
            for (int s = 0; s < vars.get(each.index()).size(); s++) {
                if (solver.booleanValue(vars.get(each.index()).get(s))) {
                    ledger.put(each, spots.get(each.index()).get(s));
                }
            }
        }
        return ledger;
    }
}
