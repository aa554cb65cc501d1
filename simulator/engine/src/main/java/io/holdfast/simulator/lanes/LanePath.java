package io.holdfast.simulator.lanes;

import io.holdfast.simulator.compile.Components;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The driving paths of elements in all lanes: back from their starts to the event, all lanes one link, then the next, so that
 * the memory that one waits for is fetched while others are looked at. What an element on the way did, starts say where they
 * can, which is most often ({@link PathStep}); else it is decided anew. Links are numbered: methods first, then elements, then
 * the response. One instance a thread.
 */
final class LanePath {

    private final LaneBlock block;
    private final LaneDecision decision;
    private final int methods;
    private final int elements;
    private final @Nullable PathStep[] steps;
    private final int[] at;
    private final int[] laneOf;
    private int[] links = new int[4096];
    private short[] linkLanes = new short[4096];
    private int count;

    LanePath(LaneBlock block, LaneDecision decision) {
        this.block = block;
        this.decision = decision;
        methods = block.program.model().methods().size();
        elements = block.program.model().elements().size();
        steps = block.program.pathSteps();
        at = new int[block.lanes];
        laneOf = new int[block.lanes];
    }

    /** Forgets the paths of the block before. */
    void start() {
        count = 0;
    }

    int count() {
        return count;
    }

    int[] links() {
        return links;
    }

    short[] lanes() {
        return linkLanes;
    }

    /** Follows the paths of an element in the lanes in which it stopped and starts, but for those that run again anyway. */
    void follow(int e, int lanes) {
        int[] starts = block.starts[e];
        int horizon = block.program.horizonSeconds();
        int open = 0;
        for (int l = 0; l < lanes; l++) {
            if (starts[l] >= 0 && starts[l] <= horizon && !block.flagged[l]) {
                at[open] = e;
                laneOf[open++] = l;
            }
        }
        while (open > 0) {
            open = stepAll(open);
        }
    }

    private int stepAll(int open) {
        int left = 0;
        for (int i = 0; i < open; i++) {
            int lane = laneOf[i];
            PathStep x = block.zero[lane] == 0 ? steps[at[i]] : null;
            int next = x == null ? step(at[i], lane) : step(x, at[i], lane);
            if (next != Gate.NOBODY) {
                at[left] = next;
                laneOf[left++] = lane;
            }
        }
        return left;
    }

    /** Adds the links of an element of which starts say what it did, and gives the element whose start it waited for. */
    private int step(PathStep x, int e, int lane) {
        int start = block.starts[e][lane];
        if (!x.few) {
            int met = x.gate.at(block.starts, lane);
            int needed = Gate.NOBODY;
            for (int i = 0; needed == Gate.NOBODY && i < x.members.length; i++) {
                needed = block.starts[x.members[i]][lane] == met ? x.members[i] : Gate.NOBODY;
            }
            return step(x, e, lane, start, met, needed);
        }
        int one = block.starts[x.one][lane];
        int other = block.starts[x.other][lane];
        int third = block.starts[x.third][lane];
        int later = Math.max(one, other);
        int met = x.two ? Math.max(Math.min(one, other), Math.min(later, third)) : Math.max(later, third);
        int last = other == met ? x.other : x.third;
        return step(x, e, lane, start, met, one == met ? x.one : last);
    }

    /** The same, with when it starts, when its needs are met and by whom: where it starts later, work or a restart is why. */
    private int step(PathStep x, int e, int lane, int start, int met, int needed) {
        if (start > met) {
            LaneMethod first = x.first;
            if (first == null || (x.hit != null && !block.strikes(x.hit, lane))) {
                add(methods + e, lane);
            } else {
                if (x.second >= 0 && !block.succeeds(first, lane)) {
                    add(x.second, lane);
                }
                add(first.method(), lane);
                int ready = block.readyAt(first, lane);
                if (ready > 0 && ready >= met) {
                    add(methods + elements, lane);
                    return Gate.NOBODY;
                }
            }
        }
        return met < 0 ? Gate.NOBODY : needed;
    }

    /** Adds the links of one element, and gives the element whose start it waited for. */
    private int step(int e, int lane) {
        LaneElement x = block.program.element(e);
        decision.decide(x, lane);
        return switch (decision.cause) {
            case WORK -> work(x, lane);
            case RESTART -> {
                add(methods + e, lane);
                yield completed(x, x.own(), lane, decision.needsMet);
            }
            case HAZARD -> {
                add(methods + e, lane);
                yield Gate.NOBODY;
            }
            case NEEDS ->
                completed(
                        x,
                        decision.runsOn < 0
                                ? x.own()
                                : x.methods().get(decision.runsOn).run(),
                        lane,
                        decision.start);
        };
    }

    /** The method, what its start waited for, and the work before it where it waited for nothing else. */
    private int work(LaneElement x, int lane) {
        for (int round = decision.rounds - 1; round >= 0; round--) {
            LaneMethod method = x.methods().get(decision.worked[round]);
            int began = decision.began[round];
            add(method.method(), lane);
            boolean waitedForPeople =
                    method.ready() != LaneProgram.AUTOMATIC && began > 0 && block.readyAt(method, lane) == began;
            if (waitedForPeople) {
                add(methods + elements, lane);
                return Gate.NOBODY;
            }
            int needed = completed(x, method.start(), lane, began);
            int found = needed == Gate.NOBODY ? completed(x, method.also(), lane, began) : needed;
            if (found != Gate.NOBODY) {
                return found;
            }
            if (round == 0 || decision.ended[round - 1] != began) {
                return Gate.NOBODY;
            }
        }
        return Gate.NOBODY;
    }

    /** Who let a gate be met. On a cycle what is not known yet does not count in the event loop: with several at once, ask it. */
    private int completed(LaneElement x, Gate gate, int lane, int time) {
        boolean zero = block.zero[lane] != 0 && gate.isTied(block.starts, lane, time);
        if (zero || (onCycle(x.element()) && gate.startersAt(block.starts, lane, time) > 1)) {
            block.flagged[lane] = true;
        }
        return gate.completedBy(block.starts, lane, time);
    }

    private boolean onCycle(int e) {
        Components components = block.program.model().components();
        return components.isCyclic(components.of(e));
    }

    /** No link comes twice: every step leads to an element that comes earlier. */
    private void add(int link, int lane) {
        if (count == links.length) {
            links = Arrays.copyOf(links, 2 * count);
            linkLanes = Arrays.copyOf(linkLanes, 2 * count);
        }
        linkLanes[count] = (short) lane;
        links[count++] = link;
    }
}
