package io.holdfast.simulator.format;

import java.util.Set;
import java.util.regex.Pattern;

/** What a plain word of YAML means. Source: YAML 1.2.2, 10.3.2, the core schema; infinity and not-a-number stay text. */
final class YamlWords {

    private static final Pattern DECIMAL = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    private static final Pattern OCTAL = Pattern.compile("0o[0-7]{1,17}");
    private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9a-fA-F]{1,13}");
    private static final Set<String> NOTHING = Set.of("", "~", "null", "Null", "NULL");
    private static final Set<String> YES = Set.of("true", "True", "TRUE");
    private static final Set<String> NO = Set.of("false", "False", "FALSE");
    private static final String TAGS = "tag:yaml.org,2002:";
    private static final Set<String> KNOWN_TAGS = Set.of("str", "int", "float", "bool", "null", "map", "seq");

    private YamlWords() {}

    static boolean isKnownTag(String tag) {
        return tag.startsWith(TAGS) && KNOWN_TAGS.contains(tag.substring(TAGS.length()));
    }

    static Located.Scalar resolve(String text, int line, int column) {
        if (NOTHING.contains(text)) {
            return new Located.Scalar("", null, line, column);
        }
        if (YES.contains(text) || NO.contains(text)) {
            return new Located.Scalar(text, YES.contains(text), line, column);
        }
        if (DECIMAL.matcher(text).matches()) {
            return new Located.Scalar(text, Double.valueOf(text), line, column);
        }
        if (OCTAL.matcher(text).matches()) {
            return new Located.Scalar(text, (double) Long.parseLong(text.substring(2), 8), line, column);
        }
        if (HEXADECIMAL.matcher(text).matches()) {
            return new Located.Scalar(text, (double) Long.parseLong(text.substring(2), 16), line, column);
        }
        return new Located.Scalar(text, text, line, column);
    }
}
