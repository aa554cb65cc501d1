package io.holdfast.simulator.lint;

import io.holdfast.simulator.format.Language;
import org.jspecify.annotations.Nullable;

/**
 * Where a rule stands.
 *
 * @param row the row of the guideline's requirements, such as {@code B2}, or null
 * @param standard the name of another source, or null; exactly one of the two is given
 */
public record Clause(@Nullable String row, @Nullable String standard) {

    /** Checks that one of the two is given. */
    public Clause {
        if ((row == null) == (standard == null)) {
            throw new IllegalArgumentException("A clause is a row of the guideline or a standard, one of the two");
        }
    }

    static Clause guideline(String row) {
        return new Clause(row, null);
    }

    static Clause standard(String name) {
        return new Clause(null, name);
    }

    /** Its name as a reader of the language knows it. */
    public String in(Language language) {
        if (standard != null) {
            return standard;
        }
        return switch (language) {
            case EN -> "guideline " + row;
            case ZH_HANT -> "指引 " + row;
        };
    }
}
