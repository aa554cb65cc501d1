package io.holdfast.service.register.web;

import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Evidence;
import io.holdfast.simulator.model.MethodData;
import io.holdfast.simulator.model.Need;
import io.holdfast.simulator.model.NeedTerms;
import io.holdfast.simulator.model.RecoveryMethod;
import io.holdfast.simulator.model.UncertainHours;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the times that stand on an element rest on; a time that does not say counts as default.
 *
 * @param measured times observed
 * @param contract times promised by a contract
 * @param expert times judged by somebody
 * @param defaulted times that nobody has said anything about; {@code default} in answers
 */
public record EvidenceCounts(
        int measured,
        int contract,
        int expert,

        @com.fasterxml.jackson.annotation.JsonProperty("default")
        int defaulted) {

    /** No times at all. */
    static final EvidenceCounts NONE = new EvidenceCounts(0, 0, 0, 0);

    /** These and others together. */
    EvidenceCounts plus(EvidenceCounts other) {
        return new EvidenceCounts(
                measured + other.measured,
                contract + other.contract,
                expert + other.expert,
                defaulted + other.defaulted);
    }

    /** Counts the times of an element: its restart, the holding of its needs, and those of its methods. */
    public static EvidenceCounts of(Element element) {
        Map<Evidence, Integer> counts = new EnumMap<>(Evidence.class);
        Stream<@Nullable UncertainHours> own = Stream.of(element.restart());
        Stream.concat(
                        Stream.concat(own, held(element.needs().stream())),
                        element.methods().stream().flatMap(EvidenceCounts::times))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .map(time -> Objects.requireNonNullElse(time.provenance().evidence(), Evidence.DEFAULT))
                .forEach(evidence -> counts.merge(evidence, 1, Integer::sum));
        return new EvidenceCounts(
                counts.getOrDefault(Evidence.MEASURED, 0),
                counts.getOrDefault(Evidence.CONTRACT, 0),
                counts.getOrDefault(Evidence.EXPERT, 0),
                counts.getOrDefault(Evidence.DEFAULT, 0));
    }

    private static Stream<@Nullable UncertainHours> times(RecoveryMethod method) {
        UncertainHours lag = method.data() instanceof MethodData.Replica replica ? replica.lag() : null;
        return Stream.of(method.duration(), method.lasts(), lag);
    }

    private static Stream<@Nullable UncertainHours> held(Stream<Need> needs) {
        return needs.map(Need::terms).map(NeedTerms::holdsFor);
    }
}
