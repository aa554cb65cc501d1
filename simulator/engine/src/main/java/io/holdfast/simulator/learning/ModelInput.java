package io.holdfast.simulator.learning;

import io.holdfast.simulator.model.Provenance;
import io.holdfast.simulator.model.UncertainHours;

/** An uncertain number of a model as it is stated. */
public sealed interface ModelInput {

    /** Its name. */
    InputRef ref();

    /** What it rests on. */
    Provenance provenance();

    /** A time. */
    record Hours(InputRef ref, UncertainHours stated) implements ModelInput {
        @Override
        public Provenance provenance() {
            return stated.provenance();
        }
    }

    /** A chance; where nothing was learned of it, its provenance is that of the time that it stands beside. */
    record Chance(InputRef ref, double stated, Provenance provenance) implements ModelInput {}

    /** A mean time between failures in hours, or a frequency a year. */
    record Rate(InputRef ref, double stated, Provenance provenance) implements ModelInput {}
}
