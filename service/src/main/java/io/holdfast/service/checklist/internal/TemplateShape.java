package io.holdfast.service.checklist.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.checklist.Template;
import io.holdfast.service.kernel.web.Checker;
import io.holdfast.service.kernel.web.Problem.Violation;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether a template has the shape that it must have, and how it is kept. */
public final class TemplateShape {

    /** What an id of a template, a column or an area looks like. */
    public static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9.-]{0,39}");

    private static final Pattern NUMBER = Pattern.compile("[0-9A-Za-z][0-9A-Za-z.-]{0,19}");
    private static final Set<String> LANGUAGES = ordered("en", "zh-Hant");
    private static final int NAME = 100;
    private static final int WORDS = 2_000;
    private static final int MOST_VARIANTS = 8;
    private static final int MOST_GROUPS = 60;
    private static final int MOST_ITEMS = 300;
    private static final int MOST_MONTHS = 120;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private TemplateShape() {}

    private static Set<String> ordered(String... words) {
        return new LinkedHashSet<>(List.of(words));
    }

    /** Rules that are broken; empty where none. */
    public static List<Violation> check(JsonNode said) {
        Checker checker = new Checker();
        if (!checker.object(said, "$", ordered("id", "names", "about", "appliesTo", "variants", "groups", "items"))) {
            return checker.found();
        }
        id(checker, said.path("id"), "$.id", new HashSet<>());
        texts(checker, said.path("names"), "$.names", NAME);
        texts(checker, said.path("about"), "$.about", WORDS);
        appliesTo(checker, said.path("appliesTo"));
        Set<String> variants = named(checker, said.path("variants"), "$.variants", MOST_VARIANTS);
        Set<String> groups = named(checker, said.path("groups"), "$.groups", MOST_GROUPS);
        Set<String> numbers = new HashSet<>();
        checker.list(
                said.path("items"),
                "$.items",
                MOST_ITEMS,
                (item, where) -> item(checker, item, where, groups, variants, numbers));
        if (said.path("items").isEmpty()) {
            checker.add("$.items", "too-few", "There must be one item at least.", said.path("items"));
        }
        return checker.found();
    }

    private static void appliesTo(Checker checker, JsonNode said) {
        if (!checker.object(said, "$.appliesTo", ordered("kinds", "sites", "expected"))) {
            return;
        }
        checker.list(
                said.path("kinds"), "$.appliesTo.kinds", MOST_GROUPS, (kind, where) -> checker.text(kind, where, NAME));
        for (String key : List.of("sites", "expected")) {
            if (!said.path(key).isBoolean()) {
                checker.add(
                        "$.appliesTo." + key,
                        "wrong-type",
                        "$.appliesTo." + key + " must be true or false.",
                        said.path(key));
            }
        }
    }

    private static Set<String> named(Checker checker, JsonNode list, String path, int most) {
        Set<String> ids = new HashSet<>();
        checker.list(list, path, most, (each, where) -> {
            if (checker.object(each, where, ordered("id", "names"))) {
                id(checker, each.path("id"), where + ".id", ids);
                texts(checker, each.path("names"), where + ".names", NAME);
            }
        });
        return ids;
    }

    private static void id(Checker checker, JsonNode id, String path, Set<String> known) {
        if (!id.isTextual() || !ID.matcher(id.asText()).matches() || !known.add(id.asText())) {
            checker.add(
                    path,
                    "bad-id",
                    path + " must be 1 to 40 lower-case letters, digits, dots and hyphens, each id once.",
                    id);
        }
    }

    private static void texts(Checker checker, JsonNode texts, String path, int most) {
        if (checker.object(texts, path, LANGUAGES)) {
            LANGUAGES.forEach(language -> checker.text(texts.path(language), path + "." + language, most));
        }
    }

    private static void item(
            Checker checker, JsonNode item, String at, Set<String> groups, Set<String> variants, Set<String> numbers) {
        Set<String> keys =
                ordered("number", "group", "texts", "clause", "strength", "guideline", "variants", "everyMonths");
        if (!checker.object(item, at, keys)) {
            return;
        }
        JsonNode number = item.path("number");
        if (!number.isTextual() || !NUMBER.matcher(number.asText()).matches() || !numbers.add(number.asText())) {
            checker.add(
                    at + ".number",
                    "bad-id",
                    at + ".number must be 1 to 20 letters, digits, dots and hyphens, each number once.",
                    number);
        }
        known(checker, item.path("group"), at + ".group", groups);
        texts(checker, item.path("texts"), at + ".texts", WORDS);
        if (!item.path("clause").isNull()) {
            checker.textIfGiven(item.path("clause"), at + ".clause", NAME);
        }
        checker.oneOf(item.path("strength"), at + ".strength", ordered("shall", "should"));
        if (!item.path("guideline").isBoolean()) {
            checker.add(
                    at + ".guideline", "wrong-type", at + ".guideline must be true or false.", item.path("guideline"));
        }
        checker.list(
                item.path("variants"),
                at + ".variants",
                MOST_VARIANTS,
                (variant, where) -> known(checker, variant, where, variants));
        checker.whole(item.path("everyMonths"), at + ".everyMonths", 1, MOST_MONTHS);
    }

    private static void known(Checker checker, JsonNode id, String path, Set<String> known) {
        if (!id.isTextual() || !known.contains(id.asText())) {
            checker.add(
                    path,
                    "unknown-id",
                    path + " must be one of the ids that the template defines: "
                            + String.join(", ", known.stream().sorted().toList()) + ".",
                    id);
        }
    }

    /** The template of a tree that was checked. */
    public static Template read(JsonNode said) {
        try {
            return JSON.treeToValue(said, Template.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("A template that was checked cannot be read", e);
        }
    }

    /** The tree of a template. */
    public static ObjectNode write(Template template) {
        return JSON.valueToTree(template);
    }

    /** The template from the text that it is kept as. */
    public static Template parse(String text) {
        try {
            return read(JSON.readTree(text));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("A stored template cannot be read", e);
        }
    }
}
