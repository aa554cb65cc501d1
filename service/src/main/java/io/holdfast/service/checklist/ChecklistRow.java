package io.holdfast.service.checklist;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A checklist in a line: one that was begun, or one that is expected.
 *
 * @param template the template's id
 * @param templateNames what it is called, by language
 * @param variant its column; null where it has none, or where nobody has begun and so nobody has chosen one
 * @param thing what it is about
 * @param score how it stands; null where nobody has begun
 * @param lastChecked the newest day of a check, or null
 * @param nextCheck the earliest day on which somebody is to look again, or null
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ChecklistRow(
        String template,
        Map<String, String> templateNames,
        @Nullable String variant,
        CheckedThing thing,
        @Nullable Score score,
        @Nullable LocalDate lastChecked,
        @Nullable LocalDate nextCheck) {

    /** What is overdue or stale first, then what nobody has begun, then the rest by its share. */
    double urgency() {
        if (score == null) {
            return 0;
        }
        double share = score.share() == null ? 1 : score.share();
        return score.overdue() + score.stale() > 0 ? share - 2 : share + 1;
    }
}
