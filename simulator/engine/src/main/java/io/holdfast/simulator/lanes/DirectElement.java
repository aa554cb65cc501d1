package io.holdfast.simulator.lanes;

import io.holdfast.simulator.sampling.Sampler;
import io.holdfast.simulator.sampling.TableSampler;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plain element of the most frequent form, with all that its passes ask for in one place, so that little has to be fetched
 * for it: hit by one entry, restored once its own needs are met by a method whose time is drawn from a table, else by a second
 * one of fixed time that waits for the same people, back without a restart. Immutable.
 */
final class DirectElement {

    private static final int MOST_MEMBERS = 3;

    final int element;
    final LaneHit hit;
    final long hitKey;
    final long hitCells;

    /** Whether it is hit by a draw of its own. */
    final boolean hitAlone;

    final TableSampler table;
    final long key;
    final long cells;

    /** The group of people, or {@link LaneProgram#AUTOMATIC}. */
    final int people;

    /** Seconds that follow a failure, and the earliest end then: see {@link LanePasses#recover}. */
    final int more;

    final int least;
    final Gate gate;

    /** How many elements it needs, all of them or {@link #two}; -1 where the gate is of another form. */
    final int members;

    final int one;
    final int other;
    final int third;

    /** Whether two of its three suffice. */
    final boolean two;

    private DirectElement(LaneElement x, LaneMethod first, TableSampler table, int more, int least) {
        element = x.element();
        hit = x.hits().getFirst();
        hitKey = hit.key() & ~1;
        hitCells = hit.cells();
        hitAlone = !hit.isCertain() && !hit.together();
        this.table = table;
        key = first.durationKey();
        cells = first.successCells();
        people = first.ready();
        this.more = more;
        this.least = least;
        gate = x.own();
        List<Gate> list = membersOf(gate);
        boolean simple = list.size() <= MOST_MEMBERS && list.stream().allMatch(Gate.Member.class::isInstance);
        two = simple && gate instanceof Gate.AtLeast;
        members = simple ? list.size() : -1;
        one = simple ? element(list, 0) : Gate.NOBODY;
        other = simple ? element(list, 1) : Gate.NOBODY;
        third = simple ? element(list, 2) : Gate.NOBODY;
    }

    private static List<Gate> membersOf(Gate gate) {
        return switch (gate) {
            case Gate.Open open -> List.of();
            case Gate.Member member -> List.of(member);
            case Gate.All all -> all.members();
            case Gate.AtLeast some ->
                some.count() == 2 && some.members().size() == MOST_MEMBERS ? some.members() : List.of(gate);
        };
    }

    private static int element(List<Gate> list, int position) {
        return position < list.size() && list.get(position) instanceof Gate.Member member
                ? member.element()
                : Gate.NOBODY;
    }

    /** The direct form of an element, or null where it has none. */
    static @Nullable DirectElement of(LaneElement x) {
        boolean fits = x.isPlain()
                && !x.hits().isEmpty()
                && !x.methods().isEmpty()
                && x.restart() == null
                && x.startsOnOwn()
                && x.runsOnStart()
                && x.methods().getFirst().also() instanceof Gate.Open;
        if (!fits || !(x.methods().getFirst().work() instanceof TableSampler table)) {
            return null;
        }
        LaneMethod first = x.methods().getFirst();
        if (x.methods().size() == 1) {
            return new DirectElement(x, first, table, Lane.LONGEST, Lane.NEVER);
        }
        LaneMethod second = x.methods().get(1);
        int more = second.work() instanceof Sampler.Constant fixed ? LaneBlock.seconds(fixed.ticks(0.5)) : 0;
        boolean follows = second.ready() == first.ready() && second.successCells() == LaneHit.CERTAIN && more > 0;
        return follows ? new DirectElement(x, first, table, more, 0) : null;
    }
}
