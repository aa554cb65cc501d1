package io.holdfast.service.drill.internal;

import io.holdfast.service.drill.CalendarReading.Fault;
import io.holdfast.service.drill.Reason;
import io.holdfast.service.kernel.Places;
import io.holdfast.simulator.model.Drill;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.BinaryOperator;

/** The room's sentences in one language; the same keys stand in every language. Immutable. */
public final class DrillTexts {

    /** The languages of the page. */
    public static final List<String> LANGUAGES = List.of("en", "zh-Hant");

    private final String language;
    private final Properties texts = new Properties();

    private DrillTexts(String language) {
        this.language = language;
        String file = "/texts/drill." + language + ".properties";
        try (InputStream bytes = Objects.requireNonNull(DrillTexts.class.getResourceAsStream(file), file);
                InputStreamReader reader = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("The program's own file " + file + " cannot be read", e);
        }
    }

    /** The texts of a language of the page, if it is one. */
    public static Optional<DrillTexts> find(String language) {
        return LANGUAGES.contains(language) ? Optional.of(new DrillTexts(language)) : Optional.empty();
    }

    /** The language. */
    public String language() {
        return language;
    }

    /** All keys, for the comparison of languages. */
    public Set<String> keys() {
        return texts.stringPropertyNames();
    }

    /** The text of a key, with values in the places {@code {0}}, {@code {1}} and so on. */
    public String text(String key, String... values) {
        String text = Objects.requireNonNull(texts.getProperty(key), () -> "no text '" + key + "' in " + language);
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", Places.mark(values[i]));
        }
        return Places.close(text);
    }

    /** The words of drill types, joined. */
    public String types(List<Drill.Type> types) {
        return String.join(
                text("and"),
                types.stream()
                        .map(type -> text("type." + io.holdfast.service.drill.DrillWords.word(type)))
                        .toList());
    }

    /**
     * The sentence of a reason.
     *
     * @param names the name of what a value means, by the value's own name and the value
     */
    public String sentence(Reason reason, BinaryOperator<String> names) {
        List<String> values = new ArrayList<>();
        reason.values().forEach((name, value) -> values.add(names.apply(name, value)));
        return text("reason." + reason.code(), values.toArray(String[]::new));
    }

    /** The sentence of a fault: in English the reader's own, which says most. */
    public String sentence(Fault fault) {
        if (language.equals("en")) {
            return fault.message();
        }
        String row = fault.row() == null ? "" : text("fault.row", String.valueOf(fault.row()));
        return row + text("fault." + fault.code(), Objects.requireNonNullElse(fault.value(), ""));
    }
}
