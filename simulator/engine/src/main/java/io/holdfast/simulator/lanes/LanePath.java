package io.holdfast.simulator.lanes;

import io.holdfast.simulator.compile.Components;
import java.util.Arrays;

/**
 * The driving path of an element in one lane: back from its start to the event, deciding anew what each element on the way
 * did. Links are numbered: methods first, then elements, then the response. One instance a thread.
 */
final class LanePath {

    private final LaneBlock block;
    private final LaneDecision decision;
    private final int methods;
    private final int elements;
    private int[] links = new int[64];
    private int count;

    LanePath(LaneBlock block, LaneDecision decision) {
        this.block = block;
        this.decision = decision;
        methods = block.program.model().methods().size();
        elements = block.program.model().elements().size();
    }

    int count() {
        return count;
    }

    int link(int position) {
        return links[position];
    }

    /** Follows the path of an element that starts in a lane. */
    void follow(int e, int lane) {
        count = 0;
        int at = e;
        while (at != Gate.NOBODY) {
            at = step(at, lane);
        }
    }

    /** Adds the links of one element, and gives the element whose start it waited for. */
    private int step(int e, int lane) {
        LaneElement x = block.program.element(e);
        decision.decide(x, lane);
        return switch (decision.cause) {
            case WORK -> work(x, lane);
            case RESTART -> {
                add(methods + e);
                yield completed(x, x.own(), lane, decision.needsMet);
            }
            case HAZARD -> {
                add(methods + e);
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
            add(method.method());
            boolean waitedForPeople =
                    method.ready() != LaneProgram.AUTOMATIC && began > 0 && block.readyAt(method, lane) == began;
            if (waitedForPeople) {
                add(methods + elements);
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
    private void add(int link) {
        if (count == links.length) {
            links = Arrays.copyOf(links, 2 * count);
        }
        links[count++] = link;
    }
}
