package io.holdfast.simulator.reference;

import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.MethodKind;
import io.holdfast.simulator.model.Need;
import io.holdfast.simulator.model.RecoveryMethod;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that an element can run on.
 *
 * @param element the element
 * @param number of the finished method, as written; {@link #ITSELF} for the element itself
 */
record Basis(Element element, int number) {

    static final int ITSELF = -1;

    boolean isItself() {
        return number == ITSELF;
    }

    @Nullable
    RecoveryMethod method() {
        return isItself() ? null : element.methods().get(number);
    }

    /** After a method that lists needs, those are its needs; else the element's own. */
    List<Need> needs() {
        RecoveryMethod method = method();
        if (method == null) {
            return element.needs();
        }
        List<Need> listed = method.needs();
        if (listed == null) {
            return method.kind() == MethodKind.WORKAROUND ? List.of() : element.needs();
        }
        return listed;
    }

    double capacity() {
        RecoveryMethod method = method();
        return method == null ? 1 : method.capacity();
    }

    /** Whether it can be kept up for a while only. */
    boolean isEnding() {
        RecoveryMethod method = method();
        return method != null && method.lasts() != null;
    }

    /** Whether it restores in full and for good. */
    boolean isFull() {
        return capacity() >= 1 && !isEnding();
    }
}
