package io.holdfast.service.kernel.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.service.kernel.web.Problem.Violation;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the keys of an object that somebody sent, and collects the rules that they break. For one thread. */
public final class Said {

    private static final int MOST_ENTRIES = 1000;

    private final JsonNode object;
    private final String path;
    private final List<Violation> broken;

    private Said(JsonNode object, String path, List<Violation> broken) {
        this.object = object;
        this.path = path;
        this.broken = broken;
    }

    /** What stands in a body, which has these keys and no other. */
    public static Said of(JsonNode body, Set<String> keys) {
        return within(body, "$", keys, new ArrayList<>());
    }

    private static Said within(JsonNode object, String path, Set<String> keys, List<Violation> broken) {
        Said said = new Said(object, path, broken);
        object.fieldNames().forEachRemaining(key -> {
            if (!keys.contains(key)) {
                said.refuse(
                        key,
                        "unknown-key",
                        "There is no key '" + key + "' here; there are "
                                + String.join(", ", keys.stream().sorted().toList()) + ".");
            }
        });
        return said;
    }

    /** The rules that are broken so far. */
    public List<Violation> broken() {
        return List.copyOf(broken);
    }

    /** Adds a broken rule. */
    public void refuse(String key, String code, String message) {
        refuse(key, code, message, Map.of());
    }

    /** Adds a broken rule that names something, such as {@code least} and {@code most}. */
    public void refuse(String key, String code, String message, Map<String, String> facts) {
        JsonNode value = object.path(key);
        broken.add(new Violation(
                path + "." + key,
                code,
                message,
                null,
                null,
                value.isValueNode() && !value.isNull() ? shortened(value.asText()) : null,
                facts.isEmpty() ? null : facts));
    }

    private static Map<String, String> most(int most) {
        return Map.of("most", Integer.toString(most));
    }

    private static Map<String, String> between(int least, int most) {
        return Map.of("least", Integer.toString(least), "most", Integer.toString(most));
    }

    private static String shortened(String text) {
        return text.length() > 100 ? text.substring(0, 100) + "…" : text;
    }

    /** A text without spaces around it; empty where there is none. */
    public String text(String key, int most) {
        JsonNode value = object.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (!value.isTextual()
                || value.asText().strip().length() > most
                || value.asText().indexOf('\0') >= 0) {
            refuse(key, "bad-text", key + " must be a text of at most " + most + " characters.", most(most));
            return "";
        }
        return value.asText().strip();
    }

    /** The same; where it is shorter than wanted it is refused. */
    public String text(String key, int least, int most) {
        String text = text(key, most);
        if (text.length() < least
                && broken.stream().noneMatch(each -> each.path().equals(path + "." + key))) {
            refuse(
                    key,
                    text.isEmpty() ? "missing" : "too-short",
                    key + " must be a text of " + least + " to " + most + " characters.",
                    between(least, most));
        }
        return text;
    }

