package io.holdfast.service.register.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.service.kernel.web.Checker;
import io.holdfast.service.kernel.web.Problem.Violation;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/**
 * Whether what an entry says under {@code x-facts} has the shape that it must have (rows M2, M3, M6–M8, S15, B15, B16, B22). Every key may be left
 * out; paths are those of the entry.
 */
public final class FactsShape {

    /** The key of the entry. */
    public static final String KEY = "x-facts";

    private static final Set<String> KEYS = words(
            "software",
            "firmware",
            "location",
            "documents",
            "configurations",
            "cost",
            "country",
            "verified",
            "evidence",
            "control",
            "safeMode",
            "fallback",
            "batch");

    /** The facts that can say what they rest on. */
    private static final Set<String> RESTING =
            words("software", "firmware", "location", "cost", "country", "owner", "configurations");

    private static final Set<String> DOCUMENTS =
            words("drawing", "procedure", "contract", "certificate", "report", "other");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern LINK = Pattern.compile("https?://\\S+");
    private static final int WORDS = 2_000;
    private static final int NAME = 200;
    private static final int MANY = 100;

    private FactsShape() {}

    private static Set<String> words(String... words) {
        return new LinkedHashSet<>(Arrays.asList(words));
    }

    /** Rules that are broken; empty where none, or where nothing is said. */
    public static List<Violation> check(JsonNode entry, String at) {
        Checker checker = new Checker();
        JsonNode facts = entry.path(KEY);
        String path = at + "." + KEY;
        if (facts.isMissingNode() || !checker.object(facts, path, KEYS)) {
            return checker.found();
        }
        for (String key : List.of("software", "firmware", "location")) {
            checker.textIfGiven(facts.path(key), path + "." + key, NAME);
        }
        list(checker, facts, path, "documents", FactsShape::document);
        list(checker, facts, path, "configurations", FactsShape::configuration);
        given(facts, "cost", path, (cost, where) -> cost(checker, cost, where));
        given(facts, "country", path, (country, where) -> {
            if (!country.isTextual() || !COUNTRIES.contains(country.asText())) {
                checker.add(
                        where,
                        "bad-word",
                        where + " must be a country by its two capital letters (ISO 3166), as in TW or JP.",
                        country);
            }
        });
        given(facts, "verified", path, checker::day);
        given(facts, "evidence", path, (evidence, where) -> evidence(checker, evidence, where));
        given(facts, "control", path, (control, where) -> control(checker, control, where));
        given(facts, "safeMode", path, (mode, where) -> safeMode(checker, mode, where, entry.path("recovery")));
        given(facts, "fallback", path, (fallback, where) -> fallback(checker, fallback, where));
        given(facts, "batch", path, (batch, where) -> batch(checker, batch, where));
        return checker.found();
    }

    private static void given(JsonNode facts, String key, String path, BiConsumer<JsonNode, String> check) {
        if (facts.has(key)) {
            check.accept(facts.get(key), path + "." + key);
        }
    }

    /** One of the things of a list. */
    private interface One {
        void check(Checker checker, JsonNode each, String where);
    }

    private static void list(Checker checker, JsonNode facts, String path, String key, One one) {
        given(
                facts,
                key,
                path,
                (list, where) -> checker.list(list, where, MANY, (each, place) -> one.check(checker, each, place)));
    }

    private static void document(Checker checker, JsonNode document, String at) {
        if (!checker.object(document, at, words("title", "kind", "link", "day"))) {
            return;
        }
        checker.text(document.path("title"), at + ".title", NAME);
        checker.oneOf(document.path("kind"), at + ".kind", DOCUMENTS);
        given(document, "day", at, checker::day);
        given(document, "link", at, (link, where) -> {
            if (!link.isTextual()
                    || link.asText().length() > WORDS
                    || !LINK.matcher(link.asText()).matches()) {
                checker.add(
                        where, "bad-text", where + " must be an address that begins with http:// or https://.", link);
            }
        });
    }

