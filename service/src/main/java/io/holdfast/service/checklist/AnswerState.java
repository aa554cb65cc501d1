package io.holdfast.service.checklist;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What was found of one item. */
public enum AnswerState {
    /** It is as it is asked for. */
    @JsonProperty("met")
    MET,
    /** Some of it is; the reason says what is missing. */
    @JsonProperty("partly")
    PARTLY,
    /** It is not; the reason says why. */
    @JsonProperty("not-met")
    NOT_MET,
    /** It cannot be asked here; the reason says why. */
    @JsonProperty("not-applicable")
    NOT_APPLICABLE;

    /** The word of this in the API and the database, such as {@code not-met}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The state of a word. */
    public static Optional<AnswerState> findByWord(String word) {
        return Stream.of(values()).filter(each -> each.word().equals(word)).findFirst();
    }

    /** Every word. */
    public static List<String> words() {
        return Stream.of(values()).map(AnswerState::word).toList();
    }
}
