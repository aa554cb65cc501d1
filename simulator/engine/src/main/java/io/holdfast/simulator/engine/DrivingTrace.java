package io.holdfast.simulator.engine;

import java.util.Arrays;

/** Writes out the driving path of a service or process that has just returned, each link once. */
final class DrivingTrace {

    private final TrialState s;
    private final int[] path;
    private final int[] seenAt;
    private int walk;

    DrivingTrace(TrialState state) {
        s = state;
        path = new int[state.links.size()];
        seenAt = new int[state.links.size()];
    }

    void trace(int e) {
        int length = 0;
        walk++;
        for (int chain = s.roseChain[e]; chain != Chains.NONE; chain = s.chains.before(chain)) {
            int link = s.chains.link(chain);
            if (seenAt[link] != walk) {
                seenAt[link] = walk;
                path[length++] = link;
            }
        }
        s.outcome.driving[e] = Arrays.copyOf(path, length);
    }
}
