package io.holdfast.service.checklist.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.service.checklist.AnswerState;
import io.holdfast.service.kernel.web.Checker;
import io.holdfast.service.kernel.web.Problem.Violation;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What somebody sends as an answer, and whether it can be one. */
public final class AnswerShape {

    private static final Set<String> KEYS =
            new LinkedHashSet<>(List.of("state", "reason", "evidence", "checkedOn", "nextCheck"));
    private static final int WORDS = 2_000;
    private static final int MOST_EVIDENCE = 20;

    private AnswerShape() {}

    /** An answer that was checked; a day that is null was left out. */
    public record Said(
            AnswerState state,
            @Nullable String reason,
            List<Long> evidence,
            @Nullable LocalDate checkedOn,
            @Nullable LocalDate nextCheck) {}

    /**
     * Rules that are broken; empty where none.
     *
     * @param shown the numbers of the evidence that there is about the same thing
     */
    public static List<Violation> check(JsonNode said, Set<Long> shown, LocalDate today) {
        Checker checker = new Checker();
        if (!checker.object(said, "$", KEYS)) {
            return checker.found();
        }
        checker.oneOf(said.path("state"), "$.state", new LinkedHashSet<>(AnswerState.words()));
        reason(checker, said);
        if (isGiven(said, "evidence")) {
            checker.list(said.path("evidence"), "$.evidence", MOST_EVIDENCE, (each, where) -> {
                if (!each.isIntegralNumber() || !each.canConvertToLong() || !shown.contains(each.asLong())) {
                    checker.add(
                            where,
                            "unknown-evidence",
                            where + " must be the number of evidence about the same thing. Add the file there first.",
                            each);
                }
            });
        }
        days(checker, said, today);
        return checker.found();
    }

    private static void reason(Checker checker, JsonNode said) {
        if (isGiven(said, "reason")) {
            checker.text(said.path("reason"), "$.reason", WORDS);
        } else if (!said.path("state").asText().equals(AnswerState.MET.word())) {
            checker.add(
                    "$.reason",
                    "missing",
                    "Say in $.reason why, or what is missing: only what is met needs none.",
                    said.path("reason"));
        }
    }

    private static void days(Checker checker, JsonNode said, LocalDate today) {
        LocalDate checkedOn = today;
        if (isGiven(said, "checkedOn")) {
            int before = checker.found().size();
            checker.day(said.path("checkedOn"), "$.checkedOn");
            if (checker.found().size() > before) {
                return;
            }
            checkedOn = LocalDate.parse(said.path("checkedOn").asText());
            if (checkedOn.isAfter(today)) {
                checker.add(
                        "$.checkedOn",
                        "bad-date",
                        "$.checkedOn is later than today, " + today + ". Say the day on which somebody looked.",
                        said.path("checkedOn"));
            }
        }
        if (isGiven(said, "nextCheck")) {
            int before = checker.found().size();
            checker.day(said.path("nextCheck"), "$.nextCheck");
            if (checker.found().size() == before
                    && !LocalDate.parse(said.path("nextCheck").asText()).isAfter(checkedOn)) {
                checker.add(
                        "$.nextCheck",
                        "bad-date",
                        "$.nextCheck must be later than the day of the check, " + checkedOn + ".",
                        said.path("nextCheck"));
            }
        }
    }

    /** What was said, of a tree that was checked. */
    public static Said read(JsonNode said) {
        return new Said(
                AnswerState.findByWord(said.path("state").asText()).orElseThrow(),
                isGiven(said, "reason") ? said.path("reason").asText().strip() : null,
                StreamSupport.stream(said.path("evidence").spliterator(), false)
                        .map(JsonNode::asLong)
                        .distinct()
                        .sorted()
                        .toList(),
                day(said, "checkedOn"),
                day(said, "nextCheck"));
    }

    private static @Nullable LocalDate day(JsonNode said, String key) {
        return isGiven(said, key) ? LocalDate.parse(said.path(key).asText()) : null;
    }

    private static boolean isGiven(JsonNode said, String key) {
        return said.hasNonNull(key);
    }
}
