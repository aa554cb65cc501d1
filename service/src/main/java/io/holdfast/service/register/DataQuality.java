package io.holdfast.service.register;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.holdfast.service.register.web.EvidenceCounts;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.ElementType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How complete and fresh what is known of an element is (row M6).
 *
 * @param asked the facts that its control level asks for, with whether they are there
 * @param score facts that are there ÷ facts asked for, 0 to 1
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record DataQuality(List<Asked> asked, double score) {

    private static final Set<String> NO_CONFIGURATION = Set.of(
            "site", "location", "region", "team", "person", "procedure", "document", "supplier", "service", "process");
    private static final Set<String> DATA_STORES = Set.of("database", "storage", "cloud");

    /**
     * A fact that is asked for.
     *
     * @param fact {@code owner}, {@code place}, {@code verified}, {@code version}, {@code document}, {@code country}, {@code configurations} or
     *     {@code evidence}
     * @param there whether it is there, and fresh where it ages
     * @param limit how many of it, or how many months it stays fresh; null where it is there or not
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Asked(
            String fact, boolean there, @Nullable Integer limit) {}

    /** Copies the list. */
    public DataQuality {
        asked = List.copyOf(asked);
    }

    /**
     * The quality of an element: its owner, its place where it is a thing that has one, and a verification within 24, 12 or 6 months are always asked
     * for; from standard on a document, and of technical assets a version, of data stores their country; when strict, two kept configurations of
     * technical assets, and that none of its times rests on a default.
     */
    public static DataQuality of(Element element, ControlLevel level, LocalDate today) {
        ElementFacts facts = ElementFacts.of(element);
        boolean technical = element.type() == ElementType.ASSET && !NO_CONFIGURATION.contains(element.kind());
        List<Asked> asked = new ArrayList<>();
        String owner = element.label().owner();
        asked.add(new Asked("owner", owner != null && !owner.isBlank(), null));
        if (technical && !element.kind().equals("cloud")) {
            asked.add(new Asked("place", element.site() != null || facts.hasText("location"), null));
        }
        int months = level.months();
        asked.add(new Asked("verified", isFresh(facts, today.minusMonths(months), today), months));
        if (level != ControlLevel.BASIC) {
            asked.add(new Asked("document", facts.count("documents") > 0, 1));
            if (technical) {
                asked.add(new Asked("version", facts.hasText("software") || facts.hasText("firmware"), null));
            }
            if (DATA_STORES.contains(element.kind())) {
                asked.add(new Asked("country", facts.hasText("country"), null));
            }
        }
        if (level == ControlLevel.STRICT) {
            if (technical) {
                asked.add(new Asked("configurations", facts.count("configurations") >= 2, 2));
            }
            asked.add(new Asked("evidence", EvidenceCounts.of(element).defaulted() == 0, null));
        }
        long there = asked.stream().filter(Asked::there).count();
        return new DataQuality(asked, (double) there / asked.size());
    }

    private static boolean isFresh(ElementFacts facts, LocalDate oldest, LocalDate today) {
        return facts.day("verified")
                .filter(day -> !day.isBefore(oldest) && !day.isAfter(today))
                .isPresent();
    }
}
