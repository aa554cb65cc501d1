package io.holdfast.service.drillplan.web;

import io.holdfast.service.drillplan.PlanStage;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.QueryValue;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which plans are wanted; what is left out does not matter.
 *
 * @param q letters of the title, the leader or the number
 * @param stage a stage, or {@code open} for all that are neither closed nor called off
 * @param type only those of this type among others
 * @param year only those that count for it
 * @param element only those that drill it
 * @param scheduled only the one of this scheduled drill
 */
@Introspected
record PlansFilter(
        @Nullable @QueryValue String q,
        @Nullable @QueryValue String stage,
        @Nullable @QueryValue String type,
        @Nullable @QueryValue Integer year,
        @Nullable @QueryValue String element,
        @Nullable @QueryValue String scheduled) {

    List<PlanRow> select(List<PlanRow> rows) {
        String letters = q == null ? "" : q.strip().toLowerCase(Locale.ROOT);
        return rows.stream()
                .filter(row -> letters.isEmpty() || matches(row, letters))
                .filter(row -> isIn(row.stage()))
                .filter(row -> type == null || row.types().contains(type))
                .filter(row -> year == null || row.year() == year)
                .filter(row -> element == null || row.scope().contains(element))
                .filter(row -> scheduled == null || scheduled.equals(row.scheduledUid()))
                .toList();
    }

    private static boolean matches(PlanRow row, String letters) {
        String leader = row.leader() == null ? "" : row.leader();
        return List.of(row.title(), leader, "d-" + row.id()).stream()
                .anyMatch(each -> each.toLowerCase(Locale.ROOT).contains(letters));
    }

    private boolean isIn(PlanStage found) {
        return switch (stage) {
            case null -> true;
            case "open" -> found != PlanStage.CLOSED && found != PlanStage.CANCELLED;
            default -> found.word().equals(stage);
        };
    }
}
