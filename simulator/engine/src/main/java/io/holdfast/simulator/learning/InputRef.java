package io.holdfast.simulator.learning;

import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.RecoveryMethod;
import org.jspecify.annotations.Nullable;

/**
 * Names one uncertain number of a model.
 *
 * @param owner the element, team or scenario that it stands on
 * @param method the id of the method that it stands on, else the method's word; null where it stands on no method
 * @param quantity which number
 * @param number 1, or counting on in file order where owner, method and quantity are the same
 */
public record InputRef(Id owner, @Nullable String method, Quantity quantity, int number) {

    /** Checks the number. */
    public InputRef {
        Check.that(number >= 1, "The number of an input is " + number + ", but inputs are counted from 1.");
    }

    /** Whether it stands on this method, or on another of the same element and name. */
    public boolean isOf(RecoveryMethod of) {
        return InputWalk.nameOf(of).equals(method);
    }

    /** The name as text, such as {@code orders-db:restore DURATION}; different inputs of a model have different ones. */
    public String address() {
        return owner + (method == null ? "" : ":" + method) + " " + quantity + (number == 1 ? "" : " #" + number);
    }
}
