package io.holdfast.service.register.web;

import io.holdfast.service.kernel.access.Allows;
import io.holdfast.service.kernel.access.Permission;
import io.holdfast.simulator.format.PublishedSchema;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.tags.Tag;

/** The JSON Schemas (2020-12) of what goes in and out as a file. */
@Controller("/api/schema")
@Allows(Permission.VIEW)
@Tag(name = "schema", description = "The published file formats")
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
