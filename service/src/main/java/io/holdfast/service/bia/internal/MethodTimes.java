package io.holdfast.service.bia.internal;

import io.holdfast.service.bia.AnalysisView.MethodTime;
import io.holdfast.service.bia.Thing;
import io.holdfast.service.register.RegisterState;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Evidence;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.RecoveryMethod;
import io.holdfast.simulator.sampling.Sampler;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How long recovery methods work at the least: what the guideline calls RTO, beside the target of that name (row B4). */
final class MethodTimes {

    private static final double LEAST = 0.05;
    private static final double MIDDLE = 0.5;
    private static final double MOST = 0.95;

    private MethodTimes() {}

    /** An element's own methods, in the order in which people would prefer them. */
    static List<MethodTime> ofOwn(Element element) {
        List<Thing> way = List.of(Thing.of(element));
        return element.methods().stream().map(method -> of(way, method)).toList();
    }

    /**
     * Of all that an element cannot do without, that whose preferred method needs most time at the least: if all were lost at once
     * and recovered side by side, it could not be back sooner.
     */
    static Optional<MethodTime> longestOfChain(RegisterState state, Id id) {
        Ways ways = Ways.hardNeedsOf(state, id);
        Element longest = null;
        double least = -1;
        for (Id reached : ways.reached()) {
            Element element = state.findElement(reached).orElse(null);
            if (element != null && !element.methods().isEmpty()) {
                double hours = hours(element.methods().getFirst(), LEAST);
                if (hours > least) {
                    longest = element;
                    least = hours;
                }
            }
        }
        return longest == null
                ? Optional.empty()
                : Optional.of(of(ways.to(longest.id()), longest.methods().getFirst()));
    }

    private static MethodTime of(List<Thing> way, RecoveryMethod method) {
        Evidence evidence = method.duration().provenance().evidence();
        return new MethodTime(
                way,
                method.kind().name().toLowerCase(Locale.ROOT),
                method.label().name(),
                method.automatic(),
                hours(method, LEAST),
                hours(method, MIDDLE),
                hours(method, MOST),
                evidence == null ? null : evidence.name().toLowerCase(Locale.ROOT));
    }

    private static double hours(RecoveryMethod method, double share) {
        return Sampler.of(method.duration().distribution()).hours(share);
    }
}
