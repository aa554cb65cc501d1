package io.holdfast.simulator.learning;

import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Provenance;
import io.holdfast.simulator.model.UncertainHours;
import io.holdfast.simulator.sampling.AddressBook;
import io.holdfast.simulator.sampling.KeyedDraws;
import io.holdfast.simulator.sampling.Purpose;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The uncertain inputs of a model and their values in each draw. Each number is addressed by (seed, draw, input), so that another
 * input moves nobody's numbers. Immutable.
 *
 * <p>Beliefs are cut to their central {@value #CENTRAL}: on a scale of hours their tails have no variance.
 */
final class ParameterDraws {

    static final double CENTRAL = 0.99;

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private final Reach reach;
    private final long seed;
    private final ContinuityModel base;
    private final List<ModelInput> inputs = new ArrayList<>();
    private final Map<InputRef, HoursLaw> hours = new HashMap<>();
    private final Map<InputRef, ChanceBelief> chances = new HashMap<>();

    ParameterDraws(ContinuityModel model, BudgetRequest request) {
        reach = Reach.of(model, request.scenario(), request.element());
        seed = request.seed();
        base = model;
        for (ModelInput input : ModelInputs.list(model, request.scenario(), request.element())) {
            if (isUncertain(input)) {
                inputs.add(input);
            }
        }
    }

    private boolean isUncertain(ModelInput input) {
        switch (input) {
            case ModelInput.Hours time -> HoursLaw.find(time.stated()).ifPresent(law -> hours.put(time.ref(), law));
            case ModelInput.Chance chance -> {
                if (chance.stated() > 0 && chance.stated() < 1) {
                    chances.put(chance.ref(), ChanceBelief.of(chance.stated(), chance.provenance()));
                }
            }
            case ModelInput.Rate rate -> {
                return false; // rates are taken as stated
            }
        }
        return hours.containsKey(input.ref()) || chances.containsKey(input.ref());
    }

    List<ModelInput> inputs() {
        return List.copyOf(inputs);
    }

    /** How many observations an input is worth. */
    double weight(ModelInput input) {
        return EvidenceWeight.of(input.provenance());
    }

    /** The model with the inputs of a draw. */
    ContinuityModel model(int draw) {
        KeyedDraws draws = of(draw);
        return new InputWalk(reach, new InputWalk.Change() {
                    @Override
                    public UncertainHours hours(InputRef ref, UncertainHours time) {
                        HoursLaw law = hours.get(ref);
                        return law == null
                                ? time
                                : new UncertainHours(
                                        law.at(central(draws, ref, 0), central(draws, ref, 1)), time.provenance());
                    }

                    @Override
                    public double chance(InputRef ref, double chance, Provenance provenance) {
                        ChanceBelief belief = chances.get(ref);
                        return belief == null ? chance : belief.quantile(central(draws, ref, 0));
                    }
                })
                .rewritten(base);
    }

    /**
     * What an input's place in its belief was in a draw, as values of mean 0, variance 1 and no correlation with each other:
     * Hermite polynomials of its normal scores up to degree 3.
     */
    double[] features(ModelInput input, int draw) {
        KeyedDraws draws = of(draw);
        double[] place = hermite(NORMAL.inverseCumulativeProbability(uniform(draws, input.ref(), 0)));
        HoursLaw law = hours.get(input.ref());
        if (law == null || !law.hasSpread()) {
            return place;
        }
        double[] spread = hermite(NORMAL.inverseCumulativeProbability(uniform(draws, input.ref(), 1)));
        return new double[] {
            place[0],
            place[1],
            place[2],
            spread[0],
            spread[1],
            spread[2],
            place[0] * spread[0],
            place[1] * spread[0],
            place[0] * spread[1]
        };
    }

    /** The first three, each of variance 1 under the standard normal distribution. */
    private static double[] hermite(double z) {
        return new double[] {z, (z * z - 1) / Math.sqrt(2), (z * z * z - 3 * z) / Math.sqrt(6)};
    }

    private KeyedDraws of(int draw) {
        KeyedDraws draws = new KeyedDraws(seed);
        draws.startTrial(draw);
        return draws;
    }

    private static double central(KeyedDraws draws, InputRef ref, int which) {
        return (1 - CENTRAL) / 2 + CENTRAL * uniform(draws, ref, which);
    }

    private static double uniform(KeyedDraws draws, InputRef ref, int which) {
        return draws.uniform(AddressBook.key("parameter " + ref.address(), Purpose.DURATION), which);
    }
}
