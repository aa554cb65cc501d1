package io.holdfast.simulator.lint;

import io.holdfast.simulator.lint.Mend.Where;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.result.Finding;
import java.util.List;
import java.util.stream.Stream;

/** What the check of the format finds already, with rule, figures and where it is mended. */
final class Checked {

    private Checked() {}

    static Conflict of(Finding finding) {
        LintRule rule = LintRule.getByKind(finding.kind());
        return new Conflict(rule, finding, figures(rule, finding), mend(rule, finding));
    }

    private static List<Figure> figures(LintRule rule, Finding finding) {
        if (rule != LintRule.TARGETS_CONTRADICT) {
            return List.of();
        }
        Id of = finding.elements().getFirst();
        return Stream.of("rto", "wrt", "mtpd")
                .map(name -> new Figure(name, Double.parseDouble(finding.facts().getOrDefault(name, "0")), "h", of))
                .toList();
    }

    private static Mend mend(LintRule rule, Finding finding) {
        return switch (rule) {
            case TARGETS_CONTRADICT -> on(finding, "objectives");
            case NO_TARGET -> on(finding, "objectives.rto");
            case RECOVERY_DEADLOCK, NEVER_RECOVERED -> on(finding, "recovery");
            case HIT_SELECTS_NOTHING ->
                new Mend(Where.SCENARIO, finding.elements().getFirst(), "hits");
            case UNKNOWN_KEY -> new Mend(Where.FILE, null, finding.facts().getOrDefault("path", "$"));
            case MUTUAL_DEPENDENCY, POOL_ON_CYCLE -> on(finding, "needs");
            case NEED_RECOVERS_LATER,
                    NEED_LOSES_MORE_DATA,
                    OFF_SITE_TOO_NEAR,
                    COPIES_TOO_FEW,
                    NO_COPY_OFF_SITE,
                    RESTART_TOO_SLOW,
                    PROMISE_ABOVE_CHAIN,
                    DATA_ABROAD,
                    SINGLE_POINT_OF_FAILURE,
                    NO_OWNER,
                    VERIFIED_LONG_AGO,
                    REVIEW_OVERDUE -> throw new IllegalStateException("The check of the format does not find " + rule);
        };
    }

    private static Mend on(Finding finding, String field) {
        return Mend.element(finding.elements().getFirst(), field);
    }
}