    private static void configuration(Checker checker, JsonNode kept, String at) {
        if (!checker.object(kept, at, words("version", "day", "sha256", "where"))) {
            return;
        }
        checker.text(kept.path("version"), at + ".version", NAME);
        checker.day(kept.path("day"), at + ".day");
        checker.textIfGiven(kept.path("where"), at + ".where", NAME);
        given(kept, "sha256", at, (hash, where) -> {
            if (!hash.isTextual() || !SHA_256.matcher(hash.asText()).matches()) {
                checker.add(where, "bad-text", where + " must be a SHA-256 as 64 digits 0 to 9 and a to f.", hash);
            }
        });
    }

    private static void cost(Checker checker, JsonNode cost, String at) {
        if (!checker.object(cost, at, words("purchase", "yearly", "assetNumber", "boughtOn"))) {
            return;
        }
        checker.numberIfGiven(cost.path("purchase"), at + ".purchase", 0, Checker.LARGEST);
        checker.numberIfGiven(cost.path("yearly"), at + ".yearly", 0, Checker.LARGEST);
        checker.textIfGiven(cost.path("assetNumber"), at + ".assetNumber", NAME);
        given(cost, "boughtOn", at, checker::day);
    }

    private static void evidence(Checker checker, JsonNode evidence, String at) {
        if (!checker.object(evidence, at, RESTING)) {
            return;
        }
        evidence.properties().forEach(each -> {
            String where = at + "." + each.getKey();
            if (checker.object(each.getValue(), where, words("evidence", "source"))) {
                checker.oneOf(
                        each.getValue().path("evidence"),
                        where + ".evidence",
                        words("measured", "contract", "expert", "default"));
                checker.textIfGiven(each.getValue().path("source"), where + ".source", NAME);
            }
        });
    }

    private static void control(Checker checker, JsonNode control, String at) {
        if (checker.object(control, at, words("level", "reason"))) {
            checker.oneOf(control.path("level"), at + ".level", words("basic", "standard", "strict"));
            checker.text(control.path("reason"), at + ".reason", WORDS);
        }
    }

    /** The mode is one of the entry's own recovery methods that delivers a part, so that the simulator knows it too. */
    private static void safeMode(Checker checker, JsonNode mode, String at, JsonNode methods) {
        if (!checker.object(mode, at, words("method", "functions", "limits"))) {
            return;
        }
        checker.list(mode.path("functions"), at + ".functions", MANY, (each, where) -> checker.text(each, where, NAME));
        checker.textIfGiven(mode.path("limits"), at + ".limits", WORDS);
        boolean known = false;
        for (JsonNode method : methods) {
            boolean named = mode.path("method")
                    .asText()
                    .equals(method.path("id").asText(method.path("method").asText()));
            known |= named && method.path("capacity").asDouble(1) < 1;
        }
        if (!known) {
            checker.add(
                    at + ".method",
                    "no-such-mode",
                    at
                            + ".method must name one of the entry's recovery methods, by its id or else its word, which delivers less than all"
                            + " (capacity below 1). Add such a method first.",
                    mode.path("method"));
        }
    }

    private static void fallback(Checker checker, JsonNode fallback, String at) {
        if (checker.object(fallback, at, words("control", "instead", "level", "measures"))) {
            checker.text(fallback.path("control"), at + ".control", NAME);
            checker.text(fallback.path("instead"), at + ".instead", NAME);
            checker.oneOf(fallback.path("level"), at + ".level", words("same", "weaker", "none"));
            checker.textIfGiven(fallback.path("measures"), at + ".measures", WORDS);
        }
    }

    private static void batch(Checker checker, JsonNode batch, String at) {
        if (!checker.object(batch, at, words("schedule", "faults"))) {
            return;
        }
        checker.textIfGiven(batch.path("schedule"), at + ".schedule", NAME);
        checker.list(batch.path("faults"), at + ".faults", MANY, (fault, where) -> {
            if (checker.object(fault, where, words("fault", "action", "who", "withinHours"))) {
                checker.text(fault.path("fault"), where + ".fault", NAME);
                checker.text(fault.path("action"), where + ".action", WORDS);
                checker.textIfGiven(fault.path("who"), where + ".who", NAME);
                checker.numberIfGiven(fault.path("withinHours"), where + ".withinHours", 0, Checker.LONGEST);
            }
        });
    }
}
