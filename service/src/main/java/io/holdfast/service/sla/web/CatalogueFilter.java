package io.holdfast.service.sla.web;

import io.holdfast.service.sla.AgreementRow;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which entries of the catalogue somebody wants to see. */
final class CatalogueFilter {

    private CatalogueFilter() {}

    static List<AgreementRow> of(
            List<AgreementRow> rows, @Nullable String q, @Nullable String kind, @Nullable String verdict) {
        return rows.stream()
                .filter(row -> verdict == null || row.verdict().equals(verdict))
                .filter(row -> kind == null || isOf(row, kind))
                .filter(row -> q == null || matches(row, q.strip().toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static boolean isOf(AgreementRow row, String kind) {
        boolean promises = kind.equals("sla") && row.period() != null;
        return promises
                || row.agreements().stream().anyMatch(each -> each.kind().equals(kind));
    }

    private static boolean matches(AgreementRow row, String letters) {
        Stream<@Nullable String> words = Stream.concat(
                Stream.of(row.thing().id(), row.thing().name(), row.owner()),
                Stream.concat(
                        row.thing().names().values().stream(),
                        row.agreements().stream().map(AgreementRow.Brief::counterparty)));
        return words.anyMatch(
                each -> each != null && each.toLowerCase(Locale.ROOT).contains(letters));
    }
}
