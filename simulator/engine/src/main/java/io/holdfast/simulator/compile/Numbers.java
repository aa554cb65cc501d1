package io.holdfast.simulator.compile;

import java.util.Arrays;

/** Collects numbers. Not for use by several threads. */
public final class Numbers {

    private int[] numbers = new int[8];
    private int count;

    /** Nothing collected yet. */
    public Numbers() {
        // nothing to set up
    }

    /** Collects a number. */
    public void add(int number) {
        if (count == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * count);
        }
        numbers[count++] = number;
    }

    /** Collects several. */
    public void addAll(int[] several) {
        for (int each : several) {
            add(each);
        }
    }

    /** The numbers as they were collected, repeats included; then collecting begins anew. */
    public int[] takeAsCollected() {
        int[] taken = Arrays.copyOf(numbers, count);
        count = 0;
        return taken;
    }

    /** The distinct numbers, ascending; then collecting begins anew. */
    public int[] take() {
        Arrays.sort(numbers, 0, count);
        int distinct = 0;
        for (int i = 0; i < count; i++) {
            if (i == 0 || numbers[i] != numbers[i - 1]) {
                numbers[distinct++] = numbers[i];
            }
        }
        count = 0;
        return Arrays.copyOf(numbers, distinct);
    }
}
