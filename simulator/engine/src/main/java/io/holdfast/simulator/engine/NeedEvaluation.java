package io.holdfast.simulator.engine;

import io.holdfast.simulator.compile.NeedTable;

/**
 * Whether entries of needs are met, and at what share, from what serves now. Hot. A share of -1 means unmet.
 */
final class NeedEvaluation {

    static final double UNMET = -1;

    /** Shares are compared with this tolerance. */
    static final double TOLERANCE = 1e-9;

    private final TrialState s;
    private final NeedTable needs;
    private final double[][] scratch;
    private int depth;

    NeedEvaluation(TrialState state) {
        s = state;
        needs = state.model.needs();
        int widest = 1;
        for (int node = 0; node < needs.nodes(); node++) {
            widest = Math.max(widest, needs.childrenTo(node) - needs.childrenFrom(node));
        }
        scratch = new double[8][widest];
    }

    /** The least share of a list's entries, 1 for an empty list, {@link #UNMET} where one is unmet. */
    double list(int list) {
        double least = 1;
        for (int r = needs.rootsFrom(list); r < needs.rootsTo(list); r++) {
            double share = node(needs.root(r));
            if (share < 0) {
                return UNMET;
            }
            least = Math.min(least, share);
        }
        return least;
    }

    boolean isMet(int list) {
        return list(list) >= 0;
    }

    /** The share of a node, {@link #UNMET} where it is unmet. */
    double node(int node) {
        double result = raw(node);
        int hold = needs.held(node);
        if (hold >= 0 && result < 0 && isHeld(hold)) {
            result = s.heldShare[hold];
        }
        double soft = needs.soft(node);
        return soft >= 0 ? Math.max(result, soft) : result;
    }

    /** The share of a held node apart from its hold and softness. */
    double rawOfHold(int hold) {
        return raw(needs.holdNode(hold));
    }

    boolean isHeld(int hold) {
        long length = holdTicks(hold);
        return s.rawMet[hold] ? length > 0 : s.now - s.unmetSince[hold] < length;
    }

    /** How long the hold lasts in this trial. */
    long holdTicks(int hold) {
        if (s.holdTicks[hold] < 0) {
            s.holdTicks[hold] = needs.holdSampler(hold).ticks(s.draws.uniform(needs.holdKey(hold), 0));
            s.touchHold(hold);
        }
        return s.holdTicks[hold];
    }

    /** The share of a node apart from its hold and softness, {@link #UNMET} where it is unmet. */
    double raw(int node) {
        return switch (needs.kind(node)) {
            case NeedTable.ONE -> one(needs.element(node));
            case NeedTable.ALL -> all(node);
            case NeedTable.AT_LEAST -> atLeast(node);
            default -> pool(node);
        };
    }

    private double one(int e) {
        return s.serving[e] ? s.share[e] : UNMET;
    }

    private double all(int node) {
        double least = 1;
        for (int c = needs.childrenFrom(node); c < needs.childrenTo(node); c++) {
            double share = node(needs.child(c));
            if (share < 0) {
                return UNMET;
            }
            least = Math.min(least, share);
        }
        return least;
    }

    private double atLeast(int node) {
        int k = needs.atLeast(node);
        int met = 0;
        double[] shares = claimScratch();
        for (int c = needs.childrenFrom(node); c < needs.childrenTo(node); c++) {
            double share = node(needs.child(c));
            if (share >= 0) {
                int at = met++;
                while (at > 0 && shares[at - 1] < share) {
                    shares[at] = shares[at - 1];
                    at--;
                }
                shares[at] = share;
            }
        }
        depth--;
        return met >= k ? shares[k - 1] : UNMET;
    }

    private double[] claimScratch() {
        return scratch[depth++];
    }

    private double pool(int node) {
        double sum = 0;
        for (int c = needs.childrenFrom(node); c < needs.childrenTo(node); c++) {
            double share = node(needs.child(c));
            if (share > 0) {
                sum += needs.childShare(c) * share;
            }
        }
        return sum >= needs.minimum(node) - TOLERANCE ? Math.min(1, sum) : UNMET;
    }

    /** Marks what stands under the entries of a list that are not met; an entry that is met waits for nobody. */
    void markMissing(int list, boolean[] wanted) {
        for (int r = needs.rootsFrom(list); r < needs.rootsTo(list); r++) {
            if (node(needs.root(r)) < 0) {
                markBelow(needs.root(r), wanted);
            }
        }
    }

    private void markBelow(int node, boolean[] wanted) {
        if (needs.kind(node) == NeedTable.ONE) {
            wanted[needs.element(node)] = true;
        }
        for (int c = needs.childrenFrom(node); c < needs.childrenTo(node); c++) {
            markBelow(needs.child(c), wanted);
        }
    }
}
