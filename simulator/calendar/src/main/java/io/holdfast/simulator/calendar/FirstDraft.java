package io.holdfast.simulator.calendar;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A calendar made by hand, so to speak: pins, then one drill after the other on its best free day. What the search starts
 * from, and what is left when it is cancelled at once.
 */
final class FirstDraft {

    private FirstDraft() {}

    static Ledger of(Agenda agenda) {
        Ledger ledger = new Ledger(agenda);
        for (Occurrence each : agenda.occurrences()) {
            agenda.findPin(each).ifPresent(spot -> ledger.put(each, spot));
        }
        List<Occurrence> order = agenda.occurrences().stream()
                .filter(each -> !each.isPinned())
                .sorted(Comparator.comparing((Occurrence each) -> !each.drill().mandatory())
                        .thenComparingInt(each -> each.drill().tier())
                        .thenComparingDouble(each -> -each.drill().learning())
                        .thenComparingInt(Occurrence::index))
                .toList();
        boolean more = true;
        while (more) {
            more = false;
            for (Occurrence each : order) {
                if (ledger.find(each.index()).isEmpty() && isWanted(agenda, each)) {
                    Optional<Spot> best = best(agenda, ledger, each);
                    best.ifPresent(spot -> ledger.put(each, spot));
                    more |= best.isPresent();
                }
            }
        }
        return ledger;
    }

    private static boolean isWanted(Agenda agenda, Occurrence each) {
        return each.drill().mandatory()
                || each.drill().learning() > 0
                || agenda.relations().stream().anyMatch(relation -> relation.earlier() == each.index());
    }

    private static Optional<Spot> best(Agenda agenda, Ledger ledger, Occurrence each) {
        return agenda.allowed(each).stream()
                .filter(spot -> ledger.broken(each, spot).isEmpty())
                .min(Comparator.comparing((Spot spot) -> !each.isWhereItWas(agenda.year(), spot))
                        .thenComparingLong(spot -> ledger.cost(each, spot)));
    }
}
