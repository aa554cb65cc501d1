package io.holdfast.service.drill.web;

import io.holdfast.service.drill.internal.DrillTexts;
import io.holdfast.service.kernel.web.ProblemException;
import io.micronaut.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/** What requests of this room have in common. */
final class Requests {

    private Requests() {}

    static DrillTexts requireTexts(String language) {
        return DrillTexts.find(language)
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.BAD_REQUEST,
                        "unknown-language",
                        "language is '" + language + "', but it must be one of "
                                + String.join(", ", DrillTexts.LANGUAGES) + "."));
    }

    static int requireYear(@Nullable Integer year) {
        if (year == null || year < 2000 || year > 2200) {
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST, "bad-year", "year is " + year + ", but it must lie between 2000 and 2200.");
        }
        return year;
    }

    static ProblemException noSchedule(int year) {
        return new ProblemException(
                HttpStatus.NOT_FOUND,
                "no-schedule",
                "No drills are planned for " + year + " yet. POST {\"year\": " + year
                        + "} to /api/drills/schedules plans them.");
    }
}
