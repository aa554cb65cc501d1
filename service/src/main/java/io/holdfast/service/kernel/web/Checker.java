package io.holdfast.service.kernel.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.service.kernel.web.Problem.Violation;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** Looks whether a tree has the shape that it must have, and collects where it has not. Not for several threads. */
public final class Checker {

    /** No duration is longer, in hours: a hundred years. */
    public static final double LONGEST = 876_600;

    /** No other number is larger. */
    public static final double LARGEST = 1e15;

    private final List<Violation> found = new ArrayList<>();

    /** One that has found nothing yet. */
    public Checker() {}

    /** Rules that are broken so far, in the order in which they were found. */
    public List<Violation> found() {
        return List.copyOf(found);
    }

    /** Keeps that a rule is broken at a place. */
    public void add(String path, String code, String message, JsonNode value) {
        add(path, code, message, value, Map.of());
    }

    private void add(String path, String code, String message, JsonNode value, Map<String, String> facts) {
        String text = value.isMissingNode() || value.isNull() ? null : value.asText();
        found.add(new Violation(
                path,
                code,
                message,
                null,
                null,
                text == null || text.isEmpty() ? null : text,
                facts.isEmpty() ? null : facts));
    }

    /** An object with no other keys; whether it is one. */
    public boolean object(JsonNode at, String path, Set<String> keys) {
        if (!at.isObject()) {
            add(path, "wrong-type", path + " must be an object with the keys " + String.join(", ", keys) + ".", at);
            return false;
        }
        at.fieldNames().forEachRemaining(key -> {
            if (!keys.contains(key)) {
                add(
                        path + "." + key,
                        "unknown-key",
                        "There is no key '" + key + "' here; there are "
                                + String.join(", ", keys.stream().sorted().toList()) + ". Remove it.",
                        at.path(key));
            }
        });
        return true;
    }

    /** A list of at most so many entries; each is looked at with its path. */
    public void list(JsonNode at, String path, int most, BiConsumer<JsonNode, String> each) {
        if (!at.isArray() || at.size() > most) {
            add(path, "wrong-type", path + " must be a list of at most " + most + " entries.", at);
            return;
        }
        for (int i = 0; i < at.size(); i++) {
            each.accept(at.get(i), path + "[" + i + "]");
        }
    }

    /** A text that says something, of at most so many characters. */
    public void text(JsonNode at, String path, int most) {
        if (!at.isTextual() || at.asText().isBlank() || at.asText().length() > most) {
            add(
                    path,
                    "bad-text",
                    path + " must be a text of 1 to " + most + " characters. Write one, or leave it out.",
                    at,
                    Map.of("most", Integer.toString(most)));
        }
    }

    /** The same where it is there at all. */
    public void textIfGiven(JsonNode at, String path, int most) {
        if (!at.isMissingNode()) {
            text(at, path, most);
        }
    }

    /** A number in a range, both ends included. */
    public void number(JsonNode at, String path, double least, double most) {
        if (!at.isNumber() || !(at.asDouble() >= least) || !(at.asDouble() <= most)) {
            add(
                    path,
                    "bad-number",
                    path + " must be a number from " + shown(least) + " to " + shown(most) + ".",
                    at,
                    Map.of("least", shown(least), "most", shown(most)));
        }
    }

    /** The same where it is there at all. */
    public void numberIfGiven(JsonNode at, String path, double least, double most) {
        if (!at.isMissingNode()) {
            number(at, path, least, most);
        }
    }

    /** A whole number in a range. */
    public void whole(JsonNode at, String path, int least, int most) {
        if (!at.isIntegralNumber() || !at.canConvertToInt() || at.asInt() < least || at.asInt() > most) {
            add(
                    path,
                    "bad-number",
                    path + " must be a whole number from " + least + " to " + most + ".",
                    at,
                    Map.of("least", shown(least), "most", shown(most)));
        }
    }

    /** A day such as 2026-03-31. */
    public void day(JsonNode at, String path) {
        try {
            LocalDate day = LocalDate.parse(at.asText());
            if (at.isTextual() && day.getYear() >= 1900 && day.getYear() <= 2200) {
                return;
            }
        } catch (DateTimeParseException e) {
            // told below, as any other text that is no day
        }
        add(path, "bad-date", path + " must be a day from 1900 to 2200, written as 2026-03-31.", at);
    }

    /** One of a few words. */
    public void oneOf(JsonNode at, String path, Set<String> words) {
        if (!at.isTextual() || !words.contains(at.asText())) {
            String choices = String.join(", ", words.stream().sorted().toList());
            add(path, "bad-word", path + " must be one of " + choices + ".", at, Map.of("choices", choices));
        }
    }

    /** A curve: pairs of hours, rising, and a value; each value is looked at with its path. */
    public void curve(JsonNode at, String path, BiConsumer<JsonNode, String> value) {
        double[] before = {-1};
        list(at, path, 200, (pair, where) -> {
            if (!pair.isArray() || pair.size() != 2) {
                add(where, "wrong-type", where + " must be a pair of hours and a value.", pair);
                return;
            }
            number(pair.get(0), where + "[0]", 0, LONGEST);
            if (pair.get(0).isNumber() && pair.get(0).asDouble() <= before[0]) {
                add(
                        where + "[0]",
                        "not-rising",
                        "The hours of " + path + " must rise from point to point.",
                        pair.get(0));
            }
            before[0] = pair.get(0).asDouble();
            value.accept(pair.get(1), where + "[1]");
        });
    }

    private static String shown(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e7
                ? Long.toString((long) number)
                : Double.toString(number);
    }
}
