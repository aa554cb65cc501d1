package io.holdfast.service.plan.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The style sheet of the document. */
final class PlanStyle {

    private static final String CSS = load();

    private PlanStyle() {}

    static String css() {
        return CSS;
    }

    private static String load() {
        try (InputStream in = PlanStyle.class.getResourceAsStream("plan.css")) {
            return new String(
                    Objects.requireNonNull(in, "plan.css is part of the program")
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("plan.css cannot be read", e);
        }
    }
}
