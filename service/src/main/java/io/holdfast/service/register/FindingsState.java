package io.holdfast.service.register;

import io.holdfast.simulator.drill.DrillDay;
import io.holdfast.simulator.lint.Conflict;
import io.holdfast.simulator.lint.LintRule;
import io.holdfast.simulator.lint.Linter;
import io.holdfast.simulator.lint.Quality;
import io.holdfast.simulator.model.Id;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** What one revision of the register breaks as of one day. Immutable; for any number of threads. */
public final class FindingsState {

    private final RegisterState register;
    private final DrillDay asOf;
    private final List<Conflict> conflicts;
    private final Quality quality;
    private final Map<Id, List<Conflict>> byElement = new HashMap<>();
    private final Map<LintRule, Integer> counts = new EnumMap<>(LintRule.class);

    FindingsState(RegisterState register, DrillDay asOf) {
        this.register = register;
        this.asOf = asOf;
        conflicts = Linter.of(register.model(), asOf);
        quality = Quality.of(register.model(), asOf);
        for (Conflict conflict : conflicts) {
            counts.merge(conflict.rule(), 1, Integer::sum);
            new LinkedHashSet<>(conflict.finding().elements())
                    .forEach(id -> byElement
                            .computeIfAbsent(id, key -> new ArrayList<>())
                            .add(conflict));
        }
    }

    /** The register that was looked at. */
    public RegisterState register() {
        return register;
    }

    /** The day on which dates were judged. */
    public DrillDay asOf() {
        return asOf;
    }

    /** All conflicts, by rule, then in the order of the register. */
    public List<Conflict> conflicts() {
        return conflicts;
    }

    /** Those that one element (or scenario, or plan) has a part in. */
    public List<Conflict> listOf(Id id) {
        return Collections.unmodifiableList(byElement.getOrDefault(id, List.of()));
    }

    /** How many there are of a rule. */
    public int count(LintRule rule) {
        return counts.getOrDefault(rule, 0);
    }

    /** How far the register can be relied on. */
    public Quality quality() {
        return quality;
    }
}
