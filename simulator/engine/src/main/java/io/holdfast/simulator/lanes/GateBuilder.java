package io.holdfast.simulator.lanes;

import io.holdfast.simulator.compile.NeedTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Makes gates of entries of needs, and notes what does not fit. */
final class GateBuilder {

    private static final Gate OPEN = new Gate.Open();
    private static final double TOLERANCE = 1e-9;

    private final NeedTable needs;
    private final boolean[] canStop;
    private final Set<Misfit> misfits;

    GateBuilder(NeedTable needs, boolean[] canStop, Set<Misfit> misfits) {
        this.needs = needs;
        this.canStop = canStop;
        this.misfits = misfits;
    }

    /** The gate of a list of needs; open where there is none. */
    Gate ofList(int list) {
        if (list < 0) {
            return OPEN;
        }
        List<Gate> members = new ArrayList<>();
        for (int r = needs.rootsFrom(list); r < needs.rootsTo(list); r++) {
            add(members, of(needs.root(r)));
        }
        return all(members);
    }

    private static void add(List<Gate> members, Gate gate) {
        if (!gate.equals(OPEN)) {
            members.add(gate);
        }
    }

    private static Gate all(List<Gate> members) {
        return switch (members.size()) {
            case 0 -> OPEN;
            case 1 -> members.getFirst();
            default -> new Gate.All(members);
        };
    }

    private Gate of(int node) {
        if (needs.kind(node) == NeedTable.ONE) {
            int e = needs.element(node);
            return canStop[e] ? new Gate.Member(e) : OPEN;
        }
        List<Gate> members = new ArrayList<>();
        for (int c = needs.childrenFrom(node); c < needs.childrenTo(node); c++) {
            add(members, of(needs.child(c)));
        }
        if (members.isEmpty()) {
            return OPEN;
        }
        if (needs.held(node) >= 0) {
            misfits.add(Misfit.HOLDS_FOR);
        }
        if (needs.soft(node) >= 0) {
            misfits.add(Misfit.SOFT);
        }
        int size = needs.childrenTo(node) - needs.childrenFrom(node);
        return switch (needs.kind(node)) {
            case NeedTable.ALL -> all(members);
            case NeedTable.AT_LEAST -> atLeast(needs.atLeast(node), size, members, false);
            default -> pool(node, size, members);
        };
    }

    private static Gate atLeast(int count, int size, List<Gate> members, boolean pool) {
        int wanted = count - (size - members.size());
        if (wanted <= 0) {
            return OPEN;
        }
        return wanted == members.size() && !pool ? all(members) : new Gate.AtLeast(wanted, members, pool);
    }

    /** A pool whose members weigh the same is "at least so many", where those many deliver all. */
    private Gate pool(int node, int size, List<Gate> members) {
        int count = wholeCount(node, size);
        if (count < 0) {
            misfits.add(Misfit.PARTIAL_POOL);
            return OPEN;
        }
        return atLeast(count, size, members, true);
    }

    private int wholeCount(int node, int size) {
        double share = needs.childShare(needs.childrenFrom(node));
        for (int c = needs.childrenFrom(node); c < needs.childrenTo(node); c++) {
            if (needs.childShare(c) != share || needs.kind(needs.child(c)) != NeedTable.ONE) {
                return -1;
            }
        }
        double sum = 0;
        for (int count = 1; count <= size && needs.minimum(node) > 0; count++) {
            sum += share;
            if (sum >= needs.minimum(node) - TOLERANCE) {
                return sum >= 1 ? count : -1;
            }
        }
        return -1;
    }

    /** Whether an entry delivers its full share in normal running. */
    boolean isWhole(int node) {
        if (needs.kind(node) != NeedTable.POOL) {
            for (int c = needs.childrenFrom(node); c < needs.childrenTo(node); c++) {
                if (!isWhole(needs.child(c))) {
                    return false;
                }
            }
            return true;
        }
        double sum = 0;
        for (int c = needs.childrenFrom(node); c < needs.childrenTo(node); c++) {
            sum += needs.childShare(c);
        }
        return sum >= 1 && sum >= needs.minimum(node) - TOLERANCE;
    }
}
