package io.holdfast.simulator.format;

import io.holdfast.simulator.result.Finding;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The sentences of findings in the languages of the product. */
public final class FindingText {

    private FindingText() {}

    /** The finding's sentence in a language. */
    public static String of(Finding finding, Language language) {
        return new Message(key(finding.kind()), new LinkedHashMap<>(finding.facts())).in(language);
    }

    /** The finding's sentence by language tag. */
    public static Map<String, String> inAll(Finding finding) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            texts.put(language.tag(), of(finding, language));
        }
        return texts;
    }

    /** The sentence of a kind of finding in a language, its places in braces. */
    public static String pattern(Finding.Kind kind, Language language) {
        return Message.catalogue(language).getString(key(kind));
    }

    static String key(Finding.Kind kind) {
        return "finding." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
