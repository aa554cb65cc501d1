package io.holdfast.service.change.web;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.QueryValue;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which changes somebody asks for; what is null does not narrow.
 *
 * @param q letters of a title, an implementer, a number such as C-12 or an element's id
 * @param state a state, {@code open} for all that are neither closed nor called off, {@code overdue}
 * @param kind what is changed
 * @param route ordinary or emergency
 * @param risk low, medium or high
 * @param outcome success, partly or backed-out
 * @param element only those that touch it
 * @param from only those whose window ends on this day or later, in the organisation's time
 * @param to only those whose window begins on this day or earlier
 */
@Introspected
record ChangesFilter(
        @Nullable @QueryValue String q,
        @Nullable @QueryValue String state,
        @Nullable @QueryValue String kind,
        @Nullable @QueryValue String route,
        @Nullable @QueryValue String risk,
        @Nullable @QueryValue String outcome,
        @Nullable @QueryValue String element,
        @Nullable @QueryValue LocalDate from,
        @Nullable @QueryValue LocalDate to) {

    List<ChangeRow> select(List<ChangeRow> rows) {
        String letters = q == null ? "" : q.strip().toLowerCase(Locale.ROOT);
        return rows.stream()
                .filter(row -> letters.isEmpty() || row.matches(letters))
                .filter(this::isInState)
                .filter(row -> kind == null || row.kind().word().equals(kind))
                .filter(row -> route == null || row.route().word().equals(route))
                .filter(row -> risk == null || row.risk().word().equals(risk))
                .filter(row -> outcome == null
                        || (row.outcome() != null && row.outcome().word().equals(outcome)))
                .filter(row -> element == null || row.elements().contains(element))
                .filter(this::isWithin)
                .toList();
    }

    private boolean isInState(ChangeRow row) {
        return switch (state) {
            case null -> true;
            case "open" -> !row.state().equals("closed") && !row.state().equals("cancelled");
            case "overdue" -> row.overdue();
            default -> row.state().equals(state);
        };
    }

    private boolean isWithin(ChangeRow row) {
        LocalDateTime begins = row.from();
        LocalDateTime ends = row.until() == null ? begins : row.until();
        boolean late = from == null || (ends != null && !ends.toLocalDate().isBefore(from));
        boolean early = to == null || (begins != null && !begins.toLocalDate().isAfter(to));
        return late && early;
    }
}
