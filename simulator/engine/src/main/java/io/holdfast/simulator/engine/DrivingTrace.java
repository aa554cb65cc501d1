package io.holdfast.simulator.engine;

import static io.holdfast.simulator.engine.TrialState.CAUSE_HAZARD_END;
import static io.holdfast.simulator.engine.TrialState.CAUSE_METHOD;
import static io.holdfast.simulator.engine.TrialState.CAUSE_RESTART;
import static io.holdfast.simulator.engine.TrialState.STARTED_BY_METHOD;
import static io.holdfast.simulator.engine.TrialState.STARTED_BY_RESPONSE;

import java.util.Arrays;

/** Walks from the return of a service or process back to the latest cause, link by link. */
final class DrivingTrace {

    private final TrialState s;
    private final DrivingLinks links;
    private final int[] path;
    private final int[] seenAt;
    private int length;
    private int walk;

    DrivingTrace(TrialState state, DrivingLinks links) {
        s = state;
        this.links = links;
        path = new int[links.size()];
        seenAt = new int[state.n];
    }

    void trace(int e) {
        length = 0;
        walk++;
        int at = e;
        while (at >= 0 && seenAt[at] != walk) {
            seenAt[at] = walk;
            at = step(at);
        }
        s.outcome.driving[e] = Arrays.copyOf(path, length);
    }

    /** Adds the links of one element and gives the element that it waited for, or -1. */
    private int step(int e) {
        return switch (s.cause[e]) {
            case CAUSE_METHOD -> methods(s.causeMethod[e]);
            case CAUSE_RESTART -> {
                add(links.element(e));
                yield s.causeMember[e];
            }
            case CAUSE_HAZARD_END -> {
                add(links.element(e));
                yield -1;
            }
            default -> s.causeMember[e];
        };
    }

    private int methods(int last) {
        int method = last;
        for (int guard = 0; guard < s.model.methods().size(); guard++) {
            add(links.method(method));
            int by = s.startedBy[method];
            if (by == STARTED_BY_RESPONSE) {
                add(links.response());
                return -1;
            }
            if (by > STARTED_BY_METHOD) {
                return by;
            }
            method = STARTED_BY_METHOD - by;
        }
        return -1;
    }

    private void add(int link) {
        for (int i = 0; i < length; i++) {
            if (path[i] == link) {
                return;
            }
        }
        path[length++] = link;
    }
}
