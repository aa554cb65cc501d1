package io.holdfast.service.drillplay;

import io.holdfast.service.drillplay.internal.PlayWords;
import io.holdfast.simulator.play.Day;
import org.jspecify.annotations.Nullable;

/**
 * A play that has ended.
 *
 * @param play the play, with its ending
 * @param decisions how many decisions people made in it
 */
public record EndedPlay(Play play, int decisions) {

    /** How lucky its day was: lucky, median, unlucky or very-unlucky; null of a day that was chosen by its number. */
    public @Nullable String dayWord() {
        Day day = play.day();
        return day == null ? null : PlayWords.word(day);
    }
}
