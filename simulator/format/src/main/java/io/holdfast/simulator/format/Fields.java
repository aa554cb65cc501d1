package io.holdfast.simulator.format;

import io.holdfast.simulator.format.Violation.Code;
import io.holdfast.simulator.model.Id;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the keys of one mapping. Every reader notes a violation and answers null where the value is not right. Keys that
 * nobody asked for are what the file has of its own.
 */
final class Fields {

    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?");

    private final Located node;
    private final Map<String, Located> values;
    private final String path;
    private final List<Violation> violations;
    private final Set<String> asked = new LinkedHashSet<>();
    private final Map<String, Object> nested = new LinkedHashMap<>();

    Fields(Located node, String path, List<Violation> violations) {
        this.node = node;
        this.path = path;
        this.violations = violations;
        if (node instanceof Located.Mapping mapping) {
            values = mapping.fields();
        } else {
            values = Map.of();
            violation(
                    Code.WRONG_KIND,
                    node,
                    path,
                    "A mapping of keys and values must stand here, not " + node.shown() + ".");
        }
    }

    String path() {
        return path;
    }

    Located node() {
        return node;
    }

    void violation(Code code, Located at, String where, String message) {
        violations.add(new Violation(code, where, at.line(), at.column(), at.shown(), message));
    }

    void violation(Code code, String key, String message) {
        Located value = values.get(key);
        violation(code, value == null ? node : value, path + "." + key, message);
    }

    /** Builds a value; what its constructor refuses becomes a violation here. */
    <T> @Nullable T build(Supplier<T> constructor) {
        return build(node, path, constructor);
    }

    <T> @Nullable T build(Located at, String where, Supplier<T> constructor) {
        try {
            return constructor.get();
        } catch (IllegalArgumentException e) {
            violation(Code.OUT_OF_RANGE, at, where, String.valueOf(e.getMessage()));
            return null;
        }
    }

    /** The value of a key; null where it is missing or says nothing. */
    @Nullable
    Located get(String key) {
        asked.add(key);
        Located found = values.get(key);
        return found instanceof Located.Scalar scalar && scalar.value() == null ? null : found;
    }

    boolean has(String key) {
        return get(key) != null;
    }

    @Nullable
    Located require(String key, String wayOut) {
        Located found = get(key);
        if (found == null) {
            violation(Code.MISSING, node, path + "." + key, "Key '" + key + "' is missing. " + wayOut);
        }
        return found;
    }

    @Nullable
    String text(String key) {
        Located found = get(key);
        return found == null ? null : text(found, path + "." + key);
    }

    @Nullable
    String text(Located found, String where) {
        if (found instanceof Located.Scalar scalar && scalar.value() != null) {
            return scalar.text();
        }
        violation(Code.WRONG_KIND, found, where, "A text must stand here, not " + found.shown() + ".");
        return null;
    }

    @Nullable
    Double number(String key) {
        Located found = get(key);
        return found == null ? null : number(found, path + "." + key);
    }

    double number(String key, double otherwise) {
        Double found = number(key);
        return found == null ? otherwise : found;
    }

    @Nullable
    Double number(Located found, String where) {
        if (found instanceof Located.Scalar scalar) {
            if (scalar.value() instanceof Double number && Double.isFinite(number)) {
                return number;
            }
            if (scalar.mayBeNumber() && NUMBER.matcher(scalar.text()).matches()) {
                return Double.valueOf(scalar.text());
            }
        }
        violation(Code.WRONG_KIND, found, where, "A number must stand here, not '" + found.shown() + "'.");
        return null;
    }

    /** A number between 0 and 1. */
    @Nullable
    Double share(String key) {
        Double found = number(key);
        if (found != null && !(found >= 0 && found <= 1)) {
            violation(
                    Code.OUT_OF_RANGE,
                    key,
                    "'" + key + "' is " + show(found) + ", but a share lies between 0 and 1. Write 60 % as 0.6.");
            return null;
        }
        return found;
    }

    double share(String key, double otherwise) {
        Double found = share(key);
        return found == null ? otherwise : found;
    }

    /** A number of at least 0. */
    @Nullable
    Double notNegative(String key) {
        Double found = number(key);
        if (found != null && found < 0) {
            violation(Code.OUT_OF_RANGE, key, "'" + key + "' is " + show(found) + ", but it must be at least 0.");
            return null;
        }
        return found;
    }

