package io.holdfast.service.drillplan.internal;

import io.holdfast.service.drill.DrillWords;
import io.holdfast.service.drillplan.PlanContent;
import io.holdfast.service.drillplan.Submitted;
import io.holdfast.service.kernel.web.Problem.Violation;
import io.holdfast.service.register.RegisterState;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Drill;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Label;
import io.holdfast.simulator.model.Team;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A drill plan as a written drill of the register's model. */
public final class PlannedModel {

    private static final String PREFIX = "holdfast.drill-plan-";

    private PlannedModel() {}

    /** The id under which a plan stands in its model: one that importers do not make. */
    public static Id id(long plan) {
        return Id.of(PREFIX + plan);
    }

    /** The model with the plan as one more drill. The day of the drill is not in it: it does not bear on what is estimated. */
    public static ContinuityModel of(ContinuityModel model, long plan, PlanContent content) {
        List<Drill> drills = new ArrayList<>(model.drills());
        drills.removeIf(each -> each.id().equals(id(plan)));
        drills.add(drill(model, plan, content));
        return new ContinuityModel(
                model.label(),
                model.currency(),
                model.timeZone(),
                model.sites(),
                model.teams(),
                model.contacts(),
                model.elements(),
                model.plans(),
                model.scenarios(),
                drills);
    }

    private static Drill drill(ContinuityModel model, long plan, PlanContent content) {
        String scenario = content.scenario();
        return new Drill(
                id(plan),
                label(model, content),
                content.types().stream().map(DrillWords::type).toList(),
                content.scope().stream().map(Id::of).toList(),
                scenario == null ? null : Id.of(scenario),
                content.announced(),
                content.steps().stream().map(step -> step(model, step)).toList());
    }

    private static Label label(ContinuityModel model, PlanContent content) {
        Map<String, Object> said = new LinkedHashMap<>();
        put(said, "x-scenario", content.scenarioText());
        put(said, "x-timing", content.plannedMinutes() == 0 ? "" : content.plannedMinutes() + " min");
        put(said, "x-resources", String.join("; ", content.resources()));
        put(
                said,
                "x-participants",
                content.participants().stream()
                        .map(each -> each.person().isEmpty() ? each.team() : each.person())
                        .collect(Collectors.joining("; ")));
        put(
                said,
                "x-suppliers",
                content.suppliers().isEmpty()
                        ? content.noSuppliersReason()
                        : content.suppliers().stream()
                                .map(PlanContent.Supplier::name)
                                .collect(Collectors.joining("; ")));
        put(
                said,
                "x-notification",
                content.notifications().stream()
                        .map(PlanContent.Notification::to)
                        .collect(Collectors.joining("; ")));
        String leader = content.participants().stream()
                .filter(each -> each.role() == PlanContent.Role.LEADER)
                .findFirst()
                .map(each -> team(model, each.team()).orElse(each.person()))
                .orElse(null);
        return new Label(
                content.title(),
                Map.of(),
                leader,
                content.purpose().isEmpty() ? null : content.purpose(),
                List.of(),
                null,
                said);
    }

    private static void put(Map<String, Object> said, String key, String text) {
        if (!text.isEmpty()) {
            said.put(key, text);
        }
    }

    private static Map<String, Object> step(ContinuityModel model, PlanContent.Step step) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("name", step.title());
        put(said, "owner", team(model, step.role()).orElse(step.role()));
        Integer minutes = step.plannedMinutes();
        if (minutes != null) {
            said.put("x-plannedMinutes", minutes);
        }
        return said;
    }

    /** The id of the team of this id or name. */
    private static Optional<String> team(ContinuityModel model, String said) {
        return model.teams().stream()
                .filter(team -> team.id().value().equals(said)
                        || said.equals(team.label().name())
                        || team.label().names().containsValue(said))
                .map(Team::id)
                .map(Id::value)
                .findFirst();
    }

    /** What a plan names that the register does not have. */
    public static List<Violation> unknown(ContinuityModel model, PlanContent content) {
        Set<String> elements =
                model.elements().stream().map(each -> each.id().value()).collect(Collectors.toSet());
        List<Violation> unknown = new ArrayList<>();
        content.scope().forEach(id -> check(unknown, "$.scope", id, elements.contains(id)));
        for (int i = 0; i < content.steps().size(); i++) {
            PlanContent.Step step = content.steps().get(i);
            check(unknown, "$.steps[" + i + "].element", step.element(), isThere(elements, step.element()));
            check(unknown, "$.steps[" + i + "].ends", step.ends(), isThere(elements, step.ends()));
        }
        String scenario = content.scenario();
        boolean known = scenario == null
                || (Id.isValid(scenario) && model.findScenario(Id.of(scenario)).isPresent());
        check(unknown, "$.scenario", scenario, known);
        return List.copyOf(unknown);
    }

    private static boolean isThere(Set<String> elements, @Nullable String id) {
        return id == null || elements.contains(id);
    }

    private static void check(List<Violation> unknown, String path, @Nullable String id, boolean known) {
        if (!known) {
            unknown.add(new Violation(
                    path,
                    path.equals("$.scenario") ? "unknown-scenario" : "unknown-element",
                    path.substring(2) + " names '" + id
                            + "', which the register does not have. Add it there, or take it out here.",
                    null,
                    null,
                    id));
        }
    }

    /** What the register calls what a plan names, by id. */
    public static Map<String, Submitted.Name> names(RegisterState state, PlanContent content) {
        Map<String, Submitted.Name> names = new TreeMap<>();
        Stream<String> ids = Stream.concat(
                Stream.concat(content.scope().stream(), Stream.ofNullable(content.scenario())),
                content.steps().stream()
                        .flatMap(step ->
                                Stream.concat(Stream.ofNullable(step.element()), Stream.ofNullable(step.ends()))));
        ids.distinct()
                .forEach(id -> state.findLabel(Id.of(id))
                        .ifPresent(label -> names.put(
                                id, new Submitted.Name(label.nameIn("en", id), label.nameIn("zh-Hant", id)))));
        return names;
    }
}
