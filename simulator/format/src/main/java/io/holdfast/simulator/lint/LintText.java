package io.holdfast.simulator.lint;

import io.holdfast.simulator.format.Language;
import io.holdfast.simulator.format.Message;
import io.holdfast.simulator.format.Texts;
import java.util.Map;
import java.util.stream.Collectors;

/** Conflicts and rules as text for people, in the languages of the product. */
public final class LintText {

    private LintText() {}

    /** A conflict on one line: severity, code, sentence, strength and clauses. */
    public static String line(Conflict conflict, Language language) {
        return new Message(
                        "check.ruled",
                        Map.of(
                                "line",
                                Texts.line(conflict.finding(), language),
                                "strength",
                                strength(conflict.rule().strength(), language),
                                "clauses",
                                clauses(conflict.rule(), language)))
                .in(language);
    }

    /** 應 or 宜, shall or should. */
    public static String strength(Strength strength, Language language) {
        return new Message("strength." + strength.word(), Map.of()).in(language);
    }

    /** Where a rule stands, with commas as the language has them. */
    public static String clauses(LintRule rule, Language language) {
        return rule.clauses().stream()
                .map(clause -> clause.in(language))
                .collect(Collectors.joining(language == Language.EN ? ", " : "、"));
    }
}
