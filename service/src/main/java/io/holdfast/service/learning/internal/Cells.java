package io.holdfast.service.learning.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.service.kernel.web.Problem.Violation;
import io.holdfast.simulator.format.Suggestion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the keys of an object that somebody sent, or of a row of a table, in which all cells are texts. Collects the rules that are
 * broken. For one thread.
 */
final class Cells {

    private static final int MOST_SHOWN = 100;

    private final JsonNode object;
    private final List<Violation> broken = new ArrayList<>();

    Cells(JsonNode object) {
        this.object = object;
    }

    List<Violation> broken() {
        return List.copyOf(broken);
    }

    /** Whether nothing was refused of a key. */
    boolean isRight(String key) {
        return broken.stream().noneMatch(each -> each.path().equals("$." + key));
    }

    void only(Set<String> keys) {
        object.fieldNames().forEachRemaining(key -> {
            if (!keys.contains(key)) {
                refuse(
                        key,
                        "unknown-key",
                        "There is no key '" + key + "' here. " + Suggestion.didYouMean(key, List.copyOf(keys))
                                + "There are "
                                + String.join(", ", keys.stream().sorted().toList()) + ".");
            }
        });
    }

    void missing(String key, String message) {
        refuse(key, "missing", message);
    }

    void refuse(String key, String code, String message) {
        JsonNode value = object.path(key);
        String shown = value.isValueNode() && !value.isNull() ? value.asText() : null;
        broken.add(new Violation(
                "$." + key,
                code,
                message,
                null,
                null,
                shown == null || shown.length() <= MOST_SHOWN ? shown : shown.substring(0, MOST_SHOWN) + "…"));
    }

    /** Whether anything is said. */
    boolean has(String key) {
        JsonNode value = object.path(key);
        return !value.isMissingNode()
                && !value.isNull()
                && !(value.isTextual() && value.asText().isBlank());
    }

    String text(String key, int most) {
        JsonNode value = object.path(key);
        if (!has(key)) {
            return "";
        }
        if (!value.isTextual()
                || value.asText().strip().length() > most
                || value.asText().chars().anyMatch(each -> Character.isISOControl(each) && each != '\n')) {
            refuse(key, "bad-text", key + " must be a text of at most " + most + " characters.");
            return "";
        }
        return value.asText().strip();
    }

    /** A choice by its word; null where it is wrong, or where nothing is said and nothing is to be taken instead. */
    <E extends Enum<E>> @Nullable E choice(String key, Class<E> type, @Nullable E otherwise) {
        if (!has(key) && otherwise != null) {
            return otherwise;
        }
        List<String> known =
                Arrays.stream(type.getEnumConstants()).map(ActualShape::word).toList();
        String word = object.path(key).asText("").strip().toLowerCase(Locale.ROOT);
        int at = known.indexOf(word);
        if (at >= 0) {
            return type.getEnumConstants()[at];
        }
        refuse(
                key,
                has(key) ? "unknown-choice" : "missing",
                key + " is '" + word + "', but must be one of " + String.join(", ", known) + ". "
                        + Suggestion.didYouMean(word, known).strip());
        return null;
    }

    /** True or false, or as a spreadsheet writes it; null where nothing is said. */
    @Nullable
    Boolean flag(String key) {
        JsonNode value = object.path(key);
        if (!has(key)) {
            return null;
        }
        if (value.isBoolean()) {
            return value.asBoolean();
        }
        return switch (value.asText().strip().toLowerCase(Locale.ROOT)) {
            case "true", "yes", "1" -> true;
            case "false", "no", "0" -> false;
            default -> {
                refuse(key, "bad-flag", key + " must be true or false.");
                yield null;
            }
        };
    }

    /** A whole number within bounds; null where nothing is said or it is wrong. */
    @Nullable
    Integer whole(String key, int least, int most) {
        Double value = number(key);
        if (value == null) {
            return null;
        }
        if (value != Math.rint(value) || value < least || value > most) {
            refuse(key, "out-of-range", key + " must be a whole number from " + least + " to " + most + ".");
            return null;
        }
        return value.intValue();
    }

    /** A number above 0; null where nothing is said or it is wrong. */
    @Nullable
    Double above0(String key, double most) {
        Double value = number(key);
        if (value == null) {
            return null;
        }
        if (!(value > 0) || value > most) {
            refuse(key, "out-of-range", key + " must be a number above 0 and at most " + (long) most + ".");
            return null;
        }
        return value;
    }

    private @Nullable Double number(String key) {
        JsonNode value = object.path(key);
        if (!has(key)) {
            return null;
        }
        if (value.isNumber()) {
            return value.asDouble();
        }
        try {
            return Double.valueOf(value.asText().strip());
        } catch (NumberFormatException e) {
            refuse(key, "bad-number", key + " must be a number, with a point where it has decimals.");
            return null;
        }
    }

    /** Words in a list, or in one text with blanks between them. */
    List<String> words(String key) {
        JsonNode value = object.path(key);
        if (!has(key)) {
            return List.of();
        }
        if (value.isArray()) {
            List<String> words = new ArrayList<>();
            value.forEach(each -> words.add(each.asText().strip()));
            return words;
        }
        if (!value.isTextual()) {
            refuse(key, "bad-list", key + " must be a list of words.");
            return List.of();
        }
        return Stream.of(value.asText().strip().split("[\\s;,+]+")).toList();
    }
}
