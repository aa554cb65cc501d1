package io.holdfast.service.checklist;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A template with its version.
 *
 * @param template what is asked
 * @param version goes up by one with every change; 1 for those that the program brings
 * @param builtIn whether the program brings it; then nobody changes it
 * @param changedBy who changed it last, or null
 * @param changedAt when, or null
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record KeptTemplate(
        Template template,
        int version,
        boolean builtIn,
        @Nullable String changedBy,
        @Nullable Instant changedAt) {

    /** One that the program brings. */
    static KeptTemplate builtIn(Template template) {
        return new KeptTemplate(template, 1, true, null, null);
    }
}
