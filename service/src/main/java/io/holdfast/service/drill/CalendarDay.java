package io.holdfast.service.drill;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A day that the calendar says something about.
 *
 * @param date the day, in the organisation's time zone
 * @param kind what it is
 * @param name what people call it
 */
public record CalendarDay(LocalDate date, Kind kind, String name) {

    /** What a calendar can say about a day. */
    public enum Kind {
        /** Nobody works. */
        HOLIDAY("holiday"),
        /** A day of the weekend on which people work. */
        MAKE_UP_WORKDAY("make-up-workday"),
        /** People work, but no drill may take place. */
        BLACKOUT("blackout");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The word in files, tables and answers. */
        public String word() {
            return word;
        }

        /** The kind of a word, if there is one. */
        public static Optional<Kind> find(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word.equals(word))
                    .findFirst();
        }

        /** All words, in order. */
        public static List<String> words() {
            return Arrays.stream(values()).map(Kind::word).toList();
        }
    }
}
