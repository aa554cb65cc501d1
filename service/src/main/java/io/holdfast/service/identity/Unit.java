package io.holdfast.service.identity;

import org.jspecify.annotations.Nullable;

/**
 * A part of the organisation.
 *
 * @param id as elements name it under {@code x-unit}
 * @param name its name in English
 * @param nameZhHant its name in Traditional Chinese, or null
 * @param parent the unit that it is part of, or null
 * @param version for changes on what was seen
 */
public record Unit(
        String id,
        String name,
        @Nullable String nameZhHant,
        @Nullable String parent,
        int version) {}
