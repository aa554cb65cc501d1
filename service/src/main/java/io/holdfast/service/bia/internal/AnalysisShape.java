package io.holdfast.service.bia.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.holdfast.service.bia.Analysis;
import io.holdfast.service.bia.Scales;
import io.holdfast.service.kernel.web.Checker;
import io.holdfast.service.kernel.web.Problem.Violation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Whether what an entry says of impact has the shape that it must have, and what it says. */
public final class AnalysisShape {

    /** The targets that can have a reason or a basis. */
    static final Set<String> TARGETS = ordered("mtpd", "rto", "rpo", "mbco", "wrt", "rpoVolume", "tier");

    private static final Set<String> VALUES =
            ordered("mtpd", "rto", "rpo", "mbco", "wrt", "rpoVolume", "tier", "impact");

    private static final Set<String> EVIDENCE = ordered("measured", "contract", "expert", "default");

    private static final Set<String> KEYS = ordered(
            "reasons",
            "kinds",
            "peaks",
            "minimum",
            "stopgap",
            "backup",
            "authors",
            "stakeholders",
            "evidence",
            "review");

    private static final int WORDS = 2000;
    private static final int NAME = 200;
    private static final int MANY = 50;

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private AnalysisShape() {}

    private static Set<String> ordered(String... words) {
        return new LinkedHashSet<>(List.of(words));
    }

    /** Rules that {@code x-bia} and the levels of an entry break; empty where none. Paths are those of the entry. */
    public static List<Violation> check(JsonNode entry, Scales scales) {
        Checker checker = new Checker();
        levels(checker, entry.path("impact").path("levels"), scales);
        JsonNode said = entry.path(Analysis.KEY);
        if (!said.isMissingNode()) {
            own(checker, said, "$." + Analysis.KEY, scales);
        }
        return checker.found();
    }

