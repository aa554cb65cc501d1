package io.holdfast.service.kernel.web;

import io.micronaut.core.io.ResourceResolver;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Addresses inside the page: a browser that asks for one gets the page, which then shows the place. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class PageController {

    private final ResourceResolver resources;
    private final ErrorResponseProcessor<?> problems;

    PageController(ResourceResolver resources, ErrorResponseProcessor<?> problems) {
        this.resources = resources;
        this.problems = problems;
    }

    /** Answers an address that no route and no file has. */
    @Error(status = HttpStatus.NOT_FOUND, global = true)
    HttpResponse<?> notFound(HttpRequest<?> request) throws IOException {
        Optional<InputStream> page =
                isForPage(request) ? resources.getResourceAsStream("classpath:static/index.html") : Optional.empty();
        if (page.isPresent()) {
            try (InputStream bytes = page.get()) {
                return HttpResponse.ok(bytes.readAllBytes()).contentType(MediaType.TEXT_HTML_TYPE);
            }
        }
        return problems.processResponse(
                ErrorContext.builder(request)
                        .errorMessage("There is nothing at " + request.getPath() + ".")
                        .build(),
                HttpResponse.notFound());
    }

    private static boolean isForPage(HttpRequest<?> request) {
        String path = request.getPath();
        String last = path.substring(path.lastIndexOf('/') + 1);
        return request.getMethod() == HttpMethod.GET
                && !path.startsWith("/api/")
                && !path.startsWith(FoldersFilter.FOLDER)
                && (request.accept().isEmpty() || request.accept().contains(MediaType.TEXT_HTML_TYPE))
                && !last.matches(".*\\.(js|css|map|png|svg|ico|woff2?|json|txt)");
    }
}
