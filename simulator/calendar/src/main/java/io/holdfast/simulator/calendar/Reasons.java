package io.holdfast.simulator.calendar;

import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import io.holdfast.simulator.calendar.Omission.Relief;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Says why something is left out, by leaving out rules instead: first with everything else staying, by looking; then with
 * everything else still taking place somewhere, by the solver. Rules of other drills alone are not tried. Not for several
 * threads.
 */
final class Reasons {

    /** The most work for one question, in the solver's seconds. */
    private static final double MOST = 0.5;

    private final Agenda agenda;
    private final Ledger ledger;
    private final Search search;
    /** Whether it is proven that nothing more can take place, and nothing more be learnt. */
    private final boolean proven;

    private double left;

    Reasons(Agenda agenda, Ledger ledger, Search search, double effort, boolean proven) {
        this.agenda = agenda;
        this.ledger = ledger;
        this.search = search;
        this.proven = proven;
        left = effort;
    }

    List<Omission> omissions() {
        List<Omission> omissions = new ArrayList<>();
        Map<String, Omission> first = new HashMap<>();
        for (Occurrence each : agenda.occurrences()) {
            if (ledger.find(each.index()).isEmpty()) {
                Omission known = first.get(each.drill().id());
                Omission own = known == null
                        ? omission(each)
                        : new Omission(
                                known.drill(), each.number(), known.mandatory(), known.reliefs(), known.conflict());
                first.putIfAbsent(each.drill().id(), own);
                omissions.add(own);
            }
        }
        return omissions;
    }

    private Omission omission(Occurrence each) {
        Set<Rule> relevant = new LinkedHashSet<>();
        Map<Rule, Long> alone = new LinkedHashMap<>();
        List<Rule> fewest = null;
        for (Spot spot : agenda.spots(each)) {
            List<Rule> broken = ledger.broken(each, spot);
            relevant.addAll(broken);
            if (broken.size() == 1) {
                alone.merge(broken.getFirst(), 1L, Long::sum);
            }
            fewest = fewest == null || broken.size() < fewest.size() ? broken : fewest;
        }
        if (fewest == null) {
            return of(
                    each,
                    List.of(),
                    List.of(new Rule(Rule.Kind.LATEST, each.drill().id())));
        }
        boolean nothing = !each.drill().mandatory() && each.drill().learning() == 0;
        if (fewest.isEmpty() || nothing) {
            return of(each, List.of(new Relief(List.of(unused(each, nothing)), fewest.isEmpty())), List.of());
        }
        if (!proven && fits(each, List.of()) == Answer.YES) {
            return of(each, List.of(new Relief(List.of(unused(each, false)), false)), List.of());
        }
        relevant.addAll(pinsNear(each));
        List<Relief> reliefs = new ArrayList<>(alone.entrySet().stream()
                .sorted(Map.Entry.<Rule, Long>comparingByValue(Comparator.reverseOrder()))
                .map(entry -> new Relief(List.of(entry.getKey()), true))
                .toList());
        if (reliefs.isEmpty()) {
            addMoving(reliefs, each, relevant);
            reliefs.add(new Relief(fewest, true));
        }
        return of(each, reliefs, each.drill().mandatory() ? conflict(each, relevant, alone.keySet()) : List.of());
    }

    private static Omission of(Occurrence each, List<Relief> reliefs, List<Rule> conflict) {
        return new Omission(each.drill().id(), each.number(), each.drill().mandatory(), reliefs, conflict);
    }

    /** What it means that a drill is not there although it would fit, or nobody knows. */
    private static Rule unused(Occurrence each, boolean nothing) {
        Rule.Kind kind = nothing ? Rule.Kind.NOTHING_TO_LEARN : Rule.Kind.SEARCH_ENDED;
        return new Rule(kind, each.drill().id());
    }

    private void addMoving(List<Relief> reliefs, Occurrence each, Set<Rule> relevant) {
        for (Rule rule : relevant) {
            if (fits(each, List.of(rule)) == Answer.YES) {
                reliefs.add(new Relief(List.of(rule), false));
            }
        }
    }

