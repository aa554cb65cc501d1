package io.holdfast.service.plan.web;

import io.holdfast.service.kernel.web.ProblemException;
import io.micronaut.http.HttpStatus;
import java.util.Locale;

/** A language that plans are written in. */
enum PlanLanguage {
    /** English. */
    EN("en", Locale.UK),
    /** Traditional Chinese. */
    ZH_HANT("zh-Hant", Locale.TRADITIONAL_CHINESE);

    private final String tag;
    private final Locale locale;

    PlanLanguage(String tag, Locale locale) {
        this.tag = tag;
        this.locale = locale;
    }

    String tag() {
        return tag;
    }

    Locale locale() {
        return locale;
    }

    /** A colon between a word and what it is about. */
    String colon() {
        return this == EN ? ": " : "：";
    }

    /** A comma between two clauses. */
    String comma() {
        return this == EN ? ", " : "，";
    }

    /** What stands between two sentences. */
    String space() {
        return this == EN ? " " : "";
    }

    /** The language of a tag. */
    static PlanLanguage require(String tag) {
        for (PlanLanguage each : values()) {
            if (each.tag.equals(tag)) {
                return each;
            }
        }
        throw new ProblemException(
                HttpStatus.BAD_REQUEST,
                "unknown-language",
                "language is '" + tag + "', but plans are written in en and zh-Hant.");
    }
}
