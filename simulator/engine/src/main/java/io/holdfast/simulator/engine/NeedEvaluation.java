package io.holdfast.simulator.engine;

import io.holdfast.simulator.compile.NeedTable;
import io.holdfast.simulator.sampling.Ticks;

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

    private double raw(int node) {
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

    /**
     * Of a met list, the chain of what completed it at this moment: the start of a member, else a rise, of which a pool
     * may have waited; {@link Chains#UNKNOWN} where nothing came now.
     */
    int completedNow(int list) {
        int member = completing(list);
        return member >= 0 && s.servesSince[member] == s.now ? s.startChain[member] : risenNow(list);
    }

    /** The chain of the member whose share rose at this moment; {@link Chains#UNKNOWN} where none did. */
    int risenNow(int list) {
        int member = risen(list);
        return member >= 0 && s.roseAt[member] == s.now ? s.roseChain[member] : Chains.UNKNOWN;
    }

    /** Of a met list, the element whose start completed it; -1 where everything was there from the beginning. */
    private int completing(int list) {
        int best = -1;
        long latest = -1;
        for (int r = needs.rootsFrom(list); r < needs.rootsTo(list); r++) {
            int member = completingOf(needs.root(r));
            if (member >= 0 && s.servesSince[member] > latest) {
                latest = s.servesSince[member];
                best = member;
            }
        }
        return best;
    }

    /** Of a list, the element whose share rose last, for a return that waited for a share; -1 for none. */
    private int risen(int list) {
        int best = -1;
        long latest = -1;
        for (int r = needs.rootsFrom(list); r < needs.rootsTo(list); r++) {
            int member = risenOf(needs.root(r));
            if (member >= 0 && s.roseAt[member] > latest) {
                latest = s.roseAt[member];
                best = member;
            }
        }
        return best;
    }

    private int risenOf(int node) {
        if (needs.kind(node) == NeedTable.ONE) {
            int e = needs.element(node);
            return s.serving[e] && s.roseAt[e] >= 0 ? e : -1;
        }
        int best = -1;
        for (int c = needs.childrenFrom(node); c < needs.childrenTo(node); c++) {
            int member = risenOf(needs.child(c));
            if (member >= 0 && (best < 0 || s.roseAt[member] > s.roseAt[best])) {
                best = member;
            }
        }
        return best;
    }

    private static final int FROM_THE_BEGINNING = -1;
    private static final int NOT_THERE = -2;

    /** The element that completed a node; {@link #FROM_THE_BEGINNING}, or {@link #NOT_THERE} where it is unmet. */
    private int completingOf(int node) {
        if (needs.kind(node) == NeedTable.ONE) {
            int e = needs.element(node);
            if (!s.serving[e]) {
                return NOT_THERE;
            }
            return s.servesSince[e] < 0 ? FROM_THE_BEGINNING : e;
        }
        if (needs.soft(node) >= 0 || (needs.kind(node) == NeedTable.POOL && needs.minimum(node) == 0)) {
            return FROM_THE_BEGINNING;
        }
        int from = needs.childrenFrom(node);
        int to = needs.childrenTo(node);
        int wanted = needs.kind(node) == NeedTable.AT_LEAST ? needs.atLeast(node) : to - from;
        double sum = 0;
        boolean pool = needs.kind(node) == NeedTable.POOL;
        long after = Long.MIN_VALUE;
        int afterChild = -1;
        int last = FROM_THE_BEGINNING;
        for (int taken = 0; taken < wanted; taken++) {
            int next = -1;
            long nextTime = Ticks.NEVER;
            int nextMember = NOT_THERE;
            for (int c = from; c < to; c++) {
                int member = completingOf(needs.child(c));
                long time = member >= 0 ? s.servesSince[member] : -1;
                boolean later = time > after || (time == after && c > afterChild);
                if (member != NOT_THERE && later && time < nextTime) {
                    next = c;
                    nextTime = time;
                    nextMember = member;
                }
            }
            if (next < 0) {
                return pool ? firstAt(node, after, last) : NOT_THERE;
            }
            after = nextTime;
            afterChild = next;
            last = nextMember;
            if (pool) {
                sum += needs.childShare(next) * Math.max(0, node(needs.child(next)));
                if (sum >= needs.minimum(node) - TOLERANCE) {
                    return firstAt(node, after, last);
                }
            }
        }
        return firstAt(node, after, last);
    }

    /** Of the children that came at the moment at which a node was completed, the first as written. */
    private int firstAt(int node, long time, int last) {
        for (int c = needs.childrenFrom(node); last >= 0 && c < needs.childrenTo(node); c++) {
            int member = completingOf(needs.child(c));
            if (member >= 0 && s.servesSince[member] == time) {
                return member;
            }
        }
        return last;
    }
}
