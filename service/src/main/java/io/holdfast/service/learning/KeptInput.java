package io.holdfast.service.learning;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.simulator.learning.InputRef;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A number of the register of which something was learned.
 *
 * @param ref its name
 * @param stated what was stated before anything was learned, as {@link io.holdfast.simulator.format.InputTree} writes it
 * @param learned what learning wrote last, likewise; where the register says something else, somebody changed it by hand
 * @param since actuals of earlier days are not learned from, for people have stated it anew; null for no such day
 * @param edit the edit that wrote it last, or null
 */
public record KeptInput(
        InputRef ref,
        JsonNode stated,
        JsonNode learned,
        @Nullable LocalDate since,
        @Nullable Long edit) {}
