package io.holdfast.service.drillplay.internal;

import io.holdfast.simulator.engine.Occurrence;
import io.holdfast.simulator.play.Day;
import io.holdfast.simulator.play.Decision;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The words of plays in tables and answers: small, with hyphens. */
public final class PlayWords {

    private PlayWords() {}

    /** {@code lucky}, {@code median}, {@code unlucky} or {@code very-unlucky}. */
    public static String word(Day day) {
        return small(day);
    }

    /** {@code declare}, {@code choose}, {@code hold}, {@code resume} or {@code first}. */
    public static String word(Decision.Kind kind) {
        return small(kind);
    }

    /** What happened, as in {@code rto-missed}; {@code decided} for what people did. */
    public static String word(Occurrence.Kind kind) {
        return kind == Occurrence.Kind.MOVED ? "decided" : small(kind);
    }

    private static String small(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The day of a word. */
    public static Optional<Day> findDay(String word) {
        return Arrays.stream(Day.values()).filter(day -> word(day).equals(word)).findFirst();
    }

    /** The kind of decision of a word. */
    public static Optional<Decision.Kind> findKind(String word) {
        return Arrays.stream(Decision.Kind.values())
                .filter(kind -> word(kind).equals(word))
                .findFirst();
    }
}
