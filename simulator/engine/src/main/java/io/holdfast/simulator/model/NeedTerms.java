package io.holdfast.simulator.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What may stand on any compound entry of needs.
 *
 * @param id the entry's own id, or null
 * @param holdsFor a loss shorter than this does no harm, or null
 * @param soft unmet, the entry counts as met at this share; null for a hard need
 * @param source who says so, or null
 * @param verified when it was last checked, as written, or null
 * @param extras further keys, kept as they came
 */
public record NeedTerms(
        @Nullable Id id,
        @Nullable UncertainHours holdsFor,
        @Nullable Double soft,
        @Nullable String source,
        @Nullable String verified,
        Map<String, Object> extras) {

    /** No terms. */
    public static final NeedTerms NONE = new NeedTerms(null, null, null, null, null, Map.of());

    /** Checks the share. */
    public NeedTerms {
        Require.shareIfGiven("soft", soft);
        extras = Collections.unmodifiableMap(new LinkedHashMap<>(extras));
    }
}
