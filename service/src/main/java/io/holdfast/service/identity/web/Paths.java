package io.holdfast.service.identity.web;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Places in the page to which a browser is sent on after signing in: never another address, never one of the API. */
final class Paths {

    /** One slash and then no second one; nothing that a browser would read as one, and nothing that ends a header. */
    private static final Pattern OF_PAGE =
            Pattern.compile("/(?!/)(?!api(?:[/?]|$))[A-Za-z0-9._~!$&'()*+,;=:@%/?-]{0,500}");

    private Paths() {}

    /** The path, or that of the first page where it is none of the page. */
    static String ofPage(@Nullable String path) {
        return path != null && OF_PAGE.matcher(path).matches() ? path : "/";
    }
}
