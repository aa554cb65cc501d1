package io.holdfast.simulator.drill;

import io.holdfast.simulator.compile.CompiledModel;
import io.holdfast.simulator.compile.MethodTable.MethodEntry;
import io.holdfast.simulator.engine.TrialOutcome;
import io.holdfast.simulator.model.Id;
import java.util.function.Predicate;

/** How much of people's time the work of a trial took: work that failed or was called off included. Immutable. */
final class People {

    private final int[] crew;

    /** People in the crews of the methods of some elements; the others' count as none. */
    People(CompiledModel model, Predicate<Id> counted) {
        crew = new int[model.methods().size()];
        for (int m = 0; m < crew.length; m++) {
            MethodEntry entry = model.methods().get(m);
            if (counted.test(model.elements().id(entry.element()))) {
                crew[m] = peopleOf(model, entry);
            }
        }
    }

    private static int peopleOf(CompiledModel model, MethodEntry entry) {
        int sum = 0;
        for (int i = 0; i < entry.crewTeams().length; i++) {
            boolean people = model.model().teams().get(entry.crewTeams()[i]).people();
            sum += people ? entry.crewCounts()[i] : 0;
        }
        return sum;
    }

    /** People times ticks until a moment. */
    long ticks(TrialOutcome outcome, long until) {
        long sum = 0;
        for (int work = 0; work < outcome.works(); work++) {
            long to = Math.min(until, outcome.workToTicks(work));
            sum += crew[outcome.workMethod(work)] * Math.max(0, to - outcome.workFromTicks(work));
        }
        return sum;
    }

    /** When the last work ended; 0 where none was done. */
    static long lastEnd(TrialOutcome outcome) {
        long last = 0;
        for (int work = 0; work < outcome.works(); work++) {
            last = Math.max(last, outcome.workToTicks(work));
        }
        return last;
    }
}
