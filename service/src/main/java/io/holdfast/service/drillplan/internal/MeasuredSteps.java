package io.holdfast.service.drillplan.internal;

import io.holdfast.service.drillplan.PlanContent;
import io.holdfast.simulator.learning.Shown;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.MethodKind;
import io.holdfast.simulator.model.Need;
import io.holdfast.simulator.model.RecoveryMethod;
import io.holdfast.simulator.model.Team;
import io.holdfast.simulator.sampling.Sampler;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a drill that say what they measure: in the place of a template's one step of recovery, one for each element that the drill
 * brings back, with the method that it carries out. From them the drill's recovery times and its actuals come. Pure.
 */
final class MeasuredSteps {

    /** More steps than these nobody wants filled in. */
    private static final int MOST = 8;

    private static final int MINUTES = 60;
    private static final int ROUND = 5;

    private MeasuredSteps() {}

    /**
     * The steps with the one of recovery replaced; as they are where it is not among them, or where nothing in scope comes back in such a
     * way.
     *
     * @param at the id of the step of recovery, or null
     * @param type the type of drill whose template it is
     */
    static List<PlanContent.Step> in(
            List<PlanContent.Step> steps,
            @Nullable String at,
            String type,
            List<String> scope,
            ContinuityModel model,
            String language) {
        List<PlanContent.Step> filled = new ArrayList<>();
        for (PlanContent.Step step : steps) {
            List<PlanContent.Step> own = step.id().equals(at) ? of(step, type, scope, model, language) : List.of();
            if (own.isEmpty()) {
                filled.add(step);
            }
            filled.addAll(own);
        }
        return filled;
    }

    private static List<PlanContent.Step> of(
            PlanContent.Step step, String type, List<String> scope, ContinuityModel model, String language) {
        List<PlanContent.Step> steps = new ArrayList<>();
        for (Element element : reached(model, scope)) {
            Optional<RecoveryMethod> method = element.methods().stream()
                    .filter(each -> brings(type, each))
                    .findFirst();
            if (method.isPresent() && steps.size() < MOST) {
                steps.add(step(step, steps.size() + 1, element, method.get(), model, language));
            }
        }
        return steps;
    }

    private static boolean brings(String type, RecoveryMethod method) {
        return type.equals("live-failover") ? method.kind() == MethodKind.FAILOVER : Shown.isRestore(method);
    }

    /** What is in scope and what it runs on, nearest first. */
    private static List<Element> reached(ContinuityModel model, List<String> scope) {
        Map<Id, Element> byId = model.elementsById();
        Deque<Id> open =
                new ArrayDeque<>(scope.stream().filter(Id::isValid).map(Id::of).toList());
        Set<Id> seen = new LinkedHashSet<>(open);
        List<Element> found = new ArrayList<>();
        while (!open.isEmpty()) {
            Element next = byId.get(open.removeFirst());
            if (next != null) {
                found.add(next);
                next.needs().stream().flatMap(Need::elements).filter(seen::add).forEach(open::addLast);
            }
        }
        return found;
    }

    private static PlanContent.Step step(
            PlanContent.Step step,
            int number,
            Element element,
            RecoveryMethod method,
            ContinuityModel model,
            String language) {
        String id = element.id().value();
        String name = element.label().nameIn(language, id);
        boolean restore = Shown.isRestore(method);
        String title = language.equals("zh-Hant")
                ? (restore ? "還原" : "切換") + "「" + name + "」"
                : (restore ? "Restore " : "Switch ") + name;
        double median = Sampler.of(method.duration().distribution()).hours(0.5) * MINUTES;
        return new PlanContent.Step(
                step.id() + "-" + number,
                title,
                step.text(),
                method.crew().keySet().stream()
                        .filter(team -> model.teams().stream()
                                .anyMatch(each -> each.id().equals(team) && each.people()))
                        .findFirst()
                        .map(team -> team(model, team, language))
                        .orElse(step.role()),
                (int) Math.clamp(Math.ceil(median / ROUND) * ROUND, ROUND, PlanShape.MOST_MINUTES),
                id,
                nameOf(method),
                step.use(),
                id);
    }

    /** As inputs of learning name methods. */
    private static String nameOf(RecoveryMethod method) {
        Id id = method.id();
        return id == null ? method.kind().name().toLowerCase(Locale.ROOT) : id.value();
    }

    private static String team(ContinuityModel model, Id id, String language) {
        return model.teams().stream()
                .filter(team -> team.id().equals(id))
                .findFirst()
                .map(Team::label)
                .map(label -> label.nameIn(language, id.value()))
                .orElse(id.value());
    }
}
