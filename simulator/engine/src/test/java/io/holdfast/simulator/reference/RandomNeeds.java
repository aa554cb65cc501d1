package io.holdfast.simulator.reference;

import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Need;
import io.holdfast.simulator.model.NeedTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Entries of needs in all forms, nested, held and soft. */
final class RandomNeeds {

    private final Dice dice;
    private final IntFunction<Id> ids;
    private final boolean minimums;

    RandomNeeds(Dice dice, IntFunction<Id> ids, boolean minimums) {
        this.dice = dice;
        this.ids = ids;
        this.minimums = minimums;
    }

    /** Entries over the elements below a bound, the owner itself left out. */
    List<Need> list(int owner, int bound, int entries) {
        List<Need> needs = new ArrayList<>();
        for (int i = 0; i < entries && (bound > 1 || (bound == 1 && owner != 0)); i++) {
            needs.add(entry(owner, bound, 0));
        }
        return needs;
    }

    private Need entry(int owner, int bound, int depth) {
        int form = depth > (minimums ? 1 : 0) ? 0 : dice.below(10);
        return switch (form) {
            case 0, 1, 2, 3 -> new Need.One(pick(owner, bound));
            case 4, 5 -> new Need.AllOf(members(owner, bound, depth, 1 + dice.below(2)), terms());
            case 6, 7 -> {
                List<Need> members = members(owner, bound, depth, 2 + dice.below(2));
                yield new Need.AtLeast(1 + dice.below(members.size()), members, terms());
            }
            default -> pool(members(owner, bound, depth, 2 + dice.below(2)));
        };
    }

    private Need pool(List<Need> members) {
        List<Double> shares = new ArrayList<>();
        double sum = 0;
        for (int i = 0; i < members.size(); i++) {
            double share = dice.of(0.3, 0.4, 0.5, 0.6, 1.0, 0.25);
            shares.add(share);
            sum += share;
        }
        double minimum = minimums ? dice.of(0.3, 0.4, 0.5, 0.8) : 0;
        if (sum < 1 && dice.maybe(0.8)) {
            shares.set(0, 1.0);
            sum += 1;
        }
        return new Need.Pool(members, shares, minimum > sum ? 0.3 : minimum, terms());
    }

    private List<Need> members(int owner, int bound, int depth, int count) {
        List<Need> members = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            members.add(dice.maybe(0.75) ? new Need.One(pick(owner, bound)) : entry(owner, bound, depth + 1));
        }
        return members;
    }

    private Id pick(int owner, int bound) {
        int index = dice.below(bound);
        while (index == owner) {
            index = dice.below(bound);
        }
        return ids.apply(index);
    }

    private NeedTerms terms() {
        return new NeedTerms(
                null,
                dice.maybe(0.3) ? dice.hours() : null,
                dice.maybe(0.15) ? dice.of(0.2, 0.5, 0.0, 1.0) : null,
                null,
                null,
                Map.of());
    }
}
