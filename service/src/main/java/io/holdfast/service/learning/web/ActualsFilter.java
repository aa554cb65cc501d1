package io.holdfast.service.learning.web;

import io.holdfast.service.learning.ActualRow;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.QueryValue;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which actuals somebody asks for; what is null does not narrow.
 *
 * @param q letters of the event, the input or the note
 * @param kind drill, incident or maintenance
 * @param owner the id of what it was measured on
 * @param quantity which number
 * @param holding true for those that hold, false for withdrawn ones
 */
@Introspected
record ActualsFilter(
        @Nullable @QueryValue String q,
        @Nullable @QueryValue String kind,
        @Nullable @QueryValue String owner,
        @Nullable @QueryValue String quantity,
        @Nullable @QueryValue Boolean holding) {

    boolean takes(ActualRow row) {
        String letters = q == null ? "" : q.strip().toLowerCase(Locale.ROOT);
        return (kind == null || row.kind().equals(kind))
                && (owner == null || row.owner().equals(owner))
                && (quantity == null || row.quantity().equals(quantity))
                && (holding == null || holding == (row.withdrawnAt() == null))
                && Stream.of(row.event(), row.input(), row.note())
                        .anyMatch(each -> each.toLowerCase(Locale.ROOT).contains(letters));
    }
}
