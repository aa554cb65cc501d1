package io.holdfast.service.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Texts that the program brings. */
final class Resources {

    private Resources() {}

    /** A text of the program, by its path from the root. */
    static String text(String path) {
        try (InputStream file = Resources.class.getResourceAsStream(path)) {
            return new String(
                    Objects.requireNonNull(file, "the program brings this file").readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("A file of the program could not be read", e);
        }
    }
}
