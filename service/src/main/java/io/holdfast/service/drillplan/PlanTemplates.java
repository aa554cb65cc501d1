package io.holdfast.service.drillplan;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.drillplan.internal.PlanJson;
import io.holdfast.service.drillplan.internal.PlanShape;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The templates of drill plans: one a type, recurring tests of backups (row D13), social engineering (row D15). For any number of threads. */
@Singleton
public final class PlanTemplates {

    private static final String FILE = "/drill-templates.json";

    private final JsonNode all;

    PlanTemplates() {
        try (InputStream in = PlanTemplates.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is not in the class path");
            }
            all = PlanJson.tree(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read", e);
        }
    }

    /**
     * A template in a language.
     *
     * @param key its stable name
     * @param everyMonths after how many months such a drill comes again; null where the schedule says that
     * @param content what it begins with; of year 2000
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Template(String key, @Nullable Integer everyMonths, PlanContent content) {}

    /** All of them in a language, {@code en} or {@code zh-Hant}. */
    public List<Template> list(String language) {
        return StreamSupport.stream(all.spliterator(), false)
                .map(each -> template(each, language, 2000))
                .toList();
    }

    /** One of them in a language, for a year. */
    public Optional<Template> find(String key, String language, int year) {
        return StreamSupport.stream(all.spliterator(), false)
                .filter(each -> each.path("key").asText().equals(key))
                .findFirst()
                .map(each -> template(each, language, year));
    }

    /** The id of the step of a template that brings things back, to be replaced by one for each; null where it has none. */
    @Nullable
    String findMeasured(String key) {
        return StreamSupport.stream(all.spliterator(), false)
                .filter(each -> each.path("key").asText().equals(key))
                .findFirst()
                .map(each -> each.path("measures").asText(null))
                .orElse(null);
    }

    private static Template template(JsonNode template, String language, int year) {
        ObjectNode said = template.path("plan").deepCopy();
        said.setAll((ObjectNode) template.path(language));
        String key = template.path("key").asText();
        said.put("year", year).put("template", key);
        JsonNode months = template.path("everyMonths");
        return new Template(
                key,
                months.isInt() ? Integer.valueOf(months.asInt()) : null,
                PlanShape.read(said).content());
    }
}
