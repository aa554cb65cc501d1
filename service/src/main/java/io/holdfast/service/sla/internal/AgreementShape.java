package io.holdfast.service.sla.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.holdfast.service.kernel.web.Checker;
import io.holdfast.service.kernel.web.Problem.Violation;
import io.holdfast.service.sla.Agreement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Whether what an entry says of agreements has the shape that it must have, and what it says. */
public final class AgreementShape {

    private static final Set<String> KEYS = ordered(
            "id",
            "kind",
            "name",
            "counterparty",
            "covers",
            "availability",
            "per",
            "longestOutage",
            "rto",
            "rpo",
            "start",
            "end",
            "noticeDays",
            "nextReview",
            "normalEnd",
            "earlyEnd",
            "exitPlan",
            "subcontractors",
            "continuity",
            "reportsEvery",
            "reports",
            "notes");

    private static final Set<String> KINDS = ordered("sla", "ola", "contract");
    private static final Set<String> COVERS = ordered("whole", "own");
    private static final Set<String> PERIODS = ordered("month", "quarter", "year");
    private static final int MANY = 50;
    private static final int FILED = 500;
    private static final int NAME = 200;
    private static final int WORDS = 2000;

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private AgreementShape() {}

    private static Set<String> ordered(String... words) {
        return new LinkedHashSet<>(List.of(words));
    }

    /** Rules that {@code x-agreements} of an entry breaks; empty where none. Paths are those of the entry. */
    public static List<Violation> check(JsonNode entry) {
        Checker checker = new Checker();
        SlaShape.check(checker, entry.path("sla"));
        JsonNode said = entry.path(Agreement.KEY);
        if (!said.isMissingNode()) {
            String at = "$." + Agreement.KEY;
            checker.list(said, at, MANY, (each, where) -> agreement(checker, each, where));
            unique(checker, said, at);
        }
        return checker.found();
    }

    /** What is said under {@code x-agreements}; nothing where that has another shape, which {@link #check} tells. */
    public static List<Agreement> read(JsonNode entry) {
        JsonNode said = entry.path(Agreement.KEY);
        boolean readable = check(entry).stream()
                .allMatch(each ->
                        each.code().equals("unknown-key") || !each.path().startsWith("$." + Agreement.KEY));
        if (!said.isArray() || !readable) {
            return List.of();
        }
        List<Agreement> agreements = new ArrayList<>();
        for (JsonNode each : said) {
            try {
                agreements.add(JSON.treeToValue(each, Agreement.class));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("An agreement that was checked cannot be read", e);
            }
        }
        return List.copyOf(agreements);
    }

    private static void unique(Checker checker, JsonNode said, String at) {
        Set<String> ids = new HashSet<>();
        boolean sla = false;
        for (int i = 0; i < said.size(); i++) {
            JsonNode each = said.path(i);
            if (!ids.add(each.path("id").asText())) {
                checker.add(
                        at + "[" + i + "].id",
                        "not-unique",
                        "Two agreements of this entry have the id '"
                                + each.path("id").asText() + "'. Give one of them another.",
                        each.path("id"));
            }
            boolean second = sla && each.path("kind").asText().equals("sla");
            if (second) {
                checker.add(
                        at + "[" + i + "].kind",
                        "second-sla",
                        "An entry has one SLA, because its figures stand under sla. Make this an ola or a contract, or split the service.",
                        each.path("kind"));
            }
            sla |= each.path("kind").asText().equals("sla");
        }
    }

    private static void agreement(Checker checker, JsonNode at, String path) {
        if (!checker.object(at, path, KEYS)) {
            return;
        }
        id(checker, at.path("id"), path + ".id");
        checker.oneOf(at.path("kind"), path + ".kind", KINDS);
        checker.textIfGiven(at.path("name"), path + ".name", NAME);
        checker.textIfGiven(at.path("counterparty"), path + ".counterparty", NAME);
        word(checker, at, path, "covers", COVERS);
        promise(checker, at, path);
        dates(checker, at, path);
        for (String words : List.of("normalEnd", "earlyEnd", "exitPlan", "notes")) {
            checker.textIfGiven(at.path(words), path + "." + words, WORDS);
        }
        subcontractors(checker, at, path);
        continuity(checker, at.path("continuity"), path + ".continuity");
        word(checker, at, path, "reportsEvery", PERIODS);
        reports(checker, at, path);
    }

