package io.holdfast.service.sla.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The promises of one measure by the places of their elements. Immutable; for any number of threads. */
final class Promises {

    private final int[] numbers;
    private final List<Promise> promises;

    /** For each place the number of its promise from 1, and 0 where there is none. */
    Promises(int[] numbers, List<Promise> promises) {
        this.numbers = numbers.clone();
        this.promises = List.copyOf(promises);
    }

    /** The promise about the element of a place, or null. */
    @Nullable
    Promise at(int place) {
        return numbers[place] == 0 ? null : promises.get(numbers[place] - 1);
    }
}
