package io.holdfast.service.bia.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.bia.Scales;
import io.holdfast.service.kernel.web.Checker;
import io.holdfast.service.kernel.web.Problem.Violation;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether scales have the shape that they must have, and how they are kept. */
public final class ScaleShape {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,39}");
    private static final Set<String> LANGUAGES = new LinkedHashSet<>(List.of("en", "zh-Hant"));
    private static final int NAME = 60;
    private static final int WORDS = 500;
    private static final int MOST_LEVELS = 10;
    private static final int MANY = 30;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ScaleShape() {}

    /** Rules that are broken; empty where none. */
    public static List<Violation> check(JsonNode said) {
        Checker checker = new Checker();
        Set<String> keys =
                new LinkedHashSet<>(List.of("kinds", "levels", "intolerableFrom", "hours", "moneyLimit", "tiers"));
        if (!checker.object(said, "$", keys)) {
            return checker.found();
        }
        kinds(checker, said.path("kinds"));
        checker.list(said.path("levels"), "$.levels", MOST_LEVELS, (level, where) -> level(checker, level, where));
        int levels = said.path("levels").size();
        if (levels < 2) {
            checker.add(
                    "$.levels",
                    "too-few",
                    "There must be two levels at least: none, and one that counts.",
                    MissingNode.getInstance());
        }
        checker.whole(said.path("intolerableFrom"), "$.intolerableFrom", 1, Math.max(1, levels - 1));
        hours(checker, said.path("hours"));
        if (!said.path("moneyLimit").isNull() && said.has("moneyLimit")) {
            checker.number(said.path("moneyLimit"), "$.moneyLimit", 0, Checker.LARGEST);
        }
        tiers(checker, said.path("tiers"));
        return checker.found();
    }

    private static void kinds(Checker checker, JsonNode kinds) {
        Set<String> ids = new HashSet<>();
        checker.list(kinds, "$.kinds", MANY, (kind, where) -> {
            if (!checker.object(kind, where, new LinkedHashSet<>(List.of("id", "names", "unit")))) {
                return;
            }
            String id = kind.path("id").asText();
            if (!kind.path("id").isTextual() || !ID.matcher(id).matches() || !ids.add(id)) {
                checker.add(
                        where + ".id",
                        "bad-id",
                        where + ".id must be lower-case letters, digits, dots and hyphens, each id once.",
                        kind.path("id"));
            }
            names(checker, kind.path("names"), where + ".names", NAME);
            if (!kind.path("unit").isNull()) {
                checker.textIfGiven(kind.path("unit"), where + ".unit", NAME);
            }
        });
        if (kinds.isEmpty()) {
            checker.add("$.kinds", "too-few", "There must be one kind of impact at least.", kinds);
        }
    }

    private static void level(Checker checker, JsonNode level, String where) {
        if (checker.object(level, where, new LinkedHashSet<>(List.of("names", "means")))) {
            names(checker, level.path("names"), where + ".names", NAME);
            names(checker, level.path("means"), where + ".means", WORDS);
        }
    }

    private static void names(Checker checker, JsonNode names, String path, int most) {
        if (checker.object(names, path, LANGUAGES)) {
            LANGUAGES.forEach(language -> checker.text(names.path(language), path + "." + language, most));
        }
    }

    private static void hours(Checker checker, JsonNode hours) {
        double[] before = {-1};
        checker.list(hours, "$.hours", MANY, (each, where) -> {
            checker.number(each, where, 0, Checker.LONGEST);
            if (each.isNumber() && each.asDouble() <= before[0]) {
                checker.add(where, "not-rising", "The time points must rise.", each);
            }
            before[0] = each.asDouble();
        });
        if (hours.isEmpty()) {
            checker.add("$.hours", "too-few", "There must be one time point at least.", hours);
        }
    }

    private static void tiers(Checker checker, JsonNode tiers) {
        int[] before = {0};
        checker.list(tiers, "$.tiers", 8, (tier, where) -> {
            if (!checker.object(tier, where, new LinkedHashSet<>(List.of("tier", "mtpdHours", "rtoHours")))) {
                return;
            }
            checker.whole(tier.path("tier"), where + ".tier", 1, 8);
            if (tier.path("tier").asInt() <= before[0]) {
                checker.add(
                        where + ".tier",
                        "not-rising",
                        "The tiers must rise, from the most important.",
                        tier.path("tier"));
            }
            before[0] = tier.path("tier").asInt();
            checker.number(tier.path("mtpdHours"), where + ".mtpdHours", 0, Checker.LONGEST);
            checker.number(tier.path("rtoHours"), where + ".rtoHours", 0, Checker.LONGEST);
        });
    }

    /** Scales of a tree that was checked. */
    public static Scales read(JsonNode said) {
        try {
            return JSON.treeToValue(said, Scales.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("Scales that were checked cannot be read", e);
        }
    }

    /** The tree of scales. */
    public static ObjectNode write(Scales scales) {
        return JSON.valueToTree(scales);
    }

    /** Scales from the text that they are kept as. */
    public static Scales parse(String text) {
        try {
            return read(JSON.readTree(text));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("Stored scales cannot be read", e);
        }
    }
}
