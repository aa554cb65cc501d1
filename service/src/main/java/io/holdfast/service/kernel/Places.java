package io.holdfast.service.kernel;

import java.util.regex.Pattern;

/**
 * The places of a sentence and what they are filled with. Wherever a value brings a Chinese character and a Latin letter or digit
 * together there is a space between the two; what stands within a value is left as it is. The web page does the same
 * (lib/spacing.ts). For any number of threads.
 */
public final class Places {

    private static final String HAN = "\\p{IsHan}";
    private static final String LATIN = "[\\p{IsLatin}\\p{Nd}]";
    private static final Pattern EDGES = Pattern.compile(
            "(?<=" + HAN + ")[\uE000\uE001]+(?=" + LATIN + ")|(?<=" + LATIN + ")[\uE000\uE001]+(?=" + HAN + ")");
    private static final Pattern MARKS = Pattern.compile("[\uE000\uE001]");

    private Places() {}

    /** A value as it is put into its place, with its ends marked until {@link #close} is called on the whole sentence. */
    public static String mark(String value) {
        return '\uE000' + value + '\uE001';
    }

    /** The sentence with spaces at the ends of its marked values where they are needed, and without the marks. */
    public static String close(String sentence) {
        return MARKS.matcher(EDGES.matcher(sentence).replaceAll(" ")).replaceAll("");
    }
}
