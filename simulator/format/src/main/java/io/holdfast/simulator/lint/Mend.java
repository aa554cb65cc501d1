package io.holdfast.simulator.lint;

import io.holdfast.simulator.model.Id;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a finding is mended.
 *
 * @param where in which list of the model
 * @param id whose entry, or null where it is the file itself
 * @param field the key of the model file below it, such as {@code objectives.rto}, or the path in the file
 */
public record Mend(Where where, @Nullable Id id, String field) {

    /** The lists of a model in which something can be mended. */
    public enum Where {
        /** Assets, services and processes. */
        ELEMENT,
        /** Scenarios. */
        SCENARIO,
        /** Plans. */
        PLAN,
        /** The file as it was written. */
        FILE;

        /** The word for it in files and answers. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Mend element(Id id, String field) {
        return new Mend(Where.ELEMENT, id, field);
    }
}
