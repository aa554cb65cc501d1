package io.holdfast.simulator.rare;

import io.holdfast.simulator.compile.CompiledModel;
import io.holdfast.simulator.engine.TrialOutcome;
import io.holdfast.simulator.model.Objectives;
import io.holdfast.simulator.sampling.Ticks;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Which questions have a meaning for an element, and whether their events happened in a trial. Immutable. */
final class ElementEvents {

    private final int element;
    private final List<RareQuestion> questions = new ArrayList<>();
    private final long rtoTicks;
    private final long mtpdTicks;
    private final long wrtTicks;

    ElementEvents(CompiledModel model, int element) {
        this.element = element;
        Objectives goals = model.elements().objectives(element).objectives();
        rtoTicks = Ticks.ofHours(Objects.requireNonNullElse(goals.rtoHours(), 0.0));
        mtpdTicks = Ticks.ofHours(Objects.requireNonNullElse(goals.mtpdHours(), 0.0));
        wrtTicks = Ticks.ofHours(Objects.requireNonNullElse(goals.wrtHours(), 0.0));
        for (RareQuestion question : RareQuestion.values()) {
            boolean asked = switch (question) {
                case DISRUPTED, NEVER -> true;
                case NOT_WITHIN_RTO -> goals.rtoHours() != null;
                case NOT_WITHIN_MTPD -> goals.mtpdHours() != null;
            };
            if (asked) {
                questions.add(question);
            }
        }
    }

    /** The element's number. */
    int element() {
        return element;
    }

    /** The questions. */
    List<RareQuestion> questions() {
        return List.copyOf(questions);
    }

    /** Whether the event of a question happened. */
    boolean happened(RareQuestion question, TrialOutcome outcome) {
        if (!outcome.isTouched(element) || !outcome.disrupted(element)) {
            return false;
        }
        long time = outcome.recoveryTicks(element);
        return switch (question) {
            case DISRUPTED -> true;
            case NOT_WITHIN_RTO -> time > rtoTicks;
            case NOT_WITHIN_MTPD -> time == Ticks.NEVER || time + wrtTicks > mtpdTicks;
            case NEVER -> time == Ticks.NEVER;
        };
    }
}
