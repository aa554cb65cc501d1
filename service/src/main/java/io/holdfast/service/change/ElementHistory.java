package io.holdfast.service.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.holdfast.service.approval.ChangedLine;
import io.holdfast.service.audit.Audit;
import io.holdfast.service.audit.AuditEntry;
import io.holdfast.service.audit.AuditQuery;
import io.holdfast.service.register.Register;
import io.holdfast.simulator.model.Id;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who changed an element, when and what: the audit of its entry in the register, without what else the audit knows. A change of the
 * whole register at once, such as an import, is one entry of the audit and stands in no element's history; a baseline before and
 * after tells those. For any number of threads.
 */
@Singleton
public class ElementHistory {

    private static final Set<String> TYPES = Set.of("asset", "service", "process");

    private final Audit audit;
    private final Register register;

    ElementHistory(Audit audit, Register register) {
        this.audit = audit;
        this.register = register;
    }

    /**
     * One change of an element's entry.
     *
     * @param number of the entry in the audit
     * @param at when
     * @param did {@code create}, {@code replace} or {@code remove}
     * @param by the sign-in name of who did it; null where it was redacted
     * @param lines where the entry differs; empty where it is new or gone, or the audit was redacted
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Line(
            long number, Instant at, String did, @Nullable String by, List<ChangedLine> lines) {}

    /** A part of a history, from the newest, and how many lines there are. */
    public record Part(List<Line> items, int total) {}

    /** The history of an element that there is, or was. */
    public Part list(String id, int page, int size) {
        List<String> types = types(id);
        if (types.size() == 1) {
            AuditQuery query = query(types.getFirst(), id);
            return new Part(lines(audit.listEntries(query, page, size)), audit.countEntries(query));
        }
        int total = types.stream()
                .mapToInt(type -> audit.countEntries(query(type, id)))
                .sum();
        int most = (int) Math.min(total, (page + 1L) * size);
        List<AuditEntry> newest = types.stream()
                .flatMap(type -> audit.listEntries(query(type, id), 0, most).stream())
                .sorted(Comparator.comparingLong(AuditEntry::number).reversed())
                .skip((long) page * size)
                .limit(size)
                .toList();
        return new Part(lines(newest), total);
    }

    private static AuditQuery query(String type, String id) {
        return new AuditQuery(null, type, type, id, null, null);
    }

    /** An element that is gone may have been of any type. */
    private List<String> types(String id) {
        return Id.isValid(id)
                ? register.findState()
                        .flatMap(state -> state.findElement(Id.of(id)))
                        .map(element -> List.of(element.type().name().toLowerCase(Locale.ROOT)))
                        .orElse(List.copyOf(TYPES))
                : List.copyOf(TYPES);
    }

    private static List<Line> lines(List<AuditEntry> entries) {
        return entries.stream()
                .map(entry -> new Line(
                        entry.number(),
                        entry.at(),
                        entry.action().replaceFirst(".*\\.", ""),
                        entry.actor(),
                        lines(entry.detail())))
                .toList();
    }

    private static List<ChangedLine> lines(@Nullable JsonNode detail) {
        JsonNode tree = detail == null ? JsonNodeFactory.instance.objectNode() : detail;
        return Stream.of("before", "after").allMatch(tree::hasNonNull)
                ? ChangedLine.listEveryBetween(tree.path("before"), tree.path("after"))
                : List.of();
    }
}
