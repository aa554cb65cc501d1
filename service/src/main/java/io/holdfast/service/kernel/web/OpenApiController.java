package io.holdfast.service.kernel.web;

import io.holdfast.service.kernel.access.Allows;
import io.holdfast.service.kernel.access.Permission;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The description of the API, as the build wrote it. */
@Controller("/api")
@ExecuteOn(TaskExecutors.BLOCKING)
@Hidden
final class OpenApiController {

    @Allows(Permission.VIEW)
    @Get("/openapi.yml")
    @Produces("application/yaml")
    String openApi() throws IOException {
        try (InputStream file = OpenApiController.class.getResourceAsStream("/META-INF/swagger/openapi.yml")) {
            return new String(
                    Objects.requireNonNull(file, "the build writes the description of the API")
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
        }
    }
}
