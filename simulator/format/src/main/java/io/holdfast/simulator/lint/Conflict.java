package io.holdfast.simulator.lint;

import io.holdfast.simulator.result.Finding;
import java.util.List;

/**
 * A rule that a model breaks.
 *
 * @param rule which
 * @param finding what is found, whose sentence can be had in every language
 * @param figures the figures that conflict, the offending one first; empty where it is not about figures
 * @param mend where it is mended
 */
public record Conflict(LintRule rule, Finding finding, List<Figure> figures, Mend mend) {

    /** Copies the figures and checks that the finding breaks the rule. */
    public Conflict {
        figures = List.copyOf(figures);
        if (finding.kind() != rule.kind()) {
            throw new IllegalArgumentException("A finding of kind " + finding.kind() + " does not break " + rule);
        }
    }
}
