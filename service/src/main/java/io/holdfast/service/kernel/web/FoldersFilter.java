package io.holdfast.service.kernel.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;

/** The folder of the page's scripts and styles is nothing to read; what serves files would answer it with nothing, and 200. */
@ServerFilter({FoldersFilter.FOLDER, FoldersFilter.FOLDER + "/**"})
final class FoldersFilter {

    static final String FOLDER = "/assets";

    @RequestFilter
    void check(HttpRequest<?> request) {
        String path = request.getPath();
        if (!path.substring(path.lastIndexOf('/') + 1).contains(".")) {
            throw new ProblemException(HttpStatus.NOT_FOUND, "not-found", "There is nothing at " + path + ".");
        }
    }
}
