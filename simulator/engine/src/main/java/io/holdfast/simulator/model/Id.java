package io.holdfast.simulator.model;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name by which one part of a model refers to another. Ids of all kinds share one namespace in a model.
 *
 * @param value lower-case letters, digits, dot, underscore and hyphen, starting with a letter or digit
 */
public record Id(String value) implements Comparable<Id> {

    private static final Pattern ALLOWED = Pattern.compile("[a-z0-9][a-z0-9._-]*");
    private static final Pattern OTHER = Pattern.compile("[^a-z0-9._-]");

    /** Checks the pattern; throws {@link IllegalArgumentException} when it does not match. */
    public Id {
        Require.that(isValid(value), Rule.ID_PATTERN, "value", value);
    }

    /** The id with this text; throws {@link IllegalArgumentException} when the pattern does not match. */
    public static Id of(String value) {
        return new Id(value);
    }

    /** Whether the text may be an id. */
    public static boolean isValid(String value) {
        return ALLOWED.matcher(value).matches();
    }

    /**
     * The id of an imported thing: {@code source.key}, the key in lower case with every other character turned into a
     * hyphen.
     *
     * @param source the importer's own id, such as {@code netbox}
     * @param externalKey the key in the foreign system, such as {@code device:12}
     */
    public static Id imported(String source, String externalKey) {
        return new Id(source + "."
                + OTHER.matcher(externalKey.toLowerCase(Locale.ROOT)).replaceAll("-"));
    }

    @Override
    public int compareTo(Id other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
