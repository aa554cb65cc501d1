package io.holdfast.service.register.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/**
 * Which key of the file's notation stands in which column of a table; the one place for both directions. Immutable; for any
 * number of threads.
 */
final class Shape {

    static final JsonMapper MAPPER = JsonMapper.builder().build();

    private record Part<T>(
            List<String> path, Field<T> column, @Nullable T usual) {

        /** Moves the value from the tree into the row; a key that is not there gives the usual value. */
        void split(ObjectNode tree, Record row) {
            JsonNode value = take(tree, path);
            row.set(column, value == null ? usual : toColumn(value, column.getType()));
        }

        void join(Record row, ObjectNode tree) {
            T value = row.get(column);
            if (value != null) {
                put(tree, path, toNode(value));
            }
        }
    }

    private final List<Part<?>> parts;
    private final @Nullable Field<JSON> rest;

    private Shape(List<Part<?>> parts, @Nullable Field<JSON> rest) {
        this.parts = List.copyOf(parts);
        this.rest = rest;
    }

    /** A shape without columns; what is left over has no place, or goes where {@link #rest} says. */
    static Shape empty() {
        return new Shape(List.of(), null);
    }

    /** A copy with one more key, given as a path with slashes; null in the column where the key is missing. */
    <T> Shape with(String path, Field<T> column) {
        return with(path, column, null);
    }

    /** A copy with one more key that has a usual value where it is missing. */
    <T> Shape with(String path, Field<T> column, @Nullable T usual) {
        List<Part<?>> more = new ArrayList<>(parts);
        more.add(new Part<>(List.of(path.split("/")), column, usual));
        return new Shape(more, rest);
    }

    /** A copy that keeps what has no column. */
    Shape rest(Field<JSON> column) {
        return new Shape(parts, column);
    }

    /** Moves what has a column out of the tree into the row; the rest too, where there is a column for it. */
    void split(ObjectNode tree, Record row) {
        parts.forEach(part -> part.split(tree, row));
        if (rest != null) {
            row.set(rest, tree.isEmpty() ? null : JSON.valueOf(tree.toString()));
        }
    }

    /** Puts the row's values into the tree; what had no column comes after them, in the order in which it came. */
    void join(Record row, ObjectNode tree) {
        parts.forEach(part -> part.join(row, tree));
        if (rest != null) {
            JSON kept = row.get(rest);
            if (kept != null && parse(kept.data()) instanceof ObjectNode more) {
                merge(tree, more);
            }
        }
    }

    private static void merge(ObjectNode tree, ObjectNode more) {
        more.properties().forEach(each -> {
            if (each.getValue() instanceof ObjectNode inner && tree.get(each.getKey()) instanceof ObjectNode known) {
                merge(known, inner);
            } else {
                tree.set(each.getKey(), each.getValue());
            }
        });
    }

    /** Removes a value; a parent that this empties goes too. */
    static @Nullable JsonNode take(ObjectNode tree, String path) {
        return take(tree, List.of(path.split("/")));
    }

    private static @Nullable JsonNode take(ObjectNode tree, List<String> path) {
        if (path.size() == 1) {
            return tree.remove(path.getFirst());
        }
        if (!(tree.get(path.getFirst()) instanceof ObjectNode inner)) {
            return null;
        }
        JsonNode value = take(inner, path.subList(1, path.size()));
        if (value != null && inner.isEmpty()) {
            tree.remove(path.getFirst());
        }
        return value;
    }

    /** Puts a value where a path leads, making the objects on the way. */
    static void put(ObjectNode tree, List<String> path, JsonNode value) {
        ObjectNode at = tree;
        for (String step : path.subList(0, path.size() - 1)) {
            at = at.get(step) instanceof ObjectNode inner ? inner : at.putObject(step);
        }
        at.set(path.getLast(), value);
    }

    static JsonNode parse(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored value is not JSON: " + json, e);
        }
    }

    private static <T> T toColumn(JsonNode value, Class<T> type) {
        Object column = type == String.class
                ? value.asText()
                : type == Double.class
                        ? (Object) value.doubleValue()
                        : type == Integer.class
                                ? (Object) value.intValue()
                                : type == Boolean.class
                                        ? (Object) value.booleanValue()
                                        : type == JSON.class ? JSON.valueOf(value.toString()) : texts(value);
        return type.cast(column);
    }

    static String[] texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(each -> texts.add(each.asText()));
        return texts.toArray(String[]::new);
    }

    private static JsonNode toNode(Object value) {
        return switch (value) {
            case JSON json -> parse(json.data());
            case String[] texts -> {
                ArrayNode list = MAPPER.createArrayNode();
                for (String each : texts) {
                    list.add(each);
                }
                yield list;
            }
            default -> MAPPER.valueToTree(value);
        };
    }
}
