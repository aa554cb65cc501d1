package io.holdfast.simulator.result;

import io.holdfast.simulator.model.Id;
import java.util.List;

/**
 * Something about the model or the run that a person should know.
 *
 * @param code stable code in kebab case, such as {@code recovery-deadlock}
 * @param severity how much it matters
 * @param elements the elements it is about, in a telling order
 * @param message one English sentence that names the thing, the value, the rule and a way out
 */
public record Finding(String code, Severity severity, List<Id> elements, String message) {

    /** How much a finding matters. */
    public enum Severity {
        /** Worth knowing. */
        INFO,
        /** The numbers may mislead. */
        WARNING,
        /** The model contradicts itself. */
        ERROR
    }

    /** Copies the list. */
    public Finding {
        elements = List.copyOf(elements);
    }
}
