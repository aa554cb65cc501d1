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

    /** Words of a row, of which one word can say which are not 0. */
    private static final int WORDS = Long.SIZE;

    private static final int BITS = WORDS * Long.SIZE;
    private static final long NONE = -1;

    /** How deep entries of needs may nest. */
    private static final int DEEPEST = 8;

    private final YearModel year;
    private final NeedTable needs;
    private final long horizon;
    private final HistoryLine line;
    private final Changeovers changes;
    private final int[] order;
    private final int[] failing;
    private final int[] reported;
    private final @Nullable MethodEntry[] repair;
    private final int n;

    /** Bits by element, then rows to count on; and of each row the words that may not be 0. */
    private final long[][] rows;

    private final long[] filled;
    private final boolean[] isDown;
    private final int[] downFrom;
    private final long[] since;
    private final long[] moments = new long[BITS];
    private int depth;

    BitHistory(YearModel year, HistoryLine line, int[] reported) {
        this.year = year;
        this.line = line;
        this.reported = reported;
        CompiledModel model = year.model();
        needs = model.needs();
        horizon = year.horizonTicks();
        changes = new Changeovers(horizon);
        n = model.elements().size();
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
        rows = new long[n + DEEPEST * (widest + 2)][];
        for (int e : order) {
            repair[e] = YearAnalysis.repair(model, e);
            rows[e] = new long[WORDS];
        }
        filled = new long[rows.length];
        isDown = new boolean[n];
        downFrom = new int[n];
        since = new long[n];
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
        long time = 0;
        for (int k = 0; clock != null; k++) {
            time = HistoryKernel.after(time, clock.ticks(draws.uniform(year.clockKey(e), k)));
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
        for (int i = 0; i + 1 < changes.count(); i++) {
            if (changes.time(i) == changes.time(i + 1)) {
                boolean before = i > 0 && changes.time(i - 1) == changes.time(i);
                boolean after = i + 2 < changes.count() && changes.time(i + 2) == changes.time(i);
                if (changes.who(i) == changes.who(i + 1) ? before || after : before && isTwice(i)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether one of the changes at a moment is of an element that changes twice at it. */
    private boolean isTwice(int position) {
        int from = position;
        while (from > 0 && changes.time(from - 1) == changes.time(position)) {
            from--;
        }
        int to = position;
        while (to < changes.count() && changes.time(to) == changes.time(position)) {
            to++;
        }
        for (int i = from; i < to; i++) {
            for (int j = i + 1; j < to; j++) {
                if (changes.who(i) == changes.who(j)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Works on as many moments as there are bits, from a change on; gives the first change after them. */
    private int piece(int from) {
        for (int e : order) {
            clear(e);
        }
        for (int e : failing) {
            downFrom[e] = 0;
        }
        int moment = -1;
        int at = from;
        while (at < changes.count()) {
            boolean again = at > from && changes.who(at) == changes.who(at - 1);
            if (moment < 0 || again || changes.time(at) != moments[moment]) {
                if (moment + 1 == BITS) {
                    break;
                }
                moments[++moment] = changes.time(at);
            }
            turn(changes.who(at), moment);
            at++;
        }
        for (int e : failing) {
            if (isDown[e]) {
                set(e, downFrom[e], moment + 1);
            }
        }
        for (int e : order) {
            gate(e);
        }
        for (int e : reported) {
            tell(e, moment + 1);
        }
        return at;
    }

    /** An element fails, or is whole again, at a moment. */
    private void turn(int e, int moment) {
        if (isDown[e]) {
            set(e, downFrom[e], moment);
        } else {
            downFrom[e] = moment;
        }
        isDown[e] = !isDown[e];
    }

    /** Sets the bits from one moment to before another. */
    private void set(int row, int begin, int end) {
        if (begin >= end) {
            return;
        }
        long[] bits = rows[row];
        int first = begin >>> 6;
        int last = (end - 1) >>> 6;
        long head = -1L << begin;
        long tail = -1L >>> -end;
        filled[row] |= (-1L << first) & (-1L >>> (63 - last));
        if (first == last) {
            bits[first] |= head & tail;
            return;
        }
        bits[first] |= head;
        for (int w = first + 1; w < last; w++) {
            bits[w] = -1;
        }
        bits[last] |= tail;
    }

    private void clear(int row) {
        long[] bits = rows[row];
        for (long left = filled[row]; left != 0; left &= left - 1) {
            bits[Long.numberOfTrailingZeros(left)] = 0;
        }
        filled[row] = 0;
    }

    private void gate(int e) {
        for (int r = needs.rootsFrom(e); r < needs.rootsTo(e); r++) {
            orNode(e, needs.root(r));
        }
    }

    private void orNode(int into, int node) {
        switch (needs.kind(node)) {
            case NeedTable.ONE -> or(into, needs.element(node));
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
                row = needs.element(child);
            } else {
                clear(member);
                orNode(member, child);
            }
            if (filled[row] != 0) {
                for (int i = enough - 1; i > 0; i--) {
                    orAnd(base + i, base + i - 1, row);
                }
                or(base, row);
            }
        }
        or(into, base + enough - 1);
        depth -= enough + 1;
    }

    /** So many empty rows to count on. */
    private int claim(int count) {
        int base = n + depth;
        depth += count;
        for (int row = base; row < base + count; row++) {
            if (rows[row] == null) {
                rows[row] = new long[WORDS];
            }
            clear(row);
        }
        return base;
    }

    private void or(int into, int from) {
        long[] to = rows[into];
        long[] bits = rows[from];
        filled[into] |= filled[from];
        for (long left = filled[from]; left != 0; left &= left - 1) {
            int w = Long.numberOfTrailingZeros(left);
            to[w] |= bits[w];
        }
    }

    private void orAnd(int into, int one, int other) {
        long[] to = rows[into];
        long[] first = rows[one];
        long[] second = rows[other];
        long both = filled[one] & filled[other];
        filled[into] |= both;
        for (long left = both; left != 0; left &= left - 1) {
            int w = Long.numberOfTrailingZeros(left);
            to[w] |= first[w] & second[w];
        }
    }

    /** Hands on the outages of an element that begin or end in the first moments of this piece. */
    private void tell(int e, int count) {
        long[] bits = rows[e];
        long some = filled[e] | (filled[e] << 1) | (since[e] == NONE ? 0 : 1);
        for (long left = some; left != 0; left &= left - 1) {
            int w = Long.numberOfTrailingZeros(left);
            long before = w > 0 ? bits[w - 1] >>> 63 : since[e] == NONE ? 0 : 1;
            long edges = bits[w] ^ ((bits[w] << 1) | before);
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
