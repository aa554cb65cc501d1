package io.holdfast.service.learning;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was predicted of a drill when it was approved, and what came; in hours.
 *
 * @param plan the number of its plan
 * @param number the number that people use
 * @param title what it is called
 * @param on the day on which it ended
 * @param subject the element that was back, by id; null for the drill as a whole
 * @param names what that is called, by language; empty for the drill as a whole
 * @param p10 where the 80 % band begins
 * @param p50 the median; null where it falls among trials without end
 * @param p90 where the band ends; null likewise
 * @param hours what came
 * @param finished whether it came to its end; what did not counts for coverage only where the band had passed by then
 * @param inside whether what came lies in the band, its ends included
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record DrillForecast(
        long plan,
        String number,
        String title,
        LocalDate on,
        @Nullable String subject,
        Map<String, String> names,
        double p10,
        @Nullable Double p50,
        @Nullable Double p90,
        double hours,
        boolean finished,
        boolean inside) {}
