package io.holdfast.simulator.learning;

import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Provenance;
import io.holdfast.simulator.model.UncertainHours;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The uncertain numbers of a model that drills and incidents can measure: times of methods, restarts, holds, teams and a
 * scenario, and chances of success and of usable copies. Frequencies, chances to be hit and failure rates are not among them.
 */
public final class ModelInputs {

    private ModelInputs() {}

    /**
     * The inputs that bear on an element under a scenario, in file order: those of itself and of all that it needs, needs of
     * methods included, of the teams in the crews, and the scenario's own.
     *
     * @throws IllegalArgumentException when the model has no such element or scenario
     */
    public static List<ModelInput> list(ContinuityModel model, Id scenario, Id element) {
        List<ModelInput> found = new ArrayList<>();
        new InputWalk(Reach.of(model, scenario, element), new InputWalk.Change() {
                    @Override
                    public UncertainHours hours(InputRef ref, UncertainHours stated) {
                        found.add(new ModelInput.Hours(ref, stated));
                        return stated;
                    }

                    @Override
                    public double chance(InputRef ref, double stated, Provenance provenance) {
                        found.add(new ModelInput.Chance(ref, stated, provenance));
                        return stated;
                    }
                })
                .rewritten(model);
        return List.copyOf(found);
    }

    /**
     * The model with another time in one place, such as one that {@link DurationBelief#updated} gives.
     *
     * @throws IllegalArgumentException when the model has no such time
     */
    public static ContinuityModel withHours(ContinuityModel model, InputRef ref, UncertainHours hours) {
        Replacement replacement = new Replacement(ref, hours, Double.NaN);
        ContinuityModel changed = new InputWalk(Reach.everything(model), replacement).rewritten(model);
        Check.that(
                replacement.hoursSet,
                "The model has no time '" + ref.address() + "'. List its inputs to see their names.");
        return changed;
    }

    /**
     * The model with another chance in one place, such as {@link ChanceBelief#mean}.
     *
     * @throws IllegalArgumentException when the model has no such chance
     */
    public static ContinuityModel withChance(ContinuityModel model, InputRef ref, double chance) {
        Replacement replacement = new Replacement(ref, null, chance);
        ContinuityModel changed = new InputWalk(Reach.everything(model), replacement).rewritten(model);
        Check.that(
                replacement.chanceSet,
                "The model has no chance '" + ref.address() + "'. List its inputs to see their names.");
        return changed;
    }

    private static final class Replacement implements InputWalk.Change {

        private final InputRef wanted;
        private final @Nullable UncertainHours hours;
        private final double chance;
        private boolean hoursSet;
        private boolean chanceSet;

        Replacement(InputRef wanted, @Nullable UncertainHours hours, double chance) {
            this.wanted = wanted;
            this.hours = hours;
            this.chance = chance;
        }

        @Override
        public UncertainHours hours(InputRef ref, UncertainHours stated) {
            if (hours == null || !ref.equals(wanted)) {
                return stated;
            }
            hoursSet = true;
            return hours;
        }

        @Override
        public double chance(InputRef ref, double stated, Provenance provenance) {
            if (hours != null || !ref.equals(wanted)) {
                return stated;
            }
            chanceSet = true;
            return chance;
        }
    }
}
