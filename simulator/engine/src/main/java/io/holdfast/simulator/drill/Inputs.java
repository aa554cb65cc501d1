package io.holdfast.simulator.drill;

import io.holdfast.simulator.learning.InputRef;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.RecoveryMethod;
import java.util.Locale;

/** Which method an input stands on. */
final class Inputs {

    private Inputs() {}

    /** Whether an input that stands on a method of the same element has this method's name. */
    static boolean isOf(InputRef input, RecoveryMethod method) {
        Id id = method.id();
        String name = id != null ? id.value() : method.kind().name().toLowerCase(Locale.ROOT);
        return name.equals(input.method());
    }
}
