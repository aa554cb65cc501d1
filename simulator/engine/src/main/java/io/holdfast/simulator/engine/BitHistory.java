package io.holdfast.simulator.engine;

import io.holdfast.simulator.compile.CompiledModel;
import io.holdfast.simulator.compile.MethodTable.MethodEntry;
import io.holdfast.simulator.compile.NeedTable;
import io.holdfast.simulator.compile.YearModel;
import io.holdfast.simulator.sampling.Draws;
import io.holdfast.simulator.sampling.Sampler;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Runs a history on bits, where {@link YearAnalysis} finds nothing against it: the time axis is cut at the moments at which any
 * element fails or is back, an element is one bit a piece, set while it does not serve, and gates are operations on words. The
 * same draws as in {@link HistoryKernel}, so the same outages to the tick. Only what the reported elements need is looked at. Hot:
 * no allocation in the steady state. One instance a thread.
 */
final class BitHistory {

    private static final long CACHE_BYTES = 384L << 10;
    private static final int MOST_WORDS = 64;
    private static final int LEAST_WORDS = 16;
    private static final long NONE = -1;

    private final YearModel year;
    private final NeedTable needs;
    private final long horizon;
    private final HistoryLine line;
    private final Changeovers changes;
    private final int words;
    private final int[] order;
    private final int[] failing;
    private final int[] reported;
    private final @Nullable MethodEntry[] repair;
    private final long[][] down;
    private final boolean[] isDown;
    private final long[] since;
    private final long[][] scratch;
    private int depth;
    private long[] moments = new long[1024];

    BitHistory(YearModel year, HistoryLine line, int[] reported) {
        this.year = year;
        this.line = line;
        this.reported = reported;
        CompiledModel model = year.model();
        needs = model.needs();
        horizon = year.horizonTicks();
        changes = new Changeovers(horizon);
        int n = model.elements().size();
        boolean[] looked = below(model, reported);
        order = IntStream.range(0, model.components().count())
                .map(c -> model.components().member(c, 0))
                .filter(e -> looked[e])
                .toArray();
        failing = Arrays.stream(order).filter(e -> year.clock(e) != null).toArray();
        words = Math.clamp(CACHE_BYTES / 8 / Math.max(1, order.length), LEAST_WORDS, MOST_WORDS);
        repair = new MethodEntry[n];
        down = new long[n][];
        for (int e : order) {
            repair[e] = YearAnalysis.repair(model, e);
            down[e] = new long[words];
        }
        isDown = new boolean[n];
        since = new long[n];
        int widest = IntStream.range(0, needs.nodes())
                .map(node -> needs.childrenTo(node) - needs.childrenFrom(node))
                .max()
                .orElse(0);
        scratch = new long[8 * (widest + 2)][words];
    }

    private static boolean[] below(CompiledModel model, int[] reported) {
        boolean[] looked = new boolean[model.elements().size()];
        for (int e : reported) {
            looked[e] = true;
        }
        for (int c = model.components().count() - 1; c >= 0; c--) {
            int e = model.components().member(c, 0);
            if (looked[e]) {
                for (int needed : model.needs().elementsOf(e)) {
                    looked[needed] = true;
                }
            }
        }
        return looked;
    }

    /** Runs a history; false, with nothing measured, where something takes no time, which bits cannot show. */
    boolean run(Draws draws) {
        line.start();
        changes.clear();
        for (int e : failing) {
            if (!live(e, draws)) {
                return false;
            }
        }
        changes.sort();
        Arrays.fill(isDown, false);
        Arrays.fill(since, NONE);
        int at = 0;
        while (at < changes.count()) {
            at = piece(at);
        }
        for (int e : reported) {
            if (since[e] != NONE) {
                line.outage(e, since[e], horizon);
            }
        }
        return true;
    }

