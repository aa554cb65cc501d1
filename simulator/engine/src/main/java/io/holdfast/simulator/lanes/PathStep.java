package io.holdfast.simulator.lanes;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a driving path asks of an element of which starts alone say what it did, in lanes where no work took no time: it comes
 * back with its needs, or so much later that it was worked on or restarted. Needs name elements, all methods wait for the same
 * people and needs, and what one of them restores runs at once. Immutable.
 */
final class PathStep {

    private static final int MOST_MEMBERS = 3;

    private static final int[] NONE = {};

    /** What it waits for, and the elements that this names in order. */
    final Gate gate;

    final int[] members;

    /** Whether the latest of at most three members is waited for, at least one; or two of three. */
    final boolean few;

    final boolean two;

    /** The same with the last repeated up to three, where they are few. */
    final int one;

    final int other;
    final int third;

    /** What can strike it where a draw has to tell work from a restart, or null. */
    final @Nullable LaneHit hit;

    /** The method worked first, or null where it comes back with its needs or never. */
    final @Nullable LaneMethod first;

    /** The number of the link that follows a failure of the first method, or -1. */
    final int second;

    private PathStep(LaneElement x, int[] members) {
        gate = x.own();
        this.members = members;
        two = gate instanceof Gate.AtLeast some && some.count() == 2 && members.length == MOST_MEMBERS;
        few = two || (!(gate instanceof Gate.AtLeast) && members.length > 0 && members.length <= MOST_MEMBERS);
        one = few ? members[0] : Gate.NOBODY;
        other = few ? members[Math.min(1, members.length - 1)] : Gate.NOBODY;
        third = few ? members[members.length - 1] : Gate.NOBODY;
        List<LaneMethod> methods = x.methods();
        first = methods.isEmpty() ? null : methods.getFirst();
        second = methods.size() > 1 ? methods.get(1).method() : -1;
        hit = x.restart() != null && !methods.isEmpty() ? x.hits().getFirst() : null;
    }

    /** The form of an element, or null where paths have to decide it anew. */
    static @Nullable PathStep of(LaneElement x, boolean onCycle) {
        int[] members = membersOf(x.own());
        boolean fits = x.isPlain() && !onCycle && members != null;
        for (LaneMethod method : x.methods()) {
            fits &= method.ready() == x.methods().getFirst().ready()
                    && method.also() instanceof Gate.Open
                    && x.startsOnOwn()
                    && x.runsOnStart();
        }
        return fits && members != null ? new PathStep(x, members) : null;
    }

    private static int @Nullable [] membersOf(Gate gate) {
        return switch (gate) {
            case Gate.Open open -> NONE;
            case Gate.Member member -> new int[] {member.element()};
            case Gate.All all -> elements(all.members());
            case Gate.AtLeast some -> elements(some.members());
        };
    }

    private static int @Nullable [] elements(List<Gate> members) {
        int[] found = new int[members.size()];
        for (int i = 0; i < found.length; i++) {
            if (!(members.get(i) instanceof Gate.Member member)) {
                return null;
            }
            found[i] = member.element();
        }
        return found;
    }
}
