package io.holdfast.simulator.drill;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A day of the calendar, given by the caller: nothing here asks a clock.
 *
 * @param text the day as {@code 2026-11-26}
 */
public record DrillDay(String text) implements Comparable<DrillDay> {

    private static final Pattern SHAPE = Pattern.compile("(\\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])");

    /** Checks the shape. */
    public DrillDay {
        if (!SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no day. Write year, month and day, such as 2026-11-26.");
        }
    }

    /** The day that a value of a file states, if it states one; what follows the day, such as an hour, is left out. */
    public static Optional<DrillDay> find(Object value) {
        Matcher matcher = SHAPE.matcher(value.toString());
        return matcher.lookingAt() ? Optional.of(new DrillDay(matcher.group())) : Optional.empty();
    }

    /** The same day a year before; the 29th of February stays one, which no day of the year before comes after. */
    public DrillDay yearBefore() {
        int year = Integer.parseInt(text.substring(0, 4));
        return new DrillDay(String.format(java.util.Locale.ROOT, "%04d", Math.max(0, year - 1)) + text.substring(4));
    }

    @Override
    public int compareTo(DrillDay other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