    /** What is said under {@code x-bia}; nothing where that has another shape, which {@link #check} tells. */
    public static Analysis read(JsonNode entry, Scales scales) {
        JsonNode said = entry.path(Analysis.KEY);
        Checker checker = new Checker();
        if (said.isMissingNode()) {
            return Analysis.NONE;
        }
        own(checker, said, "$", scales);
        boolean readable = checker.found().stream()
                .allMatch(each ->
                        each.code().equals("unknown-kind") || each.code().equals("unknown-key"));
        if (!readable) {
            return Analysis.NONE;
        }
        try {
            return JSON.treeToValue(said, Analysis.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An analysis that was checked cannot be read", e);
        }
    }

    private static void levels(Checker checker, JsonNode levels, Scales scales) {
        levels.properties().forEach(kind -> {
            String path = "$.impact.levels." + kind.getKey();
            kind(checker, kind.getKey(), path, scales);
            checker.curve(
                    kind.getValue(),
                    path,
                    (level, where) ->
                            checker.whole(level, where, 0, scales.levels().size() - 1));
        });
    }

    private static void kind(Checker checker, String id, String path, Scales scales) {
        if (scales.findKind(id).isEmpty()) {
            checker.add(
                    path,
                    "unknown-kind",
                    "The scales have no kind of impact '" + id + "'; they have "
                            + String.join(
                                    ", ",
                                    scales.kinds().stream().map(Scales.Kind::id).toList())
                            + ". Add it to the scales, or remove it here.",
                    MissingNode.getInstance());
        }
    }

    private static void own(Checker checker, JsonNode said, String at, Scales scales) {
        if (!checker.object(said, at, KEYS)) {
            return;
        }
        texts(checker, said.path("reasons"), at + ".reasons", TARGETS);
        kinds(checker, said.path("kinds"), at + ".kinds", scales);
        if (said.has("peaks")) {
            checker.list(said.path("peaks"), at + ".peaks", MANY, (peak, where) -> {
                if (checker.object(peak, where, ordered("when", "demand"))) {
                    checker.text(peak.path("when"), where + ".when", NAME);
                    checker.numberIfGiven(peak.path("demand"), where + ".demand", 0, 1000);
                }
            });
        }
        checker.textIfGiven(said.path("minimum"), at + ".minimum", WORDS);
        stopgap(checker, said.path("stopgap"), at + ".stopgap");
        backup(checker, said.path("backup"), at + ".backup");
        names(checker, said, "authors", at);
        names(checker, said, "stakeholders", at);
        evidence(checker, said.path("evidence"), at + ".evidence");
        review(checker, said.path("review"), at + ".review");
    }

    private static void texts(Checker checker, JsonNode texts, String path, Set<String> keys) {
        if (!texts.isMissingNode() && checker.object(texts, path, keys)) {
            texts.properties().forEach(each -> checker.text(each.getValue(), path + "." + each.getKey(), WORDS));
        }
    }

    private static void kinds(Checker checker, JsonNode kinds, String path, Scales scales) {
        if (kinds.isMissingNode()) {
            return;
        }
        if (!kinds.isObject()) {
            checker.add(path, "wrong-type", path + " must be an object with kinds of impact as keys.", kinds);
            return;
        }
        kinds.properties().forEach(each -> {
            String where = path + "." + each.getKey();
            kind(checker, each.getKey(), where, scales);
            if (checker.object(each.getValue(), where, ordered("amounts", "reason"))) {
                checker.textIfGiven(each.getValue().path("reason"), where + ".reason", WORDS);
                if (each.getValue().has("amounts")) {
                    checker.curve(
                            each.getValue().path("amounts"),
                            where + ".amounts",
                            (amount, place) -> checker.number(amount, place, 0, Checker.LARGEST));
                }
            }
        });
    }

    private static void stopgap(Checker checker, JsonNode stopgap, String path) {
        if (!stopgap.isMissingNode() && checker.object(stopgap, path, ordered("what", "hours"))) {
            checker.text(stopgap.path("what"), path + ".what", WORDS);
            checker.numberIfGiven(stopgap.path("hours"), path + ".hours", 0, Checker.LONGEST);
        }
    }

    private static void backup(Checker checker, JsonNode backup, String path) {
        if (!backup.isMissingNode() && checker.object(backup, path, ordered("every", "takes", "changePerHour"))) {
            checker.numberIfGiven(backup.path("every"), path + ".every", 1e-6, Checker.LONGEST);
            checker.numberIfGiven(backup.path("takes"), path + ".takes", 0, Checker.LONGEST);
            checker.numberIfGiven(backup.path("changePerHour"), path + ".changePerHour", 0, Checker.LARGEST);
        }
    }

    private static void names(Checker checker, JsonNode said, String key, String at) {
        if (said.has(key)) {
            checker.list(said.path(key), at + "." + key, MANY, (name, where) -> checker.text(name, where, NAME));
        }
    }

    private static void evidence(Checker checker, JsonNode evidence, String path) {
        if (evidence.isMissingNode() || !checker.object(evidence, path, VALUES)) {
            return;
        }
        evidence.properties().forEach(each -> {
            String where = path + "." + each.getKey();
            JsonNode basis = each.getValue();
            if (checker.object(basis, where, ordered("evidence", "source", "observations"))) {
                checker.oneOf(basis.path("evidence"), where + ".evidence", EVIDENCE);
                checker.textIfGiven(basis.path("source"), where + ".source", WORDS);
                if (basis.has("observations")) {
                    checker.whole(basis.path("observations"), where + ".observations", 0, 1_000_000_000);
                }
            }
        });
    }

    private static void review(Checker checker, JsonNode review, String path) {
        if (!review.isMissingNode() && checker.object(review, path, ordered("next", "trigger"))) {
            if (review.has("next")) {
                checker.day(review.path("next"), path + ".next");
            }
            checker.textIfGiven(review.path("trigger"), path + ".trigger", WORDS);
        }
    }
}
