package io.holdfast.service.plan.web;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.holdfast.service.kernel.Places;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The texts of a plan in one language: the catalogue of the web page, so that page and document say the same. Places for
 * values are written {@code {{name}}}. Immutable.
 */
final class PlanTexts {

    private static final Map<PlanLanguage, PlanTexts> ALL = load();

    private final Map<String, String> texts;

    private PlanTexts(Map<String, String> texts) {
        this.texts = texts;
    }

    /** The texts of a language. */
    static PlanTexts of(PlanLanguage language) {
        return Objects.requireNonNull(ALL.get(language), "every language is loaded");
    }

    private static Map<PlanLanguage, PlanTexts> load() {
        Map<PlanLanguage, PlanTexts> all = new EnumMap<>(PlanLanguage.class);
        for (PlanLanguage language : PlanLanguage.values()) {
            String file = "/texts/plan." + language.tag() + ".json";
            try (InputStream in = PlanTexts.class.getResourceAsStream(file)) {
                all.put(
                        language,
                        new PlanTexts(JsonMapper.builder()
                                .build()
                                .readValue(
                                        Objects.requireNonNull(in, file + " is part of the web page's jar"),
                                        new TypeReference<Map<String, String>>() {})));
            } catch (IOException e) {
                throw new UncheckedIOException(file + " cannot be read", e);
            }
        }
        return all;
    }

    Set<String> keys() {
        return texts.keySet();
    }

    /**
     * A text with its values, given as name and value in turn.
     *
     * @throws IllegalArgumentException for a key that the catalogue lacks
     */
    String get(String key, Object... values) {
        String text = texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException("The catalogue of plan texts has no '" + key + "'.");
        }
        for (int i = 0; i < values.length; i += 2) {
            text = text.replace("{{" + values[i] + "}}", Places.mark(String.valueOf(values[i + 1])));
        }
        return Places.close(text);
    }

    /** A text of a family, such as the word for a state; the word itself where the catalogue has none (added kinds). */
    String word(String family, String word) {
        return texts.getOrDefault(family + "_" + word, word);
    }
}
