package io.holdfast.simulator.drill;

import io.holdfast.simulator.model.Drill;
import io.holdfast.simulator.result.Estimate;
import io.holdfast.simulator.result.Finding;
import java.util.List;

/** What can be said of one type of a drill. */
public sealed interface TypeOutcome {

    /** The type. */
    Drill.Type type();

    /** The type cannot be estimated as the drill is written down. */
    record NotPossible(Drill.Type type, Finding problem) implements TypeOutcome {}

    /**
     * The type was simulated.
     *
     * @param type the type
     * @param duration from the drill's beginning to its end, in hours; {@code never} where it does not end by the horizon
     * @param passed the chance that every criterion is met
     * @param criteria the criteria, each with its own chance
     * @param peopleHours hours of people that the drill binds
     * @param risk what it does to production
     * @param detail what only this type has
     * @param gaps what is missing in the plan: found, not drawn; of desktop drills
     * @param teaching what it would teach
     */
    record Estimated(
            Drill.Type type,
            Spread duration,
            Estimate passed,
            List<Criterion> criteria,
            Spread peopleHours,
            ProductionRisk risk,
            DrillDetail detail,
            List<Finding> gaps,
            Teaching teaching)
            implements TypeOutcome {

        /** Copies the lists. */
        public Estimated {
            criteria = List.copyOf(criteria);
            gaps = List.copyOf(gaps);
        }

        /** The same with what it would teach. */
        Estimated with(Teaching other) {
            return new Estimated(type, duration, passed, criteria, peopleHours, risk, detail, gaps, other);
        }
    }
}
