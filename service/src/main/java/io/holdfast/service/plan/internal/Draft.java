package io.holdfast.service.plan.internal;

import io.holdfast.simulator.model.Element;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A step before it has a number.
 *
 * @param element what is recovered
 * @param main the method that the run used most
 * @param otherwise the element's other methods
 * @param after the step whose interim solution this one retires, or null
 * @param position the place of its element in what the plan's element runs on
 */
record Draft(
        Element element,
        Use main,
        List<Use> otherwise,
        @Nullable Draft after,
        int position) {

    /**
     * The steps of an element: one for its first recovery, and one for what the run does after an interim solution. None
     * where no method was used.
     */
    static List<Draft> of(Element element, RunReading run, int position) {
        List<Use> uses = Use.of(element, run);
        List<Use> first = new ArrayList<>();
        List<Use> later = new ArrayList<>();
        Use interim = null;
        for (Use use : uses) {
            boolean follows = interim != null
                    && use.method().capacity() > interim.method().capacity();
            (follows ? later : first).add(use);
            if (interim == null && use.wasUsed() && use.isInterim()) {
                interim = use;
            }
        }
        List<Draft> drafts = new ArrayList<>();
        Optional<Use> main = mostUsed(first);
        main.ifPresent(use -> drafts.add(new Draft(element, use, without(uses, use), null, position)));
        mostUsed(later)
                .ifPresent(use -> drafts.add(new Draft(
                        element, use, without(later, use), drafts.isEmpty() ? null : drafts.getFirst(), position)));
        return drafts;
    }

    /** An element has at most one first recovery and one after an interim solution. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Draft draft
                && element.id().equals(draft.element.id())
                && (after == null) == (draft.after == null);
    }

    @Override
    public int hashCode() {
        return element.id().hashCode();
    }

    private static Optional<Use> mostUsed(List<Use> uses) {
        return uses.stream()
                .filter(Use::wasUsed)
                .max(Comparator.comparingDouble(Use::share)
                        .thenComparing(Comparator.comparingInt(uses::indexOf).reversed()));
    }

    private static List<Use> without(List<Use> uses, Use main) {
        List<Use> rest = new ArrayList<>(uses);
        rest.remove(main);
        return rest;
    }
}
