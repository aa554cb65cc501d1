package io.holdfast.simulator.lanes;

import java.util.Set;

/** Whether a model and scenario can be computed in lanes. */
public sealed interface LaneFit {

    /** They can. */
    record Fits(LaneProgram program) implements LaneFit {}

    /** They cannot. */
    record DoesNotFit(Set<Misfit> because) implements LaneFit {
        /** Copies the reasons. */
        public DoesNotFit {
            because = Set.copyOf(because);
        }
    }
}
