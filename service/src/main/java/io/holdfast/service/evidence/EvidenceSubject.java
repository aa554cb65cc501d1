package io.holdfast.service.evidence;

import org.jspecify.annotations.Nullable;

/**
 * A thing that evidence can be about.
 *
 * @param unit the organisational unit that it belongs to; null where it belongs to the whole organisation
 */
public record EvidenceSubject(@Nullable String unit) {}
