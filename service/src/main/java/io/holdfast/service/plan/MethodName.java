package io.holdfast.service.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** A recovery method: its kind in the model's word, and its own name where it has one. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record MethodName(String kind, @Nullable String name) {}
