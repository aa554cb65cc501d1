package io.holdfast.simulator.exact;

import io.holdfast.simulator.compile.CompiledModel;
import io.holdfast.simulator.compile.NeedTable;
import io.holdfast.simulator.sampling.KeyedDraws;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Whether an element is down right after the event as steps over rows of bits, a set bit for a trial in which it is down: the
 * elements below it in stages, one a cycle. Immutable. Source: the meaning of the simulation, 1.6, at time 0.
 */
final class EventProgram {

    /** Ints a step: what, into which row, and two rows, or the number of the chance. */
    static final int A_STEP = 4;

    static final int DRAW = 0;
    static final int OR = 1;
    static final int AND = 2;

    /** Adds what is set in both. */
    static final int OR_OF_BOTH = 3;

    /** The row in which nothing is set. */
    static final int NONE = 0;

    /** The row in which everything is. */
    static final int ALL = 1;

    private static final double TOLERANCE = 1e-9;

    private final ChanceTable chances;
    private final List<int[]> codes = new ArrayList<>();
    private final List<int[]> circles = new ArrayList<>();
    private final int elements;
    private final int top;
    private final int rows;

    private EventProgram(CompiledModel model, Needed needed, int e, int[] below) {
        chances = new ChanceTable(model);
        elements = below.length;
        Writer writer = new Writer(model, chances);
        int at = 0;
        while (at < below.length) {
            int component = needed.components().of(below[at]);
            int to = at;
            while (to < below.length && needed.components().of(below[to]) == component) {
                to++;
            }
            boolean cyclic = needed.components().isCyclic(component);
            int[] circle = cyclic ? writer.rowsOf(below, at, to) : new int[0];
            for (int i = at; i < to; i++) {
                writer.element(below[i]);
            }
            codes.add(writer.take());
            circles.add(circle);
            at = to;
        }
        top = writer.rowOf[e];
        rows = writer.rows;
    }

    /** The program of an element; empty where shares decide. */
    static Optional<EventProgram> find(CompiledModel model, int e) {
        Needed needed = new Needed(model);
        int[] below = needed.below(e);
        boolean byShares = IntStream.of(below)
                .anyMatch(x -> IntStream.range(
                                model.needs().rootsFrom(x), model.needs().rootsTo(x))
                        .anyMatch(r -> isByShares(model, needed, model.needs().root(r))));
        return byShares ? Optional.empty() : Optional.of(new EventProgram(model, needed, e, below));
    }

    /** Whether an entry is a pool that is not just "so many of these", each delivering all or nothing. */
    private static boolean isByShares(CompiledModel model, Needed needed, int node) {
        NeedTable needs = model.needs();
        IntStream members = IntStream.range(needs.childrenFrom(node), needs.childrenTo(node));
        if (needs.kind(node) != NeedTable.POOL) {
            return members.anyMatch(c -> isByShares(model, needed, needs.child(c)));
        }
        double share = needs.childShare(needs.childrenFrom(node));
        return members.anyMatch(c -> needs.childShare(c) != share
                || needs.kind(needs.child(c)) != NeedTable.ONE
                || needs.soft(needs.child(c)) >= 0
                || needs.held(needs.child(c)) >= 0
                || IntStream.of(needed.below(needs.element(needs.child(c)))).anyMatch(x -> isPartly(needs, x)));
    }

    private static boolean isPartly(NeedTable needs, int e) {
        return IntStream.range(needs.rootsFrom(e), needs.rootsTo(e)).anyMatch(r -> delivers(needs, needs.root(r)));
    }

    /** Whether an entry may deliver less than all and more than nothing. */
    private static boolean delivers(NeedTable needs, int node) {
        return needs.kind(node) == NeedTable.POOL
                || needs.soft(node) >= 0
                || needs.held(node) >= 0
                || IntStream.range(needs.childrenFrom(node), needs.childrenTo(node))
                        .anyMatch(c -> delivers(needs, needs.child(c)));
    }

    int elements() {
        return elements;
    }

    int stages() {
        return codes.size();
    }

    /** The steps of a stage. Not to be changed. */
    int[] code(int stage) {
        return codes.get(stage);
    }

    /** The rows of the elements of a stage that need each other; none where they do not. Not to be changed. */
    int[] circle(int stage) {
        return circles.get(stage);
    }

    /** How many rows there are. */
    int rows() {
        return rows;
    }

    /** The row of the answer. */
    int top() {
        return top;
    }

    long key(int chance) {
        return chances.get(chance).key() & ~1;
    }

    long cells(int chance) {
        return KeyedDraws.cells(chances.get(chance).probability());
    }

    /** Writes the steps of elements. */
    private static final class Writer {

        private final NeedTable needs;
        private final ChanceTable chances;
        private final int[] rowOf;
        private final Map<Integer, Integer> rowOfChance = new HashMap<>();
        private final List<int[]> steps = new ArrayList<>();
        private final BitSet own = new BitSet();
        private final Deque<Integer> free = new ArrayDeque<>();
        private int rows = ALL + 1;

