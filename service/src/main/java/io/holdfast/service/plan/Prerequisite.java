package io.holdfast.service.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What must be up before a step starts.
 *
 * @param count how many of {@code of}; null where shares of a pool decide
 * @param minimum the least share of a pool that must be up; null where a count decides
 * @param of the things named
 * @param steps numbers of the steps that bring them back, ascending
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Prerequisite(
        @Nullable Integer count, @Nullable Double minimum, List<Named> of, List<Integer> steps) {}
