package io.holdfast.simulator.lint;

import io.holdfast.simulator.format.FindingText;
import io.holdfast.simulator.format.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The rules as a table in Markdown, for the guide. */
public final class LintTable {

    private LintTable() {}

    /** One line a rule, in their order: code, strength, clauses, severity, sentence in both languages. */
    public static List<String> markdown() {
        List<String> lines = new ArrayList<>();
        lines.add("| code | strength | clause | severity | what is said, with the figures and the way out | 句子 |");
        lines.add("|---|---|---|---|---|---|");
        for (LintRule rule : LintRule.values()) {
            lines.add("| `" + rule.code() + "` | " + LintText.strength(rule.strength(), Language.ZH_HANT) + " "
                    + rule.strength().word() + " | " + LintText.clauses(rule, Language.EN) + " | "
                    + rule.kind().severity().name().toLowerCase(Locale.ROOT) + " | "
                    + FindingText.pattern(rule.kind(), Language.EN) + " | "
                    + FindingText.pattern(rule.kind(), Language.ZH_HANT) + " |");
        }
        return lines;
    }
}