        Writer(CompiledModel model, ChanceTable chances) {
            needs = model.needs();
            this.chances = chances;
            rowOf = new int[model.elements().size()];
        }

        /** Gives the elements of a cycle their rows, all of which a step may read before it is written. */
        int[] rowsOf(int[] below, int from, int to) {
            int[] made = new int[to - from];
            for (int i = from; i < to; i++) {
                rowOf[below[i]] = rows++;
                made[i - from] = rowOf[below[i]];
            }
            return made;
        }

        int[] take() {
            int[] code = steps.stream().flatMapToInt(IntStream::of).toArray();
            steps.clear();
            return code;
        }

        void element(int e) {
            int down = chances.isCertain(e) ? ALL : NONE;
            for (int chance : chances.hitsOf(e)) {
                down = either(down, drawn(chance));
            }
            for (int r = needs.rootsFrom(e); r < needs.rootsTo(e); r++) {
                down = either(down, unmet(needs.root(r)));
            }
            if (rowOf[e] == NONE) {
                rowOf[e] = down;
            } else {
                step(OR, rowOf[e], down, NONE);
            }
            own.clear(down);
        }

        private void step(int what, int into, int one, int other) {
            steps.add(new int[] {what, into, one, other});
        }

        private int drawn(int chance) {
            return rowOfChance.computeIfAbsent(chance, number -> {
                step(DRAW, rows, number, NONE);
                return rows++;
            });
        }

        /** A row that nobody else reads, so that more may be written into it. */
        private int fresh() {
            int row = free.isEmpty() ? rows++ : free.pop();
            own.set(row);
            return row;
        }

        private int either(int one, int other) {
            if (one == NONE || other == ALL) {
                return other;
            }
            if (other == NONE || one == ALL) {
                return one;
            }
            int into = own.get(one) ? one : own.get(other) ? other : fresh();
            step(OR, into, one, other);
            if (into == one && own.get(other)) {
                free.push(other);
            }
            return into;
        }

        private int both(int one, int other) {
            if (one == ALL || other == NONE) {
                return other;
            }
            if (other == ALL || one == NONE) {
                return one;
            }
            int into = fresh();
            step(AND, into, one, other);
            return into;
        }

        /** Where an entry is unmet right after the event: one that is held counts as met, unless it is held for no time. */
        private int unmet(int node) {
            if (needs.soft(node) >= 0) {
                return NONE;
            }
            int hold = needs.held(node);
            if (hold < 0 || chances.noHold(hold) >= 1) {
                return raw(node);
            }
            int chance = chances.noHoldChance(hold);
            return chance < 0 ? NONE : both(raw(node), drawn(chance));
        }

        private int raw(int node) {
            int size = needs.childrenTo(node) - needs.childrenFrom(node);
            return switch (needs.kind(node)) {
                case NeedTable.ONE -> rowOf[needs.element(node)];
                case NeedTable.ALL -> atLeastDown(node, 1);
                case NeedTable.AT_LEAST -> atLeastDown(node, size - needs.atLeast(node) + 1);
                default -> atLeastDown(node, size - poolCount(node, size) + 1);
            };
        }

        private int poolCount(int node, int size) {
            double share = needs.childShare(needs.childrenFrom(node));
            int count = 0;
            double sum = 0;
            while (count <= size && sum < needs.minimum(node) - TOLERANCE) {
                sum = Math.min(1, sum + share);
                count++;
            }
            return count;
        }

        /** Where at least so many members are unmet: as many rows as that, the j-th for at least j of those so far. */
        private int atLeastDown(int node, int count) {
            int size = needs.childrenTo(node) - needs.childrenFrom(node);
            if (count <= 0 || count > size) {
                return count <= 0 ? ALL : NONE;
            }
            if (count == size) {
                return allDown(node);
            }
            int[] least = new int[count + 1];
            least[0] = ALL;
            for (int c = needs.childrenFrom(node); c < needs.childrenTo(node); c++) {
                int member = unmet(needs.child(c));
                for (int j = count; j >= 1; j--) {
                    least[j] = eitherOrBoth(least[j], member, least[j - 1]);
                }
            }
            return least[count];
        }

        private int eitherOrBoth(int into, int one, int other) {
            boolean inOne = into > ALL && own.get(into) && one > ALL && other > ALL;
            if (inOne) {
                step(OR_OF_BOTH, into, one, other);
                return into;
            }
            return either(into, both(one, other));
        }

        private int allDown(int node) {
            int all = ALL;
            for (int c = needs.childrenFrom(node); c < needs.childrenTo(node); c++) {
                int member = unmet(needs.child(c));
                if (all > ALL && own.get(all) && member > ALL) {
                    step(AND, all, all, member);
                } else {
                    all = both(all, member);
                }
            }
            return all;
        }
    }
}
