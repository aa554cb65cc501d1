package io.holdfast.service.plan.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.service.plan.Band;
import io.holdfast.service.plan.Chance;
import io.holdfast.service.plan.Named;
import io.holdfast.service.plan.Prerequisite;
import io.holdfast.service.plan.Step;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.MethodData;
import io.holdfast.simulator.model.Need;
import io.holdfast.simulator.model.RecoveryMethod;
import io.holdfast.simulator.model.UncertainHours;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes numbered drafts as steps. */
final class StepWriter {

    private final Words words;
    private final RunReading run;
    private final Sequence sequence;
    private final Phases phases;
    private final Map<Draft, Integer> numbers = new LinkedHashMap<>();

    /** Numbers the drafts in the given order, from 1. */
    StepWriter(Words words, RunReading run, Sequence sequence, Phases phases, List<Draft> ordered) {
        this.words = words;
        this.run = run;
        this.sequence = sequence;
        this.phases = phases;
        ordered.forEach(draft -> numbers.put(draft, numbers.size() + 1));
    }

    int number(Draft draft) {
        return Objects.requireNonNull(numbers.get(draft), "every draft has a number");
    }

    Step step(Draft draft) {
        Element element = draft.element();
        Use main = draft.main();
        RecoveryMethod method = main.method();
        UncertainHours lasts = method.lasts();
        Named owner = words.owner(method.label());
        return new Step(
                number(draft),
                words.named(element.id()),
                element.kind(),
                words.method(method),
                method.automatic(),
                owner == null ? words.owner(element.label()) : owner,
                words.crew(method),
                Sequence.startNeeds(element, method).stream()
                        .map(need -> prerequisite(draft, need))
                        .filter(each -> method.needs() != null || !each.steps().isEmpty())
                        .toList(),
                Objects.requireNonNullElse(main.used(), new Chance(0, 0, 1)),
                Objects.requireNonNullElse(main.start(), new Band(null, null)),
                Objects.requireNonNullElse(main.done(), new Band(null, null)),
                method.success(),
                method.capacity(),
                lasts == null
                        ? null
                        : Objects.requireNonNullElse(Words.evidence(lasts).word(), "unsaid"),
                phases.driving(draft),
                draft.otherwise().stream().map(use -> otherwise(draft, use)).toList(),
                copy(element, method.data()),
                Words.evidence(method.duration()));
    }

    private Prerequisite prerequisite(Draft draft, Need need) {
        List<Id> of = need.elements().distinct().toList();
        List<Integer> steps = of.stream()
                .flatMap(id -> sequence.bringing(id).stream())
                .filter(before -> !before.equals(draft))
                .map(this::number)
                .distinct()
                .sorted()
                .toList();
        Integer count = switch (need) {
            case Need.One one -> 1;
            case Need.AllOf all -> of.size();
            case Need.AtLeast some -> some.atLeast();
            case Need.Pool pool -> null;
        };
        Double minimum = need instanceof Need.Pool pool ? (Double) pool.minimum() : null;
        return new Prerequisite(count, minimum, of.stream().map(words::named).toList(), steps);
    }

    private Step.Otherwise otherwise(Draft draft, Use use) {
        Integer own = numbers.entrySet().stream()
                .filter(entry -> entry.getKey().main().equals(use)
                        && entry.getKey().element().id().equals(draft.element().id()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
        return new Step.Otherwise(
                words.method(use.method()),
                Words.states(use.method()),
                words.crew(use.method()),
                use.used(),
                use.start(),
                use.done(),
                own);
    }

    private Step.@Nullable Copy copy(Element element, @Nullable MethodData data) {
        JsonNode loss = run.element(element.id()).path("dataLoss");
        Band lost = RunReading.findBand(loss);
        return switch (data) {
            case null -> null;
            case MethodData.Replica replica -> new Step.Copy("replica", null, null, lost);
            case MethodData.Backup backup -> new Step.Copy("backup", backup.everyHours(), backup.usable(), lost);
        };
    }
}