    private static void id(Checker checker, JsonNode id, String path) {
        if (!id.isTextual() || !id.asText().matches("[a-z0-9][a-z0-9._-]{0,99}")) {
            checker.add(
                    path,
                    "bad-id",
                    path + " must be 1 to 100 characters of a-z, 0-9, dot, - and _, beginning with a letter or digit.",
                    id);
        }
    }

    private static void word(Checker checker, JsonNode at, String path, String key, Set<String> words) {
        if (at.has(key)) {
            checker.oneOf(at.path(key), path + "." + key, words);
        }
    }

    private static void promise(Checker checker, JsonNode at, String path) {
        for (String key : List.of("availability", "per")) {
            if (at.path("kind").asText().equals("sla") && at.has(key)) {
                checker.add(
                        path + "." + key,
                        "stands-in-sla",
                        "The " + key + " of an SLA stands under sla." + key + " of the entry. Move it there.",
                        at.path(key));
            }
        }
        checker.numberIfGiven(at.path("availability"), path + ".availability", 0, 1);
        word(checker, at, path, "per", PERIODS);
        for (String hours : List.of("longestOutage", "rto", "rpo")) {
            checker.numberIfGiven(at.path(hours), path + "." + hours, 0, Checker.LONGEST);
        }
    }

    private static void dates(Checker checker, JsonNode at, String path) {
        for (String day : List.of("start", "end", "nextReview")) {
            day(checker, at, path, day);
        }
        if (at.has("noticeDays")) {
            checker.whole(at.path("noticeDays"), path + ".noticeDays", 0, 3660);
        }
        if (isDay(at.path("start"))
                && isDay(at.path("end"))
                && LocalDate.parse(at.path("end").asText())
                        .isBefore(LocalDate.parse(at.path("start").asText()))) {
            checker.add(
                    path + ".end",
                    "ends-before-it-starts",
                    "This agreement ends before it starts. Change one of both days.",
                    at.path("end"));
        }
    }

    private static boolean isDay(JsonNode at) {
        Checker alone = new Checker();
        alone.day(at, "$");
        return alone.found().isEmpty();
    }

    private static void day(Checker checker, JsonNode at, String path, String key) {
        if (at.has(key)) {
            checker.day(at.path(key), path + "." + key);
        }
    }

    private static void subcontractors(Checker checker, JsonNode at, String path) {
        if (at.has("subcontractors")) {
            checker.list(at.path("subcontractors"), path + ".subcontractors", MANY, (each, where) -> {
                if (checker.object(each, where, ordered("name", "role", "element"))) {
                    checker.text(each.path("name"), where + ".name", NAME);
                    checker.text(each.path("role"), where + ".role", NAME);
                    if (each.has("element")) {
                        id(checker, each.path("element"), where + ".element");
                    }
                }
            });
        }
    }

    private static void continuity(Checker checker, JsonNode at, String path) {
        if (!at.isMissingNode()
                && checker.object(at, path, ordered("rto", "rpo", "evidence", "document", "lastDrill"))) {
            checker.numberIfGiven(at.path("rto"), path + ".rto", 0, Checker.LONGEST);
            checker.numberIfGiven(at.path("rpo"), path + ".rpo", 0, Checker.LONGEST);
            day(checker, at, path, "evidence");
            day(checker, at, path, "lastDrill");
            checker.textIfGiven(at.path("document"), path + ".document", NAME);
        }
    }

    private static void reports(Checker checker, JsonNode at, String path) {
        if (at.has("reports")) {
            checker.list(at.path("reports"), path + ".reports", FILED, (each, where) -> {
                if (checker.object(each, where, ordered("period", "received", "reviewer", "reviewed", "result"))) {
                    checker.text(each.path("period"), where + ".period", NAME);
                    checker.day(each.path("received"), where + ".received");
                    checker.textIfGiven(each.path("reviewer"), where + ".reviewer", NAME);
                    day(checker, each, where, "reviewed");
                    checker.textIfGiven(each.path("result"), where + ".result", WORDS);
                }
            });
        }
    }
}
