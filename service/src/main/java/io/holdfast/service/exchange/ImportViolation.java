package io.holdfast.service.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule that an imported file breaks.
 *
 * @param code stable code in kebab case
 * @param file which of the files: {@code assets}, {@code relations}, {@code edges}, {@code dump}, {@code model},
 *     {@code network}, {@code file} or {@code options}
 * @param row the line of the file from 1 on which the row begins, or 0 where no line is meant
 * @param column the column's heading, or null where no column is meant
 * @param path JSON path and object, as in {@code $[12] dcim.device 45}, or null for a table
 * @param value the value as it stands there
 * @param message the rule and a way out
 * @param choices what may be chosen instead, where the choice is closed
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ImportViolation(
        String code,
        String file,
        long row,
        @Nullable String column,
        @Nullable String path,
        String value,
        String message,
        List<String> choices) {

    /** Copies the choices. */
    public ImportViolation {
        choices = List.copyOf(choices);
    }
}
