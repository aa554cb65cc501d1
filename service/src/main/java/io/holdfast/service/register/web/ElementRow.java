package io.holdfast.service.register.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.holdfast.service.register.NeedGraph;
import io.holdfast.simulator.compile.EffectiveObjectives;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Id;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An element as a row of the register's list; hours, and ids as text. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ElementRow(
        String id,
        String type,
        String kind,
        @Nullable String name,
        Map<String, String> names,
        @Nullable String site,
        @Nullable String zone,
        @Nullable String owner,
        @Nullable Integer tier,
        int needsCount,
        int neededByCount,
        @Nullable Double rtoHours,
        EvidenceCounts evidence,
        @Nullable String externalKey) {

    /** The row of an element. */
    static ElementRow of(Element element, EffectiveObjectives goals, NeedGraph graph) {
        return new ElementRow(
                element.id().value(),
                word(element),
                element.kind(),
                element.label().name(),
                element.label().names(),
                text(element.site()),
                element.zone(),
                element.label().owner(),
                element.tier(),
                graph.needsOf(element.id()).size(),
                graph.neededBy(element.id()).size(),
                goals.objectives().rtoHours(),
                EvidenceCounts.of(element),
                element.label().externalKey());
    }

    static String word(Element element) {
        return element.type().name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String text(@Nullable Id id) {
        return id == null ? null : id.value();
    }

    /** What a search looks in: the id, the names, the kind, the owner and the key, in small letters, a line each. */
    String searched() {
        return Stream.concat(Stream.of(id, name, kind, owner, externalKey), names.values().stream())
                .filter(Objects::nonNull)
                .map(text -> Objects.requireNonNull(text).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("\n"));
    }
}