    /** A choice by its word; the one given where nothing is said. */
    public <E extends Enum<E>> E choice(String key, Class<E> type, @Nullable E otherwise) {
        JsonNode value = object.path(key);
        E[] all = type.getEnumConstants();
        if (otherwise != null && (value.isMissingNode() || value.isNull())) {
            return otherwise;
        }
        for (E each : all) {
            if (value.isTextual() && word(each).equals(value.asText())) {
                return each;
            }
        }
        String choices = String.join(", ", Arrays.stream(all).map(Said::word).toList());
        refuse(key, "unknown-choice", key + " must be one of " + choices + ".", Map.of("choices", choices));
        return all[0];
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A truth value; false where nothing is said. */
    public boolean flag(String key) {
        JsonNode value = object.path(key);
        if (!value.isMissingNode() && !value.isNull() && !value.isBoolean()) {
            refuse(key, "bad-flag", key + " must be true or false.");
        }
        return value.asBoolean(false);
    }

    /** Whether something is said under a key; null says nothing. */
    public boolean says(String key) {
        return object.hasNonNull(key);
    }

    /** A number within bounds. */
    public double number(String key, double least, double most) {
        JsonNode value = object.path(key);
        if (!value.isNumber() || !(value.asDouble() >= least && value.asDouble() <= most)) {
            refuse(
                    key,
                    "bad-number",
                    key + " must be a number from " + least + " to " + most + ".",
                    Map.of("least", Double.toString(least), "most", Double.toString(most)));
            return least;
        }
        return value.asDouble();
    }

    /** A whole number within bounds. */
    public int whole(String key, int least, int most) {
        JsonNode value = object.path(key);
        if (!value.canConvertToInt() || !value.isIntegralNumber() || value.asInt() < least || value.asInt() > most) {
            refuse(
                    key,
                    "out-of-range",
                    key + " must be a whole number from " + least + " to " + most + ".",
                    between(least, most));
            return least;
        }
        return value.asInt();
    }

    /** A moment in the organisation's time, such as {@code 2026-12-05T22:00}; null where nothing is said. */
    public @Nullable LocalDateTime moment(String key) {
        return parsed(key, LocalDateTime::parse, "a day and time such as 2026-12-05T22:00, in the organisation's time");
    }

    /** A day; null where nothing is said. */
    public @Nullable LocalDate day(String key) {
        return parsed(key, LocalDate::parse, "a day such as 2026-12-05");
    }

    private <T> @Nullable T parsed(String key, Function<String, T> parse, String rule) {
        JsonNode value = object.path(key);
        if (value.isMissingNode()
                || value.isNull()
                || (value.isTextual() && value.asText().isBlank())) {
            return null;
        }
        try {
            T read = parse.apply(value.asText());
            if (value.isTextual() && value.asText().startsWith("2")) {
                return read;
            }
        } catch (DateTimeException e) {
            refuse(key, "bad-date", key + " must be " + rule + ".");
            return null;
        }
        refuse(key, "bad-date", key + " must be " + rule + ", in this century.");
        return null;
    }

    /** Texts, each once, in their order. */
    public List<String> texts(String key, int most) {
        Set<String> texts = new LinkedHashSet<>();
        for (JsonNode each : list(key)) {
            if (!each.isTextual()
                    || each.asText().isBlank()
                    || each.asText().strip().length() > most) {
                refuse(key, "bad-text", key + " must be a list of texts of 1 to " + most + " characters.", most(most));
                return List.of();
            }
            texts.add(each.asText().strip());
        }
        return List.copyOf(texts);
    }

    /** Numbers of other records, each once, in their order. */
    public List<Long> numbers(String key) {
        Set<Long> numbers = new LinkedHashSet<>();
        for (JsonNode each : list(key)) {
            if (!each.canConvertToLong() || !each.isIntegralNumber() || each.asLong() < 1) {
                refuse(key, "bad-number", key + " must be a list of numbers from 1.");
                return List.of();
            }
            numbers.add(each.asLong());
        }
        return List.copyOf(numbers);
    }

    private Iterable<JsonNode> list(String key) {
        JsonNode value = object.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return List.of();
        }
        if (!value.isArray() || value.size() > MOST_ENTRIES) {
            refuse(
                    key,
                    "bad-list",
                    key + " must be a list of at most " + MOST_ENTRIES + " entries.",
                    most(MOST_ENTRIES));
            return List.of();
        }
        return value;
    }

    /** An object within this one, which has these keys and no other; an empty one where nothing is said. */
    public Said object(String key, Set<String> keys) {
        JsonNode value = object.path(key);
        if (!value.isMissingNode() && !value.isNull() && !value.isObject()) {
            refuse(key, "bad-object", key + " must be an object.");
        }
        return within(value, path + "." + key, value.isObject() ? keys : Set.of(), broken);
    }

    /** The objects of a list within this one, each with these keys and no other, in their order. */
    public List<Said> objects(String key, Set<String> keys) {
        List<Said> objects = new ArrayList<>();
        for (JsonNode each : list(key)) {
            if (!each.isObject()) {
                refuse(key, "bad-object", key + " must be a list of objects.");
                return List.of();
            }
            objects.add(within(each, path + "." + key + "[" + objects.size() + "]", keys, broken));
        }
        return List.copyOf(objects);
    }
}
