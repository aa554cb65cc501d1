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

    private static final long NONE = -1;

    /** How deep entries of needs may nest. */
    private static final int DEEPEST = 8;

    private static final int HALVINGS = 40;

    private final YearModel year;
    private final NeedTable needs;
    private final long horizon;
    private final HistoryLine line;
    private final Changeovers changes;
    private final int[] order;
    private final int[] failing;
    private final int[] reported;
    private final @Nullable MethodEntry[] repair;
    private final int[] rowOf;

    /** Rows by place in the order of looking, so that needs come before; then rows to count on. */
    private final BitRows rows;

    /** Rows that an element needs all of, by its own; null where its needs are more than that. */
    private final int[] @Nullable [] allOf;

    /** By element, from which uniform number on it runs to the horizon: most do, and need no look into a table. */
    private final double[] runsThrough;

    private final boolean[] isDown;
    private final int[] downFrom;
    private final long[] since;
    private final long[] moments = new long[BitRows.BITS];
    private int depth;

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
        repair = new MethodEntry[n];
        int widest = IntStream.range(0, needs.nodes())
                .map(node -> needs.childrenTo(node) - needs.childrenFrom(node))
                .max()
                .orElse(0);
        rows = new BitRows(order.length + DEEPEST * (widest + 2));
        rowOf = new int[n];
        for (int row = 0; row < order.length; row++) {
            repair[order[row]] = YearAnalysis.repair(model, order[row]);
            rowOf[order[row]] = row;
        }
        allOf = new int[order.length][];
        for (int row = 0; row < order.length; row++) {
            allOf[row] = allOf(order[row]);
        }
        runsThrough = new double[n];
        for (int e : failing) {
            runsThrough[e] = runsThrough(e);
        }
        isDown = new boolean[n];
        downFrom = new int[n];
        since = new long[n];
    }

    /** By halving: a sampler never falls, so that beyond this number the first failure lies beyond the horizon. */
    private double runsThrough(int e) {
        Sampler clock = year.clock(e);
        double low = 0;
        double high = 1;
        for (int i = 0; clock != null && i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (clock.ticks(middle) > horizon) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    /** The rows of plain needs, or null where an entry is more than an element. */
    private int @Nullable [] allOf(int e) {
        int from = needs.rootsFrom(e);
        int[] found = new int[needs.rootsTo(e) - from];
        for (int i = 0; i < found.length; i++) {
            int node = needs.root(from + i);
            if (needs.kind(node) != NeedTable.ONE) {
                return null;
            }
            found[i] = rowOf[needs.element(node)];
        }
        return found;
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

    /**
     * Runs a history; false, with nothing measured, where a repair takes no time and something else changes at the same moment:
     * what shows in between is the business of the event loop.
     */
    boolean run(Draws draws) {
        line.start();
        changes.clear();
        for (int e : failing) {
            live(e, draws);
        }
        changes.sort();
        if (!repairsOfNoTimeStandAlone()) {
            return false;
        }
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
    private void live(int e, Draws draws) {
        Sampler clock = year.clock(e);
        MethodEntry method = repair[e];
        double uniform = draws.uniform(year.clockKey(e), 0);
        if (uniform > runsThrough[e]) {
            return;
        }
        long time = 0;
        for (int k = 0; clock != null; k++) {
            time = HistoryKernel.after(time, clock.ticks(k == 0 ? uniform : draws.uniform(year.clockKey(e), k)));
            if (time > horizon) {
                return;
            }
            changes.add(time, e);
            if (method == null) {
                return;
            }
            time += method.duration().ticks(draws.uniform(method.durationKey(), k));
            if (time > horizon) {
                return;
            }
            changes.add(time, e);
        }
    }

    /** Whether an element that fails and is whole at one moment is the only one that changes at it. */
    private boolean repairsOfNoTimeStandAlone() {
        int to;
        for (int from = 0; from < changes.count(); from = to) {
            to = from + 1;
            boolean twice = false;
            while (to < changes.count() && changes.time(to) == changes.time(from)) {
                for (int i = from; i < to; i++) {
                    twice |= changes.who(i) == changes.who(to);
                }
                to++;
            }
            if (twice && to - from > 2) {
                return false;
            }
        }
        return true;
    }

    /** Works on as many moments as there are bits, from a change on; gives the first change after them. */
    private int piece(int from) {
        rows.begin(Math.min(BitRows.WORDS, Math.ceilDiv(changes.count() - from, Long.SIZE)));
        int bits = rows.words() * Long.SIZE;
        for (int e : failing) {
            downFrom[e] = 0;
        }
        int moment = -1;
        int at = from;
        while (at < changes.count()) {
            boolean again = at > from && changes.who(at) == changes.who(at - 1);
            if (moment < 0 || again || changes.time(at) != moments[moment]) {
                if (moment + 1 == bits) {
                    break;
                }
                moments[++moment] = changes.time(at);
            }
            turn(changes.who(at), moment);
            at++;
        }
        for (int e : failing) {
            if (isDown[e]) {
                rows.set(rowOf[e], downFrom[e], moment + 1);
            }
        }
        for (int row = 0; row < order.length; row++) {
            gate(row);
        }
        for (int e : reported) {
            tell(e, moment + 1);
        }
        return at;
    }

    /** An element fails, or is whole again, at a moment. */
    private void turn(int e, int moment) {
        if (isDown[e]) {
            rows.set(rowOf[e], downFrom[e], moment);
        } else {
            downFrom[e] = moment;
        }
        isDown[e] = !isDown[e];
    }

    private void gate(int row) {
        int[] all = allOf[row];
        if (all != null) {
            for (int needed : all) {
                rows.or(row, needed);
            }
            return;
        }
        int e = order[row];
        for (int r = needs.rootsFrom(e); r < needs.rootsTo(e); r++) {
            orNode(row, needs.root(r));
        }
    }

    private void orNode(int into, int node) {
        switch (needs.kind(node)) {
            case NeedTable.ONE -> rows.or(into, rowOf[needs.element(node)]);
            case NeedTable.ALL -> {
                for (int c = needs.childrenFrom(node); c < needs.childrenTo(node); c++) {
                    orNode(into, needs.child(c));
                }
            }
            default -> orTooMany(into, node);
        }
    }

    /** Adds where so many members are down that too few are left: counts of 1, 2 … members down, a word operation each. */
    private void orTooMany(int into, int node) {
        int members = needs.childrenTo(node) - needs.childrenFrom(node);
        int enough = members - needs.atLeast(node) + 1;
        int base = claim(enough + 1);
        int member = base + enough;
        for (int c = needs.childrenFrom(node); c < needs.childrenTo(node); c++) {
            int child = needs.child(c);
            int row = member;
            if (needs.kind(child) == NeedTable.ONE) {
                row = rowOf[needs.element(child)];
            } else {
                rows.clear(member);
                orNode(member, child);
            }
            if (rows.filled(row) != 0) {
                for (int i = enough - 1; i > 0; i--) {
                    rows.orAnd(base + i, base + i - 1, row);
                }
                rows.or(base, row);
            }
        }
        rows.or(into, base + enough - 1);
        depth -= enough + 1;
    }

    /** So many empty rows to count on. */
    private int claim(int count) {
        int base = order.length + depth;
        depth += count;
        for (int row = base; row < base + count; row++) {
            rows.clear(row);
        }
        return base;
    }

    /** Hands on the outages of an element that begin or end in the first moments of this piece. */
    private void tell(int e, int count) {
        int row = rowOf[e];
        long filled = rows.filled(row);
        long some = filled | (filled << 1) | (since[e] == NONE ? 0 : 1);
        for (long left = some; left != 0; left &= left - 1) {
            int w = Long.numberOfTrailingZeros(left);
            if (w >= rows.words()) {
                return;
            }
            long before = w > 0 ? rows.word(row, w - 1) >>> 63 : since[e] == NONE ? 0 : 1;
            long bits = rows.word(row, w);
            long edges = bits ^ ((bits << 1) | before);
            while (edges != 0) {
                int at = (w << 6) + Long.numberOfTrailingZeros(edges);
                if (at >= count) {
                    return;
                }
                edges &= edges - 1;
                if (since[e] == NONE) {
                    since[e] = moments[at];
                } else {
                    line.outage(e, since[e], moments[at]);
                    since[e] = NONE;
                }
            }
        }
    }
}
