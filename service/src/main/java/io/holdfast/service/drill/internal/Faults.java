package io.holdfast.service.drill.internal;

import io.holdfast.service.drill.CalendarReading.Fault;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with one file. */
final class Faults {

    /** More than these would not be read by anybody. */
    private static final int MOST = 200;

    private final List<Fault> all = new ArrayList<>();

    void add(@Nullable Integer row, @Nullable String column, @Nullable String value, String code, String message) {
        if (all.size() < MOST) {
            all.add(new Fault(row, column, value, code, message));
        }
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    List<Fault> all() {
        return all;
    }
}
