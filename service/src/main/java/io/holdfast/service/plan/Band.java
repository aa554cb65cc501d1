package io.holdfast.service.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** Two quantiles of a time in hours, as the run states them; null means never within the run's horizon. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Band(@Nullable Double p50, @Nullable Double p95) {}
