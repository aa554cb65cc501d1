package io.holdfast.simulator.format;

import java.util.Locale;

/**
 * A rule of the model file that a file breaks.
 *
 * @param code stable code
 * @param path where, as a JSON path from {@code $}
 * @param line line from 1; 0 where the file as a whole is meant
 * @param column column from 1; 0 where the file as a whole is meant
 * @param value the value as it stands there
 * @param text the rule and a way out, one or two sentences, in every language
 */
public record Violation(Code code, String path, int line, int column, String value, Message text) {

    /** Stable codes of violations; the word in files and answers is the name in kebab case. */
    public enum Code {
        /** The file cannot be read as YAML or JSON in UTF-8. */
        UNREADABLE,
        /** A key stands twice in one mapping. */
        DUPLICATE_KEY,
        /** The version of the format is not known. */
        UNKNOWN_VERSION,
        /** A key that must be there is missing. */
        MISSING,
        /** A value is of the wrong kind, such as text for a number. */
        WRONG_KIND,
        /** A value lies outside what is allowed. */
        OUT_OF_RANGE,
        /** An id does not match the pattern. */
        BAD_ID,
        /** An id is used twice. */
        DUPLICATE_ID,
        /** A name is not defined. */
        UNDEFINED_NAME,
        /** A word is not among those allowed. */
        UNKNOWN_WORD;

        /** The code's word, such as {@code undefined-name}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The rule and a way out in English. */
    public String message() {
        return message(Language.EN);
    }

    /** The rule and a way out in a language. */
    public String message(Language language) {
        return text.in(language);
    }

    /** The violation as one line of English. */
    public String toLine() {
        return toLine(Language.EN);
    }

    /** The violation as one line for people: place, path, sentence. */
    public String toLine(Language language) {
        Message whole = line > 0
                ? Message.of("violation.line", "line", line, "column", column, "path", path, "message", text)
                : Message.of("violation.file", "path", path, "message", text);
        return whole.in(language);
    }
}
