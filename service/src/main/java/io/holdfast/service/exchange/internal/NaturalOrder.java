package io.holdfast.service.exchange.internal;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The order in which people count: {@code device:2} before {@code device:10}. */
public final class NaturalOrder {

    private static final Pattern PART = Pattern.compile("[0-9]+|[^0-9]+");

    /** Compares text by text and numbers by their value; ties by the text itself. */
    public static final Comparator<String> TEXT = NaturalOrder::compare;

    private NaturalOrder() {}

    /** The order of things by one of their texts. */
    public static <T> Comparator<T> by(Function<T, String> text) {
        return Comparator.comparing(text, TEXT);
    }

    private static int compare(String a, String b) {
        Matcher first = PART.matcher(a);
        Matcher second = PART.matcher(b);
        while (true) {
            boolean more = first.find();
            boolean other = second.find();
            if (!more || !other) {
                int order = Boolean.compare(more, other);
                return order != 0 ? order : a.compareTo(b);
            }
            int order = comparePart(first.group(), second.group());
            if (order != 0) {
                return order;
            }
        }
    }

    private static int comparePart(String a, String b) {
        boolean numbers = isDigit(a.charAt(0)) && isDigit(b.charAt(0));
        return numbers ? new BigInteger(a).compareTo(new BigInteger(b)) : a.compareTo(b);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
