package io.holdfast.simulator.model;

import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One way to recover an element. The list of an element is in the order in which people would prefer them.
 *
 * @param id its id, or null
 * @param kind its kind, the word {@code method} of the file
 * @param label its names
 * @param automatic whether it starts without people deciding
 * @param success the chance that the work succeeds, a share
 * @param duration how long the work takes
 * @param needs needed to start and run on afterwards; null when the file does not say, which means the element's own
 *     (none for {@code workaround}; for {@code repair} none to start); an empty list means none
 * @param alsoNeeds needed to start, not afterwards
 * @param capacity the share of normal capacity that it then delivers
 * @param lasts how long it can be kept up, or null for good
 * @param data what it says about data, or null
 * @param crew how many of each team it takes, in file order
 * @param answers the states it answers where it overrides its kind, or null
 * @param successWeight how many observations the chance of success is worth when it is learned from, above 0; null for what the
 *     evidence of the duration is worth
 */
public record RecoveryMethod(
        @Nullable Id id,
        MethodKind kind,
        Label label,
        boolean automatic,
        double success,
        UncertainHours duration,
        @Nullable List<Need> needs,
        List<Need> alsoNeeds,
        double capacity,
        @Nullable UncertainHours lasts,
        @Nullable MethodData data,
        Map<Id, Integer> crew,
        @Nullable Set<DownState> answers,
        @Nullable Double successWeight) {

    /** Checks shares and crew and copies the collections. */
    public RecoveryMethod {
        Require.share("success", success);
        Require.share("capacity", capacity);
        needs = needs == null ? null : List.copyOf(needs);
        alsoNeeds = List.copyOf(alsoNeeds);
        crew = Collections.unmodifiableMap(new LinkedHashMap<>(crew));
        crew.forEach((team, count) -> Require.atLeast("crew " + team, count, 1));
        answers = answers == null
                ? null
                : Collections.unmodifiableSet(
                        answers.isEmpty() ? EnumSet.noneOf(DownState.class) : EnumSet.copyOf(answers));
        if (successWeight != null) {
            Require.positive("successWeight", successWeight);
        }
    }

    /** A method of whose success nothing was learned yet. */
    public RecoveryMethod(
            @Nullable Id id,
            MethodKind kind,
            Label label,
            boolean automatic,
            double success,
            UncertainHours duration,
            @Nullable List<Need> needs,
            List<Need> alsoNeeds,
            double capacity,
            @Nullable UncertainHours lasts,
            @Nullable MethodData data,
            Map<Id, Integer> crew,
            @Nullable Set<DownState> answers) {
        this(
                id, kind, label, automatic, success, duration, needs, alsoNeeds, capacity, lasts, data, crew, answers,
                null);
    }

    /** A method with the defaults of the format: certain, full capacity, people decide, no needs of its own. */
    public static RecoveryMethod of(MethodKind kind, UncertainHours duration) {
        return new RecoveryMethod(
                null, kind, Label.NONE, false, 1, duration, null, List.of(), 1, null, null, Map.of(), null);
    }

    /** The states it answers: its own where given, else its kind's. */
    public Set<DownState> effectiveAnswers() {
        return answers != null ? answers : Collections.unmodifiableSet(kind.defaultAnswers());
    }
}
