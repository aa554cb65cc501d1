package io.holdfast.service.kernel.web;

import io.micronaut.http.HttpStatus;

/** Which part of a list a request wants. */
public final class PageOfList {

    /** Entries that a page has at most. */
    public static final int LARGEST = 500;

    private PageOfList() {}

    /**
     * Refuses with {@code bad-page} what is no page.
     *
     * @param page which page, from 0
     * @param size how many entries a page, 1 to {@value #LARGEST}
     */
    public static void require(int page, int size) {
        if (page < 0 || size < 1 || size > LARGEST) {
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST,
                    "bad-page",
                    "page must be at least 0 and size between 1 and " + LARGEST + ".");
        }
    }
}
