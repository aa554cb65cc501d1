package io.holdfast.service.register.web;

import io.holdfast.service.register.FindingsState;
import io.holdfast.service.register.web.FindingView.RuleCount;
import io.holdfast.simulator.lint.LintRule;
import io.holdfast.simulator.lint.Quality;
import io.holdfast.simulator.lint.Strength;
import java.util.Arrays;
import java.util.List;

/**
 * The findings in a few figures.
 *
 * @param revision the revision of the register that was looked at
 * @param asOf the day on which dates were judged
 * @param total how many findings there are
 * @param shall how many of them break a 應
 * @param should how many of them break a 宜
 * @param rules every rule in its order, those that are kept with 0
 * @param quality how far the register can be relied on
 * @param evidence what the times that stand on all elements rest on
 */
public record FindingsSummary(
        long revision,
        String asOf,
        int total,
        int shall,
        int should,
        List<RuleCount> rules,
        Quality quality,
        EvidenceCounts evidence) {

    static FindingsSummary of(FindingsState state) {
        return new FindingsSummary(
                state.register().revision(),
                state.asOf().text(),
                state.conflicts().size(),
                count(state, Strength.SHALL),
                count(state, Strength.SHOULD),
                Arrays.stream(LintRule.values())
                        .filter(rule -> rule != LintRule.UNKNOWN_KEY) // of files alone
                        .map(rule -> RuleCount.of(state, rule))
                        .toList(),
                state.quality(),
                state.register().model().elements().stream()
                        .map(EvidenceCounts::of)
                        .reduce(EvidenceCounts.NONE, EvidenceCounts::plus));
    }

    private static int count(FindingsState state, Strength strength) {
        return Arrays.stream(LintRule.values())
                .filter(rule -> rule.strength() == strength)
                .mapToInt(state::count)
                .sum();
    }
}
