package io.holdfast.service.exchange.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Cells as people write them: numbers with separators, times with units, yes and no, lists; in Chinese and English. */
final class PlainCell {

    private static final Pattern NUMBER = Pattern.compile("[+-]?(?:[0-9]{1,15})?(?:\\.[0-9]{1,9})?");
    private static final Pattern DIGITS_AND_COMMAS = Pattern.compile("[0-9][0-9.,]*");
    private static final Pattern GROUPED = Pattern.compile("[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\\.[0-9]+)?");
    private static final Pattern WORKING_TIME =
            Pattern.compile("工作[天日時]|工作小時|(?:working|business|work)[ -]?(?:day|hour)");
    private static final Pattern PART =
            Pattern.compile("\\s*([0-9]{1,9}(?:\\.[0-9]{1,9})?)\\s*([a-z]+|[\\u4e00-\\u9fff]+)?\\s*");
    private static final Pattern SEPARATOR = Pattern.compile("[;；、\\n\\r]+");
    private static final int DIGITS = 6;

    /** How many minutes a unit has. */
    private static final Map<String, BigDecimal> MINUTES = Map.ofEntries(
            unit("min", 1),
            unit("mins", 1),
            unit("m", 1),
            unit("minute", 1),
            unit("minutes", 1),
            unit("分", 1),
            unit("分鐘", 1),
            unit("h", 60),
            unit("hr", 60),
            unit("hrs", 60),
            unit("hour", 60),
            unit("hours", 60),
            unit("時", 60),
            unit("小時", 60),
            unit("個小時", 60),
            unit("鐘頭", 60),
            unit("d", 1440),
            unit("day", 1440),
            unit("days", 1440),
            unit("天", 1440),
            unit("日", 1440),
            unit("w", 10_080),
            unit("week", 10_080),
            unit("weeks", 10_080),
            unit("週", 10_080),
            unit("周", 10_080),
            unit("星期", 10_080));

    /** The units that a column may have. */
    static final List<String> UNITS = List.of("min", "h", "d", "w");

    private static final Set<String> NOTHING = Set.of("-", "--", "—", "–", "n/a", "na", "無", "不適用", "none", "nil");
    private static final Set<String> YES = Set.of("yes", "y", "true", "1", "是", "有", "v", "✓", "○");
    private static final Set<String> NO = Set.of("no", "n", "false", "0", "否", "無", "沒有");

    private PlainCell() {}

    private static Map.Entry<String, BigDecimal> unit(String name, int minutes) {
        return Map.entry(name, BigDecimal.valueOf(minutes));
    }

    /** Wide characters as narrow ones, in small letters, without blanks around. */
    static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }

    /** Whether a cell says that there is nothing. */
    static boolean isNothing(String text) {
        return NOTHING.contains(folded(text));
    }

    /** A number in its shortest form. */
    static Optional<String> number(String text) {
        return ungrouped(folded(text))
                .filter(plain -> plain.chars().anyMatch(Character::isDigit)
                        && NUMBER.matcher(plain).matches())
                .map(plain -> CellText.number(plain.replaceFirst("^\\+", "")));
    }

    /**
     * A text whose numbers have no thousands separators any more, wide characters as narrow ones; nothing where a comma stands in a
     * number that does not separate thousands, as in 0,125 or 1,2345.
     */
    static Optional<String> ungrouped(String text) {
        String narrow = narrow(text);
        Matcher number = DIGITS_AND_COMMAS.matcher(narrow);
        StringBuilder plain = new StringBuilder();
        while (number.find()) {
            String digits = number.group();
            if (digits.indexOf(',') >= 0 && !GROUPED.matcher(digits).matches()) {
                return Optional.empty();
            }
            number.appendReplacement(plain, digits.replace(",", ""));
        }
        return Optional.of(number.appendTail(plain).toString());
    }

    private static String narrow(String text) {
        return text.codePoints()
                .map(each -> each >= 0xFF01 && each <= 0xFF5E ? each - 0xFEE0 : each)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Whether a text counts in working time, whose hours nobody says. */
    static boolean isWorkingTime(String text) {
        return WORKING_TIME.matcher(folded(text)).find();
    }

    /** Why a cell of a kind cannot be read, with a way out, where there is more to say than that it is none. */
    static Optional<String> why(FieldForm form, String text) {
        boolean counts = form != FieldForm.TRUTH;
        if (counts && ungrouped(text).isEmpty()) {
            return Optional.of(
                    "has a comma that does not separate thousands, as those of 1,234 and 12,345,678 do. Write a"
                            + " decimal point, as 0.125, or leave the comma out");
        }
        if (form == FieldForm.HOURS && isWorkingTime(text)) {
            return Optional.of(
                    "counts in working time, and how long that is by the clock depends on weekends and shifts."
                            + " Write hours or days by the clock, as 72 h or 3 天");
        }
        return !counts && folded(text).equals("x")
                ? Optional.of("may be yes (a box with a cross) or no (○ and X). Say what the value stands for")
                : Optional.empty();
    }

    /** A share: a number from 0 to 1, or per cent. */
    static Optional<String> share(String text) {
        String plain = folded(text);
        return plain.endsWith("%")
                ? number(plain.substring(0, plain.length() - 1))
                        .map(each -> CellText.number(
                                new BigDecimal(each).movePointLeft(2).toPlainString()))
                : number(plain);
    }

    /** Hours: numbers with units, one after the other, else one number in the unit of the column. */
    static Optional<String> hours(String text, String unit) {
        String plain = ungrouped(folded(text)).orElse("");
        BigDecimal minutes = BigDecimal.ZERO;
        Matcher part = PART.matcher(plain);
        int at = 0;
        while (part.find() && part.start() == at && part.end() > at) {
            boolean bare = part.group(2) == null;
            if (bare && (at > 0 || part.end() < plain.length())) {
                return Optional.empty();
            }
            BigDecimal each = MINUTES.get(bare ? unit : part.group(2));
            if (each == null) {
                return Optional.empty();
            }
            minutes = minutes.add(new BigDecimal(part.group(1)).multiply(each));
            at = part.end();
        }
        return at == 0 || at < plain.length()
                ? Optional.empty()
                : Optional.of(CellText.number(minutes.divide(BigDecimal.valueOf(60), MathContext.DECIMAL64)
                        .setScale(DIGITS, RoundingMode.HALF_UP)
                        .toPlainString()));
    }

    /** Whether a word is a unit of times, and which of the column's units it is. */
    static Optional<String> findUnit(String word) {
        BigDecimal minutes = MINUTES.get(folded(word));
        return minutes == null
                ? Optional.empty()
                : UNITS.stream()
                        .filter(each ->
                                MINUTES.getOrDefault(each, BigDecimal.ZERO).compareTo(minutes) == 0)
                        .findFirst();
    }

    /** Yes or no as true or false. */
    static Optional<String> truth(String text) {
        String plain = folded(text);
        return YES.contains(plain) ? Optional.of("true") : NO.contains(plain) ? Optional.of("false") : Optional.empty();
    }

    /** The members of a cell with several: between semicolons, 、 or line breaks. */
    static List<String> members(String text) {
        return split(SEPARATOR.split(text, -1)).toList();
    }

    /** The same between commas. */
    static List<String> byComma(String text) {
        return split(text.split("[,，]", -1)).toList();
    }

    private static Stream<String> split(String[] parts) {
        return Arrays.stream(parts).map(String::strip).filter(each -> !each.isEmpty());
    }
}
