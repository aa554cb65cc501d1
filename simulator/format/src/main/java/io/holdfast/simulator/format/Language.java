package io.holdfast.simulator.format;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The languages of the product. */
public enum Language {
    /** English. */
    EN("en"),
    /** Traditional Chinese. */
    ZH_HANT("zh-Hant");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** The language tag (BCP 47), as it stands under {@code names}. */
    public String tag() {
        return tag;
    }

    /** The language's locale. */
    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    /** The language with this tag, in any case. */
    public static Optional<Language> findByTag(String tag) {
        return Arrays.stream(values())
                .filter(language -> language.tag.equalsIgnoreCase(tag))
                .findFirst();
    }
}
