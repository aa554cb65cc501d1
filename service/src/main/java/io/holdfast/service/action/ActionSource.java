package io.holdfast.service.action;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Where an action came from; it never changes.
 *
 * @param type {@code drill}, {@code supplier-drill}, {@code incident}, or {@code other} where somebody wrote it down by itself
 * @param id the number of that drill or incident, or null
 * @param finding what was found there; empty where it is not the finding of something
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ActionSource(String type, @Nullable String id, String finding) {

    /** The type of what nobody found anywhere in particular. */
    public static final String OTHER = "other";

    /** An action that somebody wrote down by itself. */
    public static final ActionSource NONE = new ActionSource(OTHER, null, "");
}
