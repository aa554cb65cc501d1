package io.holdfast.simulator.calendar;

import io.holdfast.simulator.calendar.Placement.Alternative;
import io.holdfast.simulator.calendar.Placement.Hindrance;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Says why each drill lies where it lies: what keeps it from better days, and what the next-best day would cost. */
final class PlacementReasons {

    private final Agenda agenda;
    private final Ledger ledger;

    PlacementReasons(Agenda agenda, Ledger ledger) {
        this.agenda = agenda;
        this.ledger = ledger;
    }

    List<Placement> list() {
        List<Placement> placements = new ArrayList<>();
        for (Occurrence each : agenda.occurrences()) {
            if (ledger.find(each.index()).isPresent()) {
                Spot spot = ledger.take(each);
                placements.add(placement(each, spot));
                ledger.put(each, spot);
            }
        }
        return placements;
    }

    /** A spot with what it costs and which rules it breaks. */
    private record Choice(Spot spot, long moves, long days, List<Rule> broken) {}

    private Placement placement(Occurrence each, Spot spot) {
        List<Choice> others = others(each, spot);
        return new Placement(
                each.at(agenda.year(), spot),
                agenda.year().at(spot.last()).date(),
                each.isPinned(),
                each.distance(agenda.year(), spot),
                each.isPinned() ? List.of() : hindrances(others),
                next(others));
    }

    /** The spots of other days, the best of a day each, by what they would cost more. */
    private List<Choice> others(Occurrence each, Spot spot) {
        List<Duty> met = met(each, spot);
        long cost = ledger.cost(each, spot);
        long moved = moved(each, spot);
        Map<Integer, Choice> best = new TreeMap<>();
        for (Spot other : agenda.spots(each)) {
            if (other.first() != spot.first()) {
                List<Rule> broken = ledger.broken(each, other);
                met.stream()
                        .filter(duty -> !agenda.meets(each, other, duty))
                        .forEach(duty -> Agenda.add(broken, Rule.Kind.DUTY, duty.id()));
                Choice choice = new Choice(other, moved(each, other) - moved, ledger.cost(each, other) - cost, broken);
                best.merge(other.first(), choice, PlacementReasons::better);
            }
        }
        return best.values().stream()
                .sorted(Comparator.comparingLong(Choice::moves)
                        .thenComparingLong(Choice::days)
                        .thenComparingInt(choice -> choice.spot().first()))
                .toList();
    }

    private static Choice better(Choice a, Choice b) {
        return b.broken().size() < a.broken().size() ? b : a;
    }

    private long moved(Occurrence each, Spot spot) {
        return each.previous() != null && !each.isWhereItWas(agenda.year(), spot) ? 1 : 0;
    }

    /** The duties that nothing else meets. */
    private List<Duty> met(Occurrence each, Spot spot) {
        return agenda.problem().duties().stream()
                .filter(duty -> agenda.meets(each, spot, duty) && !ledger.isMet(duty))
                .toList();
    }

    private List<Hindrance> hindrances(List<Choice> others) {
        Map<Rule, Hindrance> byRule = new LinkedHashMap<>();
        for (Choice choice : others) {
            if (choice.days() < 0) {
                LocalDate date = agenda.year().at(choice.spot().first()).date();
                choice.broken()
                        .forEach(rule -> byRule.merge(
                                rule,
                                new Hindrance(rule, 1, date),
                                (known, one) -> new Hindrance(rule, known.days() + 1, known.example())));
            }
        }
        return byRule.values().stream()
                .sorted(Comparator.comparingInt(Hindrance::days).reversed())
                .toList();
    }

    private @Nullable Alternative next(List<Choice> others) {
        return others.stream()
                .filter(choice -> choice.broken().isEmpty())
                .findFirst()
                .map(choice -> new Alternative(
                        agenda.year().at(choice.spot().first()).date(),
                        choice.spot().start(),
                        choice.moves(),
                        choice.days()))
                .orElse(null);
    }
}
