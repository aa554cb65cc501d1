package io.holdfast.simulator.format;

/**
 * A rule of the model file that a file breaks.
 *
 * @param code stable code
 * @param path where, as a JSON path from {@code $}
 * @param line line from 1; 0 where the file as a whole is meant
 * @param column column from 1; 0 where the file as a whole is meant
 * @param value the value as it stands there
 * @param message the rule and a way out, one or two sentences
 */
public record Violation(Code code, String path, int line, int column, String value, String message) {

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
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /** The violation as one line for people. */
    public String toLine() {
        String place = line > 0 ? "line " + line + ", column " + column + ": " : "";
        return place + path + ": " + message;
    }
}
