package io.holdfast.service.learning.internal;

import io.holdfast.service.learning.Actual;
import io.holdfast.service.learning.KeptInput;
import io.holdfast.service.learning.Occasion;
import io.holdfast.service.learning.Preview.LeftOut;
import io.holdfast.simulator.learning.InputRef;
import io.holdfast.simulator.learning.Measured;
import io.holdfast.simulator.learning.ModelInput;
import io.holdfast.simulator.learning.PastEvent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Actuals as the events that the simulator learns from, in the order in which they happened, without those that cannot be learned
 * from. One use an instance.
 */
final class PastEvents {

    private final Map<Occasion, List<Actual>> byOccasion = new LinkedHashMap<>();
    private final Map<Occasion, String> names = new HashMap<>();
    private final List<LeftOut> leftOut = new ArrayList<>();

    PastEvents(List<Actual> holding, Map<InputRef, ModelInput> inputs, List<KeptInput> kept) {
        Map<InputRef, LocalDate> since = new HashMap<>();
        kept.forEach(each -> {
            if (each.since() != null) {
                since.put(each.ref(), each.since());
            }
        });
        Map<String, Integer> used = new HashMap<>();
        for (Actual actual : holding) {
            Occasion occasion = actual.occasion();
            names.computeIfAbsent(occasion, each -> unique(used, each));
            InputRef ref = actual.measured().input();
            LocalDate from = since.get(ref);
            if (!fits(actual.measured(), inputs.get(ref))) {
                leaveOut(actual, "gone");
            } else if (from != null && occasion.on().isBefore(from)) {
                leaveOut(actual, "stated-anew");
            } else {
                byOccasion.computeIfAbsent(occasion, each -> new ArrayList<>()).add(actual);
            }
        }
    }

    private static String unique(Map<String, Integer> used, Occasion occasion) {
        String name = occasion.name() + " " + occasion.on();
        int times = used.merge(name, 1, Integer::sum);
        return times == 1 ? name : name + " #" + times;
    }

    private static boolean fits(Measured measured, @org.jspecify.annotations.Nullable ModelInput input) {
        return switch (measured) {
            case Measured.Took ignored -> input instanceof ModelInput.Hours;
            case Measured.Tried ignored -> input instanceof ModelInput.Chance;
            case Measured.Watched ignored -> input instanceof ModelInput.Rate;
        };
    }

    void leaveOut(Actual actual, String reason) {
        leftOut.add(new LeftOut(
                actual.id(), nameOf(actual), actual.measured().input().address(), reason));
    }

    String nameOf(Actual actual) {
        return names.getOrDefault(actual.occasion(), actual.occasion().name());
    }

    List<LeftOut> leftOut() {
        return leftOut;
    }

    /** The actuals of the events, in the order of {@link #events}. */
    List<Actual> actuals() {
        return byOccasion.values().stream().flatMap(List::stream).toList();
    }

    List<PastEvent> events() {
        List<PastEvent> events = new ArrayList<>();
        byOccasion.forEach((occasion, actuals) -> events.add(new PastEvent(
                nameOf(actuals.getFirst()),
                occasion.kind(),
                occasion.types(),
                occasion.announced(),
                actuals.stream().map(Actual::measured).toList())));
        return events;
    }
}
