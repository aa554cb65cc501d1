package io.holdfast.service.learning;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A lesson with the numbers themselves, as {@link io.holdfast.simulator.format.InputTree} writes them.
 *
 * @param lesson what people read
 * @param before what the register says
 * @param stated what was stated before anything was learned
 * @param after what is to be written
 */
public record FrozenLesson(Lesson lesson, JsonNode before, JsonNode stated, JsonNode after) {}