    /** Leaves out one rule after the other as long as the drill still does not fit: what is left keeps it out together. */
    private List<Rule> conflict(Occurrence each, Set<Rule> relevant, Set<Rule> needed) {
        if (!proven && fits(each, List.of()) != Answer.NO) {
            return List.of();
        }
        List<Rule> without = new ArrayList<>();
        for (Rule rule : relevant) {
            if (!needed.contains(rule)) {
                without.add(rule);
                if (fits(each, without) != Answer.NO) {
                    without.removeLast();
                }
            }
        }
        return relevant.stream().filter(rule -> !without.contains(rule)).toList();
    }

    private List<Rule> pinsNear(Occurrence each) {
        List<Rule> pins = new ArrayList<>();
        for (Occurrence other : agenda.occurrences()) {
            boolean near = other.drill().teams().stream().anyMatch(each.drill().teams()::contains)
                    || other.drill().exclusive().stream().anyMatch(each.drill().exclusive()::contains);
            if (other.isPinned() && other.index() != each.index() && near) {
                Agenda.add(pins, Rule.Kind.PIN, other.drill().id());
            }
        }
        return pins;
    }

    private enum Answer {
        YES,
        NO,
        UNKNOWN
    }

    /** Whether a drill fits without some rules while everything that takes place still does, on whatever day. */
    private Answer fits(Occurrence each, List<Rule> without) {
        if (left <= 0 || search.isCancelled()) {
            return Answer.UNKNOWN;
        }
        Agenda relaxed = new Agenda(
                Relaxation.without(agenda.problem(), without, each.drill().id()));
        CalendarModel model = new CalendarModel(relaxed);
        agenda.occurrences().stream()
                .filter(other -> ledger.find(other.index()).isPresent())
                .forEach(other -> model.requirePresent(other.index()));
        model.requirePresent(each.index());
        CpSolver solver = search.solver(Math.min(left, MOST));
        CpSolverStatus status = search.solve(solver, model);
        left -= Math.max(solver.response().getDeterministicTime(), MOST / 100);
        return switch (status) {
            case OPTIMAL, FEASIBLE -> Answer.YES;
            case INFEASIBLE -> Answer.NO;
            case UNKNOWN, MODEL_INVALID, UNRECOGNIZED -> Answer.UNKNOWN;
        };
    }

    List<UnmetDuty> unmetDuties() {
        List<UnmetDuty> unmet = new ArrayList<>();
        for (Duty duty : agenda.problem().duties()) {
            if (!ledger.isMet(duty)) {
                unmet.add(unmet(duty));
            }
        }
        return unmet;
    }

    /** The nearest way to meet it: of all drills that cover it the spot in time that breaks the fewest rules. */
    private UnmetDuty unmet(Duty duty) {
        List<Occurrence> ways = agenda.occurrences().stream()
                .filter(each -> each.drill().subjects().contains(duty.subject()))
                .toList();
        List<String> drills =
                ways.stream().map(each -> each.drill().id()).distinct().toList();
        if (ways.isEmpty()) {
            return new UnmetDuty(duty.id(), drills, List.of(new Rule(Rule.Kind.NOT_COVERED, duty.subject())));
        }
        List<Rule> fewest = ways.stream()
                .flatMap(each -> inTime(each, duty).stream())
                .min(Comparator.comparingInt(List::size))
                .orElseGet(() -> List.of(new Rule(Rule.Kind.DUTY, duty.id())));
        return new UnmetDuty(
                duty.id(),
                drills,
                fewest.isEmpty()
                        ? List.of(new Rule(proven ? Rule.Kind.DUTY : Rule.Kind.SEARCH_ENDED, duty.id()))
                        : fewest);
    }

    private List<List<Rule>> inTime(Occurrence each, Duty duty) {
        boolean lies = ledger.find(each.index()).isPresent();
        Spot own = lies ? ledger.take(each) : null;
        List<List<Rule>> broken = agenda.spots(each).stream()
                .filter(spot -> agenda.meets(each, spot, duty))
                .map(spot -> ledger.broken(each, spot))
                .toList();
        if (own != null) {
            ledger.put(each, own);
        }
        return broken;
    }
}