    @Nullable
    Integer count(String key) {
        Double found = number(key);
        if (found == null) {
            return null;
        }
        if (found != Math.rint(found) || found < 0 || found > Integer.MAX_VALUE) {
            violation(
                    Code.OUT_OF_RANGE,
                    key,
                    "'" + key + "' is " + show(found) + ", but it must be a whole number of at least 0.");
            return null;
        }
        return found.intValue();
    }

    boolean flag(String key, boolean otherwise) {
        Located found = get(key);
        if (found == null) {
            return otherwise;
        }
        if (found instanceof Located.Scalar scalar && scalar.value() instanceof Boolean value) {
            return value;
        }
        violation(Code.WRONG_KIND, key, "'" + key + "' must be true or false, not '" + found.shown() + "'.");
        return otherwise;
    }

    @Nullable
    Id id(String key) {
        Located found = get(key);
        return found == null ? null : id(found, path + "." + key);
    }

    @Nullable
    Id id(Located found, String where) {
        String text = text(found, where);
        if (text == null) {
            return null;
        }
        if (!Id.isValid(text)) {
            violation(
                    Code.BAD_ID,
                    found,
                    where,
                    "'" + text
                            + "' cannot be an id: lower-case letters, digits, dot, underscore and hyphen, starting with a"
                            + " letter or digit. Put the readable name under 'name'.");
            return null;
        }
        return Id.of(text);
    }

    /** One of the words of an enum, written in lower case (underscores may be hyphens). */
    <E extends Enum<E>> @Nullable E word(String key, Class<E> type) {
        Located found = get(key);
        return found == null ? null : word(found, path + "." + key, type);
    }

    <E extends Enum<E>> @Nullable E word(Located found, String where, Class<E> type) {
        String text = text(found, where);
        if (text == null) {
            return null;
        }
        List<String> known = new ArrayList<>();
        for (E each : type.getEnumConstants()) {
            String word = each.name().toLowerCase(Locale.ROOT).replace('_', '-');
            if (word.equals(text.replace('_', '-'))) {
                return each;
            }
            known.add(word);
        }
        violation(
                Code.UNKNOWN_WORD,
                found,
                where,
                "'" + text + "' is not known here. " + Suggestion.didYouMean(text, known) + "Known are "
                        + String.join(", ", known) + ".");
        return null;
    }

    /** The items of a list; a missing one is empty. */
    List<Located> items(String key) {
        Located found = get(key);
        if (found == null) {
            return List.of();
        }
        if (found instanceof Located.Sequence sequence) {
            return sequence.items();
        }
        violation(Code.WRONG_KIND, key, "'" + key + "' must be a list, as in [a, b], not " + found.shown() + ".");
        return List.of();
    }

    /** What each item gives, without those that are not right. */
    <T> List<T> list(String key, BiFunction<Located, String, @Nullable T> reader) {
        List<T> result = new ArrayList<>();
        List<Located> items = items(key);
        for (int i = 0; i < items.size(); i++) {
            T value = reader.apply(items.get(i), path + "." + key + "[" + i + "]");
            if (value != null) {
                result.add(value);
            }
        }
        return result;
    }

    <T> @Nullable List<T> listOrNull(String key, BiFunction<Located, String, @Nullable T> reader) {
        return has(key) ? list(key, reader) : null;
    }

    List<String> texts(String key) {
        return list(key, this::text);
    }

    List<Id> ids(String key) {
        return list(key, this::id);
    }

    /** The mapping under a key, or null. */
    @Nullable
    Fields object(String key) {
        Located found = get(key);
        return found == null ? null : new Fields(found, path + "." + key, violations);
    }

    Fields at(Located item, String where) {
        return new Fields(item, where, violations);
    }

    /** Keeps what a nested mapping has of its own, so that it is written back there. */
    void keep(String key, @Nullable Fields inner) {
        if (inner != null) {
            inner.extras()
                    .forEach(
                            (name, value) -> nested.put("/" + key + (name.startsWith("/") ? name : "/" + name), value));
        }
    }

    /** Keys that nobody asked for, and what nested mappings have of their own. */
    Map<String, Object> extras() {
        Map<String, Object> extras = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            Object plain = value.plain();
            if (!asked.contains(key) && plain != null) {
                extras.put(key, plain);
            }
        });
        extras.putAll(nested);
        return extras;
    }

    /** A number as a person writes it. */
    static String show(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }
}
