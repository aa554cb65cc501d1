package io.holdfast.service.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is frozen with a submission.
 *
 * @param impact what hung on the touched elements at that moment
 * @param names what the touched elements were called, by id
 * @param execution how it was carried out before somebody agreed, on the emergency route; else null
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Submitted(
        Impact impact,
        Map<String, ElementName> names,
        @Nullable Execution execution) {

    /** Copies the names. */
    public Submitted {
        names = Collections.unmodifiableMap(new TreeMap<>(names));
    }
}
