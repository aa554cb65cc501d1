package io.holdfast.service.learning;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.holdfast.service.drill.DrillWords;
import io.holdfast.simulator.learning.InputRef;
import io.holdfast.simulator.learning.Measured;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An actual as it is shown, and kept in the audit.
 *
 * @param id its number
 * @param event what people call the drill or the incident
 * @param kind drill, incident or maintenance
 * @param types the types of a drill
 * @param announced whether the participants of a drill knew the date
 * @param date the day on which it happened
 * @param input the number of the model, by its address
 * @param owner the element, team, contact or scenario, by id
 * @param method the method, or null
 * @param quantity which number
 * @param number counts equal ones from 1
 * @param hours how long it took or was watched, or null
 * @param finished whether what took time came to its end, or null
 * @param successes how often it succeeded, or null
 * @param failures how often it did not, or null
 * @param occurrences how often it happened, or null
 * @param note what people want to know of it
 * @param drillPlan the drill plan that it was taken from, or null
 * @param withdrawnAt when it was taken back, or null
 * @param withdrawnBy who did, or null
 * @param reason why, or null
 * @param supersededBy the actual in its place, or null
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ActualRow(
        long id,
        String event,
        String kind,
        List<String> types,
        boolean announced,
        LocalDate date,
        String input,
        String owner,
        @Nullable String method,
        String quantity,
        int number,
        @Nullable Double hours,
        @Nullable Boolean finished,
        @Nullable Integer successes,
        @Nullable Integer failures,
        @Nullable Integer occurrences,
        String note,
        @Nullable Long drillPlan,
        Instant enteredAt,
        String enteredBy,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawnBy,
        @Nullable String reason,
        @Nullable Long supersededBy) {

    /** The row of an actual. */
    public static ActualRow of(Actual actual) {
        InputRef input = actual.measured().input();
        Occasion occasion = actual.occasion();
        Measured.Took took = actual.measured() instanceof Measured.Took it ? it : null;
        Measured.Tried tried = actual.measured() instanceof Measured.Tried it ? it : null;
        Measured.Watched watched = actual.measured() instanceof Measured.Watched it ? it : null;
        Actual.Withdrawal withdrawal = actual.withdrawal();
        return new ActualRow(
                actual.id(),
                occasion.name(),
                occasion.kind().name().toLowerCase(Locale.ROOT),
                DrillWords.words(occasion.types()),
                occasion.announced(),
                occasion.on(),
                input.address(),
                input.owner().value(),
                input.method(),
                input.quantity().word(),
                input.number(),
                took != null ? Double.valueOf(took.hours()) : watched != null ? Double.valueOf(watched.hours()) : null,
                took == null ? null : took.finished(),
                tried == null ? null : tried.successes(),
                tried == null ? null : tried.failures(),
                watched == null ? null : watched.events(),
                actual.note(),
                actual.drillPlan(),
                actual.enteredAt(),
                actual.enteredBy(),
                withdrawal == null ? null : withdrawal.at(),
                withdrawal == null ? null : withdrawal.by(),
                withdrawal == null ? null : withdrawal.reason(),
                withdrawal == null ? null : withdrawal.supersededBy());
    }
}
