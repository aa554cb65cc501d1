package io.holdfast.service.drill;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Why something is as it is, for a page in any language.
 *
 * @param code stable code in kebab case
 * @param values what the sentence names, in order: ids, words and numbers
 */
public record Reason(String code, Map<String, String> values) {

    /** Copies the values. */
    public Reason {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** A reason of a code with names and values in turn. */
    public static Reason of(String code, String... namesAndValues) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Reason(code, values);
    }
}
