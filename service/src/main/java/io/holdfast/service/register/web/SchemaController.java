package io.holdfast.service.register.web;

import io.holdfast.simulator.format.PublishedSchema;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;

/** The JSON Schemas (2020-12) of what goes in and out as a file. */
@Controller("/api/schema")
final class SchemaController {

    @Get("/model")
    @Produces("application/schema+json")
    String model() {
        return PublishedSchema.MODEL.text();
    }

    @Get("/result")
    @Produces("application/schema+json")
    String result() {
        return PublishedSchema.RESULT.text();
    }
}
