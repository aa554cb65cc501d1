package io.holdfast.simulator.bench;

import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Distribution;
import io.holdfast.simulator.model.DownState;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Hit;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Label;
import io.holdfast.simulator.model.MethodKind;
import io.holdfast.simulator.model.Need;
import io.holdfast.simulator.model.NeedTerms;
import io.holdfast.simulator.model.RecoveryMethod;
import io.holdfast.simulator.model.Scenario;
import io.holdfast.simulator.model.Team;
import io.holdfast.simulator.model.UncertainHours;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A generated network of ten layers: every element needs three of lower layers, of every fifth element two of three suffice. An element is
 * damaged with chance {@value #HIT}; once its needs are met it is restored, which works with chance {@value #SUCCESS}, else
 * rebuilt. The last element is a process that needs {@value #TOP}. So one element in one trial is a choice of three (untouched,
 * restored, rebuilt), one drawn duration, that of restoring, and a gate of three needs: the unit. In the heavier network
 * rebuilding takes a drawn time too.
 *
 * @param needs by element, the elements that it needs
 * @param atLeast by element, how many of them suffice
 * @param twoDrawn whether rebuilding takes a drawn time, not a fixed one
 * @param hit the chance that an element is damaged
 * @param people how many there are in the one team of which every piece of work takes one; 0 where work needs nobody
 */
@SuppressWarnings("ArrayRecordComponent") // read by index by every rival, never compared
record Network(int[][] needs, int[] atLeast, boolean twoDrawn, double hit, int people) {

    static final double HIT = 0.9;
    static final double SUCCESS = 0.7;
    static final int TOP = 8;
    private static final Id TEAM = Id.of("ops");
    private static final int KINDS = 8;
    private static final int LAYERS = 10;

    /** A network of so many elements, the same for the same number. */
    static Network of(int size) {
        SplittableRandom random = new SplittableRandom(size);
        int[][] needs = new int[size][];
        int[] atLeast = new int[size];
        for (int e = 0; e < size; e++) {
            int below = (int) ((long) e * LAYERS / size) * size / LAYERS;
            int count = Math.min(e == size - 1 ? TOP : 3, below);
            needs[e] =
                    random.ints(0, Math.max(below, 1)).distinct().limit(count).toArray();
            atLeast[e] = count == 3 && e % 5 == 0 ? 2 : count;
        }
        return new Network(needs, atLeast, false, HIT, 0);
    }

    /** The same, where rebuilding takes a drawn time too. */
    Network heavier() {
        return new Network(needs, atLeast, true, hit, people);
    }

    /** The same, where work takes people and elements are damaged with another chance. */
    Network withPeople(int team, double damaged) {
        return new Network(needs, atLeast, twoDrawn, damaged, team);
    }

    /** The same with other needs. */
    Network withNeeds(int[][] otherNeeds, int[] otherAtLeast) {
        return new Network(otherNeeds, otherAtLeast, twoDrawn, hit, people);
    }

    int size() {
        return needs.length;
    }

    /** How long restoring an element takes. */
    static Distribution.Lognormal restore(int e) {
        double median = 1 + e % KINDS;
        return new Distribution.Lognormal(median, 2.5 * median);
    }

    /** How long rebuilding it takes, on average or always. */
    static double rebuildHours(int e) {
        return 4 + 2 * (e % KINDS);
    }

    /** How long rebuilding it takes in the heavier network. */
    static Distribution.Exponential drawnRebuild(int e) {
        return new Distribution.Exponential(rebuildHours(e));
    }

    private Distribution rebuild(int e) {
        return twoDrawn ? drawnRebuild(e) : new Distribution.Fixed(rebuildHours(e));
    }

    /** The network as a model with one scenario, {@code s}. */
    ContinuityModel model() {
        List<Element> elements = new ArrayList<>();
        for (int e = 0; e < size(); e++) {
            elements.add(element(e));
        }
        Hit damage = new Hit(null, null, null, List.of("host"), null, null, hit, false, DownState.DAMAGED);
        List<Scenario> scenarios = List.of(Scenario.of("s", List.of(damage), null));
        ContinuityModel plain = ContinuityModel.of(elements, scenarios);
        return people == 0
                ? plain
                : new ContinuityModel(
                        plain.label(),
                        plain.currency(),
                        plain.timeZone(),
                        plain.sites(),
                        List.of(new Team(TEAM, Label.NONE, people, true, null, null)),
                        plain.contacts(),
                        elements,
                        plain.plans(),
                        scenarios,
                        plain.drills());
    }

    private Element element(int e) {
        List<Need> members = IntStream.of(needs[e])
                .mapToObj(needed -> (Need) new Need.One(id(needed)))
                .toList();
        List<Need> list =
                atLeast[e] < members.size() ? List.of(new Need.AtLeast(atLeast[e], members, NeedTerms.NONE)) : members;
        boolean last = e == size() - 1;
        return (last ? Element.process("e-" + e) : Element.asset("e-" + e, "host"))
                .needs(list)
                .methods(
                        last
                                ? List.of()
                                : List.of(
                                        method(MethodKind.RESTORE, SUCCESS, restore(e)),
                                        method(MethodKind.REBUILD, 1, rebuild(e))))
                .build();
    }

    private static Id id(int e) {
        return Id.of("e-" + e);
    }

    private RecoveryMethod method(MethodKind kind, double success, Distribution duration) {
        return new RecoveryMethod(
                null,
                kind,
                Label.NONE,
                people == 0,
                success,
                UncertainHours.of(duration),
                null,
                List.of(),
                1,
                null,
                null,
                people == 0 ? Map.of() : Map.of(TEAM, 1),
                null);
    }
}
