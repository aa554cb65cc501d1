package io.holdfast.service.sla.internal;

import io.holdfast.simulator.model.ServiceLevel.Period;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A calendar period in the organisation's zone.
 *
 * @param word as people write it: 2026-09, 2026-Q3 or 2026
 * @param kind what it is
 * @param start its first day
 * @param end the day after its last
 */
public record MeasuredPeriod(String word, Period kind, LocalDate start, LocalDate end) {

    private static final Pattern QUARTER = Pattern.compile("(\\d{4})-Q([1-4])");
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final BigDecimal SECONDS = BigDecimal.valueOf(3600);

    /** The period of a word, if it is one. */
    public static Optional<MeasuredPeriod> find(String word) {
        Matcher quarter = QUARTER.matcher(word);
        if (quarter.matches()) {
            int first = Integer.parseInt(quarter.group(2)) * 3 - 2;
            return from(word, Period.QUARTER, quarter.group(1) + (first < 10 ? "-0" : "-") + first);
        }
        if (MONTH.matcher(word).matches()) {
            return from(word, Period.MONTH, word);
        }
        return YEAR.matcher(word).matches() ? from(word, Period.YEAR, word + "-01") : Optional.empty();
    }

    private static Optional<MeasuredPeriod> from(String word, Period kind, String month) {
        try {
            LocalDate start = LocalDate.parse(month + "-01");
            return Optional.of(new MeasuredPeriod(
                    word,
                    kind,
                    start,
                    start.plusMonths(
                            switch (kind) {
                                case MONTH -> 1;
                                case QUARTER -> 3;
                                case YEAR -> 12;
                            })));
        } catch (DateTimeParseException e) {
            return Optional.empty(); // such as a thirteenth month: what is no day begins no period
        }
    }

    /** Its length in a zone: a day on which clocks change is longer or shorter. */
    public BigDecimal hours(ZoneId zone) {
        long seconds = Duration.between(start.atStartOfDay(zone), end.atStartOfDay(zone))
                .toSeconds();
        return BigDecimal.valueOf(seconds).divide(SECONDS, 6, RoundingMode.HALF_UP);
    }
}
