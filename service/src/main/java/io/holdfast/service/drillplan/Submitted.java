package io.holdfast.service.drillplan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is frozen with a submission.
 *
 * @param prediction what the model said of the plan then
 * @param names what the elements, teams and the scenario that it names were called then, by id
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Submitted(@Nullable Prediction prediction, Map<String, Name> names) {

    /** Copies the names. */
    public Submitted {
        names = Collections.unmodifiableMap(new TreeMap<>(names));
    }

    /** What something is called in English and in Traditional Chinese. */
    public record Name(String en, String zhHant) {

        /** The name in a language. */
        public String in(String language) {
            return language.equals("zh-Hant") ? zhHant : en;
        }
    }
}
