package io.holdfast.service.checklist.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.holdfast.service.checklist.Template;
import io.holdfast.service.kernel.web.Problem.Violation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** The templates that the program brings. */
public final class BuiltIn {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** In the order in which they are shown. */
    public static final List<Template> TEMPLATES =
            List.of(load("cloud-provider"), load("provider-continuity"), load("site"), load("alternate-site"));

    private BuiltIn() {}

    private static Template load(String name) {
        try (InputStream file =
                Objects.requireNonNull(BuiltIn.class.getResourceAsStream("/checklists/" + name + ".json"), name)) {
            JsonNode said = JSON.readTree(file);
            List<Violation> broken = TemplateShape.check(said);
            if (!broken.isEmpty()) {
                throw new IllegalStateException("The template " + name + " breaks rules: " + broken);
            }
            return TemplateShape.read(said);
        } catch (IOException e) {
            throw new UncheckedIOException("The template " + name + " cannot be read", e);
        }
    }
}
