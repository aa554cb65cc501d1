package io.holdfast.service.exchange.internal;

import io.holdfast.simulator.model.Amount;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Label;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The fields that an import fills, as one flat map: {@code kind}, {@code name}, {@code owner}, {@code note}, {@code capacity},
 * {@code site}, and {@code x-…} keys. What an import last said stands with the element under {@code x-imported}, so that a
 * later one can tell what the source changed from what people changed.
 */
final class ImportedFields {

    /** The key under which an element keeps what the last import said. */
    static final String IMPORTED = "x-imported";

    /** The key under which an element keeps its cables. */
    static final String CONNECTIONS = "x-connections";

    /** Under {@link #IMPORTED}: the short forms of the needs. */
    static final String NEEDS = "needs";

    private static final Pattern AMOUNT = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)\\s*([^\\s0-9][^\\s]*)(.*)");

    private ImportedFields() {}

    /** Puts a value where there is one. */
    static void put(Map<String, Object> fields, String key, @Nullable Object value) {
        if (value != null) {
            fields.put(key, value);
        }
    }

    /**
     * The capacity of a source's text: the first number with its unit. The whole text is kept as {@code x-capacity} where it
     * says more; a text without a number, such as a unit alone, says nothing.
     */
    static void putCapacity(Map<String, Object> fields, @Nullable String text) {
        Matcher amount = AMOUNT.matcher(text == null ? "" : text.strip());
        if (amount.matches()) {
            fields.put("capacity", shown(new Amount(amount.group(2), Double.parseDouble(amount.group(1)))));
            if (!amount.group(3).isBlank()) {
                fields.put("x-capacity", String.valueOf(text).strip());
            }
        } else if (text != null && text.chars().anyMatch(Character::isDigit)) {
            fields.put("x-capacity", text.strip());
        }
    }

    private static String shown(Amount amount) {
        return BigDecimal.valueOf(amount.amount()).stripTrailingZeros().toPlainString() + " " + amount.unit();
    }

    /** What the last import said about an element; empty where none did. */
    static Map<String, Object> lastSaid(Label label) {
        Map<String, Object> said = new LinkedHashMap<>();
        if (label.extras().get(IMPORTED) instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                if (value != null) {
                    said.put(String.valueOf(key), value);
                }
            });
        }
        return said;
    }

    /** What now stands on an element, of the fields that imports fill. */
    static Map<String, Object> of(Element element) {
        Map<String, Object> fields = new LinkedHashMap<>();
        Label label = element.label();
        put(fields, "kind", element.kind());
        put(fields, "name", label.name());
        put(fields, "owner", label.owner());
        put(fields, "note", label.note());
        put(fields, "capacity", element.capacity() == null ? null : shown(element.capacity()));
        Id site = element.site();
        put(fields, "site", site == null ? null : site.value());
        label.extras().forEach((key, value) -> {
            if (key.startsWith("x-") && !key.equals(IMPORTED) && value != null) {
                fields.put(key, value);
            }
        });
        return fields;
    }

    static @Nullable String text(Map<String, Object> fields, String key) {
        return fields.get(key) instanceof String text ? text : null;
    }

    static @Nullable Amount capacity(Map<String, Object> fields) {
        return Optional.ofNullable(text(fields, "capacity"))
                .map(AMOUNT::matcher)
                .filter(Matcher::matches)
                .map(amount -> new Amount(amount.group(2), Double.parseDouble(amount.group(1))))
                .orElse(null);
    }

    /** The short forms of the needs that the last import said. */
    static List<String> needsLastSaid(Element element) {
        return lastSaid(element.label()).get(NEEDS) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }
}
