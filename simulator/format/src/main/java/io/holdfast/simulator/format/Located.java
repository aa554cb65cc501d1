package io.holdfast.simulator.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A part of a document with the place where it stands. Lines and columns count from 1. */
sealed interface Located {

    int line();

    int column();

    /** How the value reads in a message. */
    String shown();

    /** The value as plain Java: map, list, string, number, boolean or null. */
    @Nullable
    Object plain();

    /** Keys and values in file order. */
    record Mapping(Map<String, Located> fields, int line, int column) implements Located {
        @Override
        public String shown() {
            return "{" + String.join(", ", fields.keySet()) + "}";
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
            return "a list of " + items.size();
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
     * @param mayBeNumber whether the notation leaves open that a text is a number
     */
    record Scalar(String text, @Nullable Object value, boolean mayBeNumber, int line, int column) implements Located {
        @Override
        public String shown() {
            return value == null ? "nothing" : text;
        }

        @Override
        public @Nullable Object plain() {
            return value;
        }
    }
}
