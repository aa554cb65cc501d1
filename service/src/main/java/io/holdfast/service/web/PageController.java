package io.holdfast.service.web;

import io.micronaut.core.io.ResourceResolver;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.io.InputStream;

/** Addresses inside the page: all of them give the page, which then shows the place. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class PageController {

    private final ResourceResolver resources;

    PageController(ResourceResolver resources) {
        this.resources = resources;
    }

    @Get("/runs/{run}/{element}")
    HttpResponse<byte[]> run(String run, String element) throws IOException {
        try (InputStream page = resources
                .getResourceAsStream("classpath:static/index.html")
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_FOUND,
                        "no-page",
                        "This service was built without its page. Build it with ./holdfast up."))) {
            return HttpResponse.ok(page.readAllBytes()).contentType(MediaType.TEXT_HTML_TYPE);
        }
    }
}
