package io.holdfast.service.drill;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The rules as they are kept.
 *
 * @param rules what was decided
 * @param version goes up by one with every change; 0 while nobody has decided anything and the preset holds
 * @param changedBy who changed them last, or null
 * @param changedAt when, or null
 */
public record StoredRules(
        DrillRules rules,
        int version,
        @Nullable String changedBy,
        @Nullable Instant changedAt) {}