    /** Failures and returns of an element by itself. */
    private boolean live(int e, Draws draws) {
        Sampler clock = year.clock(e);
        MethodEntry method = repair[e];
        long time = 0;
        for (int k = 0; clock != null; k++) {
            time = HistoryKernel.after(time, clock.ticks(draws.uniform(year.clockKey(e), k)));
            if (time > horizon) {
                return true;
            }
            changes.add(time, e);
            if (method == null) {
                return true;
            }
            long duration = method.duration().ticks(draws.uniform(method.durationKey(), k));
            if (duration == 0) {
                return false;
            }
            time += duration;
            if (time > horizon) {
                return true;
            }
            changes.add(time, e);
        }
        return true;
    }

    /** Works on as many moments as there are bits, from a change on; gives the first change after them. */
    private int piece(int from) {
        for (int e : order) {
            Arrays.fill(down[e], isDown[e] ? -1 : 0);
        }
        int bits = words * Long.SIZE;
        if (moments.length < bits) {
            moments = new long[bits];
        }
        int moment = -1;
        int at = from;
        while (at < changes.count()) {
            if (moment < 0 || changes.time(at) != moments[moment]) {
                if (moment + 1 == bits) {
                    break;
                }
                moments[++moment] = changes.time(at);
            }
            turn(changes.who(at), moment);
            at++;
        }
        for (int e : order) {
            gate(e);
        }
        for (int e : reported) {
            tell(e);
        }
        return at;
    }

    /** An element is down, or whole, from a moment on. */
    private void turn(int e, int moment) {
        long[] own = down[e];
        int word = moment >>> 6;
        own[word] ^= -1L << moment;
        for (int w = word + 1; w < words; w++) {
            own[w] = ~own[w];
        }
        isDown[e] = !isDown[e];
    }

    private void gate(int e) {
        long[] own = down[e];
        for (int r = needs.rootsFrom(e); r < needs.rootsTo(e); r++) {
            orNode(own, needs.root(r));
        }
    }

    private void orNode(long[] into, int node) {
        switch (needs.kind(node)) {
            case NeedTable.ONE -> or(into, down[needs.element(node)]);
            case NeedTable.ALL -> {
                for (int c = needs.childrenFrom(node); c < needs.childrenTo(node); c++) {
                    orNode(into, needs.child(c));
                }
            }
            default -> orTooMany(into, node);
        }
    }

    /** Adds where so many members are down that too few are left: counts of 1, 2 … members down, a word operation each. */
    private void orTooMany(long[] into, int node) {
        int members = needs.childrenTo(node) - needs.childrenFrom(node);
        int enough = members - needs.atLeast(node) + 1;
        int base = depth;
        depth += enough + 1;
        for (int i = 0; i < enough; i++) {
            Arrays.fill(scratch[base + i], 0);
        }
        long[] member = scratch[base + enough];
        for (int c = needs.childrenFrom(node); c < needs.childrenTo(node); c++) {
            int child = needs.child(c);
            long[] bits = member;
            if (needs.kind(child) == NeedTable.ONE) {
                bits = down[needs.element(child)];
            } else {
                Arrays.fill(member, 0);
                orNode(member, child);
            }
            for (int i = enough - 1; i > 0; i--) {
                orAnd(scratch[base + i], scratch[base + i - 1], bits);
            }
            or(scratch[base], bits);
        }
        or(into, scratch[base + enough - 1]);
        depth = base;
    }

    private static void or(long[] into, long[] bits) {
        for (int w = 0; w < into.length; w++) {
            into[w] |= bits[w];
        }
    }

    private static void orAnd(long[] into, long[] one, long[] other) {
        for (int w = 0; w < into.length; w++) {
            into[w] |= one[w] & other[w];
        }
    }

    /** Hands on the outages of an element that begin or end in this piece. */
    private void tell(int e) {
        long[] bits = down[e];
        long before = since[e] == NONE ? 0 : 1;
        for (int w = 0; w < words; w++) {
            long edges = bits[w] ^ ((bits[w] << 1) | before);
            before = bits[w] >>> 63;
            while (edges != 0) {
                long moment = moments[(w << 6) + Long.numberOfTrailingZeros(edges)];
                if (since[e] == NONE) {
                    since[e] = moment;
                } else {
                    line.outage(e, since[e], moment);
                    since[e] = NONE;
                }
                edges &= edges - 1;
            }
        }
    }
}
