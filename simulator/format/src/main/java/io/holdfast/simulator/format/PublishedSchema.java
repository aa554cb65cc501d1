package io.holdfast.simulator.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The JSON Schemas (2020-12) that are published with the product. */
public enum PublishedSchema {
    /** Of the continuity model file. */
    MODEL("/schema/continuity-model-1.schema.json"),
    /** Of the result of one run. */
    RESULT("/schema/result-1.schema.json"),
    /** Of the answer about rare events. */
    RARE("/schema/rare-1.schema.json"),
    /** Of the result of years of operation. */
    YEAR("/schema/year-1.schema.json"),
    /** Of the estimate of a drill. */
    DRILL("/schema/drill-1.schema.json"),
    /** Of the file of what drills and incidents measured. */
    ACTUALS("/schema/actuals-1.schema.json"),
    /** Of what such actuals would make of a model. */
    LEARNED("/schema/learned-1.schema.json");

    private final String resource;

    PublishedSchema(String resource) {
        this.resource = resource;
    }

    /** Where it lies on the class path. */
    public String resource() {
        return resource;
    }

    /** The schema as JSON text in UTF-8. */
    public String text() {
        try (InputStream in = PublishedSchema.class.getResourceAsStream(resource)) {
            return new String(
                    Objects.requireNonNull(in, "the schema is part of the program")
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
