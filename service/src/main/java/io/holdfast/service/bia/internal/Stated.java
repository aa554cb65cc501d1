package io.holdfast.service.bia.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.service.bia.Analysis;
import io.holdfast.service.bia.Scales;
import io.holdfast.service.kernel.web.Checker;
import io.holdfast.service.kernel.web.Problem.Violation;
import io.holdfast.simulator.model.Amount;
import io.holdfast.simulator.model.Impact;
import io.holdfast.simulator.model.Impact.Point;
import io.holdfast.simulator.model.Objectives;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an entry of the register states of impact and targets, read from its tree, so that what somebody is still typing can be
 * judged as what is stored is.
 *
 * @param owner who answers for it, or null
 * @param tier the tier, or null
 * @param objectives its targets
 * @param impact its curves
 * @param analysis what it says besides
 */
public record Stated(
        @Nullable String owner, @Nullable Integer tier, Objectives objectives, Impact impact, Analysis analysis) {

    private static final Set<String> OBJECTIVES =
            new LinkedHashSet<>(List.of("mtpd", "rto", "rpo", "mbco", "wrt", "rpoVolume"));
    private static final Set<String> IMPACT = new LinkedHashSet<>(List.of("loss", "proRata", "levels"));
    private static final int NAME = 200;

    /** Rules that the tree of an entry breaks; empty where none, and then it can be read. Paths are those of the entry. */
    public static List<Violation> check(JsonNode entry, Scales scales) {
        Checker checker = new Checker();
        checker.textIfGiven(entry.path("owner"), "$.owner", NAME);
        if (entry.has("tier")) {
            checker.whole(entry.path("tier"), "$.tier", 1, 9);
        }
        objectives(checker, entry.path("objectives"));
        impact(checker, entry.path("impact"));
        List<Violation> found = new ArrayList<>(checker.found());
        found.addAll(AnalysisShape.check(entry, scales));
        return List.copyOf(found);
    }

    private static void objectives(Checker checker, JsonNode objectives) {
        if (objectives.isMissingNode() || !checker.object(objectives, "$.objectives", OBJECTIVES)) {
            return;
        }
        for (String hours : List.of("mtpd", "rto", "rpo", "wrt")) {
            checker.numberIfGiven(objectives.path(hours), "$.objectives." + hours, 0, Checker.LONGEST);
        }
        checker.numberIfGiven(objectives.path("mbco"), "$.objectives.mbco", 0, 1);
        JsonNode volume = objectives.path("rpoVolume");
        if (!volume.isMissingNode()
                && checker.object(volume, "$.objectives.rpoVolume", new LinkedHashSet<>(List.of("unit", "amount")))) {
            checker.text(volume.path("unit"), "$.objectives.rpoVolume.unit", NAME);
            checker.number(volume.path("amount"), "$.objectives.rpoVolume.amount", 0, Checker.LARGEST);
        }
    }

    private static void impact(Checker checker, JsonNode impact) {
        if (impact.isMissingNode() || !checker.object(impact, "$.impact", IMPACT)) {
            return;
        }
        if (impact.has("loss")) {
            checker.curve(
                    impact.path("loss"),
                    "$.impact.loss",
                    (money, where) -> checker.number(money, where, 0, Checker.LARGEST));
        }
        if (impact.has("levels") && !impact.path("levels").isObject()) {
            checker.add(
                    "$.impact.levels",
                    "wrong-type",
                    "$.impact.levels must be an object with kinds of impact as keys.",
                    impact.path("levels"));
        }
        if (impact.has("proRata") && !impact.path("proRata").isBoolean()) {
            checker.add(
                    "$.impact.proRata",
                    "wrong-type",
                    "$.impact.proRata must be true or false.",
                    impact.path("proRata"));
        }
    }

    /** What the tree of an entry states that breaks no rule of {@link #check}. */
    public static Stated read(JsonNode entry, Scales scales) {
        JsonNode goals = entry.path("objectives");
        JsonNode volume = goals.path("rpoVolume");
        JsonNode impact = entry.path("impact");
        Map<String, List<Point>> levels = new LinkedHashMap<>();
        impact.path("levels").properties().forEach(kind -> levels.put(kind.getKey(), points(kind.getValue())));
        return new Stated(
                entry.path("owner").isTextual() ? entry.path("owner").asText() : null,
                entry.path("tier").isInt() ? entry.path("tier").asInt() : null,
                new Objectives(
                        number(goals, "mtpd"),
                        number(goals, "rto"),
                        number(goals, "rpo"),
                        number(goals, "mbco"),
                        number(goals, "wrt"),
                        volume.isMissingNode()
                                ? null
                                : new Amount(
                                        volume.path("unit").asText(),
                                        volume.path("amount").asDouble())),
                new Impact(points(impact.path("loss")), impact.path("proRata").asBoolean(), levels),
                AnalysisShape.read(entry, scales));
    }

    private static @Nullable Double number(JsonNode at, String key) {
        return at.path(key).isNumber() ? at.path(key).asDouble() : null;
    }

    private static List<Point> points(JsonNode curve) {
        List<Point> points = new ArrayList<>();
        curve.forEach(pair ->
                points.add(new Point(pair.path(0).asDouble(), pair.path(1).asDouble())));
        return points;
    }
}
