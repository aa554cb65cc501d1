package io.holdfast.service.sla.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.service.kernel.web.Checker;
import io.holdfast.simulator.model.ServiceLevel;
import io.holdfast.simulator.model.ServiceLevel.Credit;
import io.holdfast.simulator.model.ServiceLevel.Period;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Whether {@code sla} of an entry has the shape of the model format, and what it says. */
public final class SlaShape {

    private static final Set<String> KEYS =
            new LinkedHashSet<>(List.of("availability", "per", "fee", "credits", "creditsByOutage"));
    private static final Set<String> PERIODS = new LinkedHashSet<>(List.of("month", "quarter", "year"));
    private static final int MANY = 50;

    private SlaShape() {}

    static void check(Checker checker, JsonNode sla) {
        if (sla.isMissingNode() || !checker.object(sla, "$.sla", KEYS)) {
            return;
        }
        checker.numberIfGiven(sla.path("availability"), "$.sla.availability", 0, 1);
        if (sla.has("per")) {
            checker.oneOf(sla.path("per"), "$.sla.per", PERIODS);
        }
        checker.numberIfGiven(sla.path("fee"), "$.sla.fee", 0, Checker.LARGEST);
        credits(checker, sla, "credits", 1);
        credits(checker, sla, "creditsByOutage", Checker.LONGEST);
    }

    private static void credits(Checker checker, JsonNode sla, String key, double most) {
        if (!sla.has(key)) {
            return;
        }
        checker.list(sla.path(key), "$.sla." + key, MANY, (pair, where) -> {
            if (!pair.isArray() || pair.size() != 2) {
                checker.add(where, "wrong-type", where + " must be a pair of a limit and a share of the fee.", pair);
                return;
            }
            checker.number(pair.get(0), where + "[0]", 0, most);
            checker.number(pair.get(1), where + "[1]", 0, 1);
        });
    }

    /** What is said under {@code sla} of an entry that breaks no rule; empty where nothing is. */
    public static Optional<ServiceLevel> find(JsonNode entry) {
        JsonNode sla = entry.path("sla");
        if (!sla.isObject()) {
            return Optional.empty();
        }
        return Optional.of(new ServiceLevel(
                sla.path("availability").isNumber() ? sla.path("availability").asDouble() : null,
                Period.valueOf(sla.path("per").asText("month").toUpperCase(Locale.ROOT)),
                sla.path("fee").asDouble(0),
                credits(sla.path("credits")),
                credits(sla.path("creditsByOutage"))));
    }

    private static List<Credit> credits(JsonNode pairs) {
        List<Credit> credits = new ArrayList<>();
        pairs.forEach(pair ->
                credits.add(new Credit(pair.path(0).asDouble(), pair.path(1).asDouble())));
        return credits;
    }
}
