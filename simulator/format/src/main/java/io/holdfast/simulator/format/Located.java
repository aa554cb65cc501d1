package io.holdfast.simulator.format;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A part of a document with the place where it stands. Lines and columns count from 1. */
sealed interface Located {

    int line();

    int column();

    /** How the value reads in a message, in no language. */
    String shown();

    /** The value as plain Java: map, list, string, number, boolean or null. */
    @Nullable
    Object plain();

    /** Keys and values in file order. */
    record Mapping(Map<String, Located> fields, int line, int column) implements Located {
        @Override
        public String shown() {
            return "{" + String.join(", ", fields.keySet().stream().limit(8).toList())
                    + (fields.size() > 8 ? ", …}" : "}");
        }

        @Override
        public Object plain() {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            fields.forEach((key, value) -> map.put(key, value.plain()));
            return map;
        }
    }

    /** Items in file order. */
    record Sequence(List<Located> items, int line, int column) implements Located {
        @Override
        public String shown() {
            return items.isEmpty() ? "[]" : "[… " + items.size() + "]";
        }

        @Override
        public Object plain() {
            List<@Nullable Object> list = new ArrayList<>();
            items.forEach(item -> list.add(item.plain()));
            return list;
        }
    }

    /**
     * Text, a number, a boolean or nothing.
     *
     * @param text as written
     * @param value string, number or boolean; null for nothing
     */
    record Scalar(String text, @Nullable Object value, int line, int column) implements Located {
        @Override
        public String shown() {
            String shown = value == null ? "null" : text;
            return shown.length() <= 80 ? shown : shown.substring(0, 80) + "…";
        }

        /** A number that a double does not hold as written (a long key, a telephone number) stays what it is. */
        @Override
        public @Nullable Object plain() {
            if (!(value instanceof Double number)) {
                return value;
            }
            boolean leadingZero = text.matches("[-+]?0[0-9].*");
            if (!Double.isFinite(number) || leadingZero || text.length() > 400) {
                return text;
            }
            return text.length() > 15 && isDecimal() && new BigDecimal(text).compareTo(BigDecimal.valueOf(number)) != 0
                    ? new BigDecimal(text)
                    : value;
        }

        private boolean isDecimal() {
            return text.matches("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
        }
    }
}
