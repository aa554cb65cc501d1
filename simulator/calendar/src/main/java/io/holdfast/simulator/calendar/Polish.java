package io.holdfast.simulator.calendar;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Moves drill by drill to a better day, if one is free, until none is. What is missing and learnt stays as it is. */
final class Polish {

    private Polish() {}

    /** The same calendar, changed in place. */
    static Ledger of(Agenda agenda, Ledger ledger) {
        boolean more = true;
        while (more) {
            more = false;
            for (Occurrence each : agenda.occurrences()) {
                if (!each.isPinned() && ledger.find(each.index()).isPresent()) {
                    more |= move(agenda, ledger, each);
                }
            }
        }
        return ledger;
    }

    private static boolean move(Agenda agenda, Ledger ledger, Occurrence each) {
        Spot own = ledger.take(each);
        List<Duty> duties = agenda.problem().duties().stream()
                .filter(duty -> agenda.meets(each, own, duty) && !ledger.isMet(duty))
                .toList();
        Comparator<Spot> order = Comparator.comparing((Spot spot) -> isMoved(agenda, each, spot))
                .thenComparingLong(spot -> ledger.cost(each, spot));
        Optional<Spot> best = agenda.allowed(each).stream()
                .filter(spot -> order.compare(spot, own) < 0)
                .filter(spot -> duties.stream().allMatch(duty -> agenda.meets(each, spot, duty)))
                .filter(spot -> ledger.broken(each, spot).isEmpty())
                .min(order);
        ledger.put(each, best.orElse(own));
        return best.isPresent();
    }

    private static boolean isMoved(Agenda agenda, Occurrence each, Spot spot) {
        return each.previous() != null && !each.isWhereItWas(agenda.year(), spot);
    }
}
