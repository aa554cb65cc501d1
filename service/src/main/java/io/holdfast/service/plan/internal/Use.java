package io.holdfast.service.plan.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.service.plan.Band;
import io.holdfast.service.plan.Chance;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.RecoveryMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A method of the model beside what the run says of it.
 *
 * @param method the method
 * @param used the share of trials in which it succeeded; null where it is not simulated
 * @param start when it began; null where it never succeeded
 * @param done when it ended; null where it never succeeded
 */
record Use(
        RecoveryMethod method,
        @Nullable Chance used,
        @Nullable Band start,
        @Nullable Band done) {

    /** The methods of an element in order of preference. The run lists those that it simulates, in the same order. */
    static List<Use> of(Element element, RunReading run) {
        JsonNode listed = run.element(element.id()).path("methods");
        List<Use> uses = new ArrayList<>();
        int next = 0;
        for (RecoveryMethod method : element.methods()) {
            JsonNode candidate = listed.path(next);
            if (isOf(candidate, method)) {
                next++;
                uses.add(new Use(
                        method,
                        RunReading.chance(candidate.path("used")),
                        RunReading.findBand(candidate.path("start")),
                        RunReading.findBand(candidate.path("done"))));
            } else {
                uses.add(new Use(method, null, null, null));
            }
        }
        return uses;
    }

    private static boolean isOf(JsonNode listed, RecoveryMethod method) {
        String id = method.id() == null ? null : method.id().value();
        return Words.word(method.kind()).equals(listed.path("method").asText())
                && Objects.equals(id, listed.path("id").textValue());
    }

    boolean wasUsed() {
        return share() > 0 && start != null && done != null;
    }

    double share() {
        return used == null ? 0 : used.estimate();
    }

    /** Whether it only bridges the time until something better. */
    boolean isInterim() {
        return method.capacity() < 1 || method.lasts() != null;
    }

    /** The P50 of its start; endless where it never succeeded. */
    double startsAt() {
        Double p50 = start == null ? null : start.p50();
        return p50 == null ? Double.POSITIVE_INFINITY : p50;
    }

    /** The P50 of its end; endless where it never succeeded. */
    double endsAt() {
        Double p50 = done == null ? null : done.p50();
        return p50 == null ? Double.POSITIVE_INFINITY : p50;
    }
}
