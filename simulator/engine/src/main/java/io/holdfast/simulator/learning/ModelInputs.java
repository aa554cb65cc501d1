package io.holdfast.simulator.learning;

import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Provenance;
import io.holdfast.simulator.model.UncertainHours;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The uncertain numbers of a model that drills and incidents can measure: times of methods, restarts, holds, teams and a
 * scenario, and chances of success, of usable copies and to be reached; failure rates and frequencies. Chances to be hit are not
 * among them.
 */
public final class ModelInputs {

    private ModelInputs() {}

    /** All inputs of a model, in file order by kind of entry. */
    public static List<ModelInput> listAll(ContinuityModel model) {
        return found(model, Reach.everything(model), true);
    }

    /**
     * The inputs that bear on an element under a scenario, in file order: those of itself and of all that it needs, needs of
     * methods included, of the teams in the crews, and the scenario's own. Contacts, whom only drills call, and rates are left
     * out.
     *
     * @throws IllegalArgumentException when the model has no such element or scenario
     */
    public static List<ModelInput> list(ContinuityModel model, Id scenario, Id element) {
        return found(model, Reach.of(model, scenario, element), false);
    }

    private static List<ModelInput> found(ContinuityModel model, Reach reach, boolean rates) {
        List<ModelInput> found = new ArrayList<>();
        new InputWalk(reach, new InputWalk.Change() {
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

                    @Override
                    public double rate(InputRef ref, double stated, Provenance provenance) {
                        if (rates) {
                            found.add(new ModelInput.Rate(ref, stated, provenance));
                        }
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

    /** The model with all these changes. Chances beside a time that changes keep the weight that they had by its old evidence. */
    static ContinuityModel withChanges(ContinuityModel model, List<Change> changes) {
        return withInputs(model, changes.stream().map(Change::learned).toList());
    }

    /**
     * The model with other numbers in some places, such as what was stated before anything was learned. A chance or a rate is
     * given the weight that its provenance deserves. Chances beside a time that changes keep the weight that they had by its old
     * evidence. Inputs that the model does not have are passed over.
     */
    public static ContinuityModel withInputs(ContinuityModel model, List<ModelInput> inputs) {
        return new InputWalk(Reach.everything(model), new Replaced(model, inputs)).rewritten(model);
    }

    private record Beside(Id owner, @Nullable String method) {}

    private static final class Replaced implements InputWalk.Change {

        private final Map<InputRef, ModelInput> inputs = new HashMap<>();
        private final Set<Beside> otherTimes = new HashSet<>();
        private final Map<InputRef, Double> weights = new HashMap<>();

        Replaced(ContinuityModel model, List<ModelInput> all) {
            for (ModelInput each : all) {
                InputRef ref = each.ref();
                inputs.put(ref, each);
                if (ref.quantity() == Quantity.DURATION || ref.quantity() == Quantity.ANSWERS) {
                    otherTimes.add(new Beside(ref.owner(), ref.method()));
                }
            }
            listAll(model).forEach(input -> weights.put(input.ref(), EvidenceWeight.of(input.provenance())));
        }

        @Override
        public UncertainHours hours(InputRef ref, UncertainHours stated) {
            return inputs.get(ref) instanceof ModelInput.Hours time ? time.stated() : stated;
        }

        @Override
        public double chance(InputRef ref, double stated, Provenance provenance) {
            return inputs.get(ref) instanceof ModelInput.Chance chance ? chance.stated() : stated;
        }

        @Override
        public @Nullable Double chanceWeight(InputRef ref, @Nullable Double stated) {
            if (inputs.get(ref) instanceof ModelInput.Chance chance) {
                return EvidenceWeight.of(chance.provenance());
            }
            boolean kept = stated == null && otherTimes.contains(new Beside(ref.owner(), ref.method()));
            return kept ? weights.get(ref) : stated;
        }

        @Override
        public double rate(InputRef ref, double stated, Provenance provenance) {
            return inputs.get(ref) instanceof ModelInput.Rate rate ? rate.stated() : stated;
        }

        @Override
        public @Nullable Double rateWeight(InputRef ref, @Nullable Double stated) {
            return inputs.get(ref) instanceof ModelInput.Rate rate
                    ? Double.valueOf(EvidenceWeight.of(rate.provenance()))
                    : stated;
        }
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
