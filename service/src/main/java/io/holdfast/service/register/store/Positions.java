package io.holdfast.service.register.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where entries stand in the order of the file: ascending numbers with gaps, of which as few as possible change. */
final class Positions {

    static final long GAP = 1L << 20;

    private Positions() {}

    /**
     * Positions for entries in their new order. Those that stand in the right order among themselves (as many as possible)
     * keep theirs, the others come between; without room between two, all from there on move back.
     *
     * @param old where each stood, or null for a new one
     */
    static List<Long> assign(List<@Nullable Long> old) {
        boolean[] kept = longestAscending(old);
        List<Long> positions = new ArrayList<>(old.size());
        long last = 0;
        for (int i = 0; i < old.size(); i++) {
            Long stood = old.get(i);
            if (kept[i] && stood != null && stood > last) {
                last = stood;
            } else {
                last = between(last, old, kept, i);
            }
            positions.add(last);
        }
        return positions;
    }

    private static long between(long last, List<@Nullable Long> old, boolean[] kept, int from) {
        int next = from;
        while (next < old.size() && !kept[next]) {
            next++;
        }
        Long limit = next < old.size() ? old.get(next) : null;
        if (limit == null) {
            return last + GAP;
        }
        long step = (limit - last) / (next - from + 1);
        return last + Math.max(1, step);
    }

    /** Marks a longest ascending sequence among the known numbers. Cost: n log n. */
    private static boolean[] longestAscending(List<@Nullable Long> numbers) {
        int[] tails = new int[numbers.size()];
        long[] tailValues = new long[numbers.size()];
        int[] before = new int[numbers.size()];
        int length = 0;
        for (int i = 0; i < numbers.size(); i++) {
            Long number = numbers.get(i);
            if (number != null) {
                int found = Arrays.binarySearch(tailValues, 0, length, number);
                int at = found >= 0 ? found : -found - 1;
                before[i] = at == 0 ? -1 : tails[at - 1];
                tails[at] = i;
                tailValues[at] = number;
                length = Math.max(length, at + 1);
            }
        }
        boolean[] marked = new boolean[numbers.size()];
        for (int i = length == 0 ? -1 : tails[length - 1]; i >= 0; i = before[i]) {
            marked[i] = true;
        }
        return marked;
    }
}
