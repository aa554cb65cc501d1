package io.holdfast.service.plan.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.RecoveryMethod;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which steps belong to the recovery and which to the reconstitution. A step belongs to the recovery where it lies on the
 * driving path in some trial, or where half of the times it is done before the P95 of the element's return and it does
 * not merely retire an interim solution; and where a step of the recovery cannot start without it. All else rebuilds.
 */
final class Phases {

    private final Map<String, Double> driving = new HashMap<>();
    private final @Nullable Double returnP95;

    Phases(Id element, RunReading run) {
        JsonNode result = run.element(element);
        result.path("driving")
                .forEach(link ->
                        driving.put(link.path("id").asText(), link.path("share").asDouble()));
        returnP95 = RunReading.number(result.path("whenDisrupted"), "p95");
    }

    /** The share of trials in which a step lies on the driving path. */
    double driving(Draft draft) {
        RecoveryMethod method = draft.main().method();
        Id id = method.id();
        String word = id != null ? id.value() : Words.word(method.kind());
        return driving.getOrDefault(draft.element().id() + ":" + word, 0.0);
    }

    /** The steps of the recovery among all. */
    Set<Draft> recovery(List<Draft> drafts, Sequence sequence) {
        Set<Draft> chosen =
                new LinkedHashSet<>(drafts.stream().filter(this::isWaitedFor).toList());
        boolean grew = true;
        while (grew) {
            grew = chosen.addAll(chosen.stream()
                    .flatMap(draft -> sequence.before(draft).stream())
                    .toList());
        }
        return chosen;
    }

    private boolean isWaitedFor(Draft draft) {
        boolean inTime = returnP95 == null || draft.main().endsAt() <= returnP95;
        return driving(draft) > 0 || (draft.after() == null && inTime);
    }
}
