package io.holdfast.simulator.format;

import io.holdfast.simulator.model.Rule;
import io.holdfast.simulator.result.Finding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The catalogue as tables in Markdown, for the guide. */
public final class MessageTables {

    private MessageTables() {}

    /** Codes of violations with their sentences, then those of findings, line by line. */
    public static List<String> markdown() {
        List<String> lines = new ArrayList<>();
        lines.add("## Why a file is refused");
        lines.add("");
        lines.add("| code | sentence | 句子 |");
        lines.add("|---|---|---|");
        for (Violation.Code code : Violation.Code.values()) {
            keys(code).forEach(key -> lines.add(row(code.word(), key)));
        }
        lines.add("");
        lines.add("Rules of single values, with code `out-of-range` where the list above has no other:");
        lines.add("");
        lines.add("| rule | sentence | 句子 |");
        lines.add("|---|---|---|");
        new TreeSet<>(Message.catalogue(Language.EN).keySet())
                .stream().filter(key -> key.startsWith("rule.")).forEach(key -> lines.add(row(key.substring(5), key)));
        lines.add("");
        lines.add("## What is found");
        lines.add("");
        lines.add("| code | severity | sentence | 句子 |");
        lines.add("|---|---|---|---|");
        Arrays.stream(Finding.Kind.values()).map(MessageTables::row).forEach(lines::add);
        return lines;
    }

    private static Stream<String> keys(Violation.Code code) {
        if (code == Violation.Code.BAD_ID) {
            return Stream.of("rule." + Rule.ID_PATTERN.word());
        }
        return new TreeSet<>(Message.catalogue(Language.EN).keySet())
                .stream().filter(key -> key.equals(code.word()) || key.startsWith(code.word() + "."));
    }

    private static String row(Finding.Kind kind) {
        String key = FindingText.key(kind);
        return "| `" + kind.code() + "` | " + Nodes.word(kind.severity()) + " | " + sentence(key, Language.EN) + " | "
                + sentence(key, Language.ZH_HANT) + " |";
    }

    private static String row(String code, String key) {
        return "| `" + code + "` | " + sentence(key, Language.EN) + " | " + sentence(key, Language.ZH_HANT) + " |";
    }

    private static String sentence(String key, Language language) {
        return Message.catalogue(language).getString(key).replace("|", "\\|");
    }
}
