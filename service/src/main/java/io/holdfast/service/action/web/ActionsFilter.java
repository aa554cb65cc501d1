package io.holdfast.service.action.web;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.QueryValue;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which actions somebody asks for; what is null does not narrow.
 *
 * @param q letters of a title, text, finding, owner or a number such as A-12
 * @param status a status, {@code pending} for what is still to be done, {@code overdue}
 * @param severity low, medium or high
 * @param category what has to change
 * @param element only those about it
 * @param source only those of a type of source, such as drill
 * @param sourceId only those of one source of that type
 * @param own whether only those of whoever asks
 */
@Introspected
record ActionsFilter(
        @Nullable @QueryValue String q,
        @Nullable @QueryValue String status,
        @Nullable @QueryValue String severity,
        @Nullable @QueryValue String category,
        @Nullable @QueryValue String element,
        @Nullable @QueryValue String source,
        @Nullable @QueryValue String sourceId,
        @Nullable @QueryValue Boolean own) {

    /** Those that are overdue first, then what is to be done by its day, then what is over, the newest first. */
    private static final Comparator<ActionView> ORDER = Comparator.<ActionView, Boolean>comparing(
                    row -> !row.progress().status().isPending())
            .thenComparing(
                    row -> row.progress().status().isPending() ? row.content().due() : null,
                    Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(ActionView::id, Comparator.reverseOrder());

    List<ActionView> select(List<ActionView> rows) {
        String letters = q == null ? "" : q.strip().toLowerCase(Locale.ROOT);
        return rows.stream()
                .filter(row -> letters.isEmpty() || row.matches(letters))
                .filter(this::isInStatus)
                .filter(row ->
                        severity == null || row.content().severity().word().equals(severity))
                .filter(row ->
                        category == null || row.content().category().word().equals(category))
                .filter(row -> element == null || element.equals(row.content().element()))
                .filter(row -> source == null || source.equals(row.source().type()))
                .filter(row -> sourceId == null || sourceId.equals(row.source().id()))
                .filter(row -> own == null || !own || row.own())
                .sorted(ORDER)
                .toList();
    }

    private boolean isInStatus(ActionView row) {
        return switch (status) {
            case null -> true;
            case "pending" -> row.progress().status().isPending();
            case "overdue" -> row.overdue();
            default -> row.progress().status().word().equals(status);
        };
    }
}
