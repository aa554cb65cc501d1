package io.holdfast.service.drillplan.internal;

import io.holdfast.service.drillplan.PlanContent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a plan must say before it is submitted. */
public final class Mandatory {

    private Mandatory() {}

    /** One of the eight fields, by the key that the page has words for, with the keys of the plan that are missing in it. */
    public record Field(String key, List<String> missing) {}

    /** The eight mandatory fields with what each lacks. Source: row D10 of the guideline's list. */
    public static List<Field> fields(PlanContent plan) {
        Map<String, Map<String, Boolean>> said = new LinkedHashMap<>();
        said.put(
                "purpose",
                Map.of(
                        "purpose",
                        !plan.purpose().isEmpty(),
                        "scope",
                        !plan.scope().isEmpty()));
        said.put("scenario", Map.of("scenarioText", !plan.scenarioText().isEmpty()));
        said.put(
                "timing",
                plan.announced() ? Map.of("timing", plan.timing() != null) : Map.of("window", plan.window() != null));
        said.put("steps", Map.of("steps", !plan.steps().isEmpty()));
        said.put("resources", Map.of("resources", !plan.resources().isEmpty()));
        said.put("participants", Map.of("participants", hasLeader(plan)));
        said.put(
                "suppliers",
                Map.of(
                        "suppliers",
                        !plan.suppliers().isEmpty() || !plan.noSuppliersReason().isEmpty()));
        said.put("notification", Map.of("notifications", !plan.notifications().isEmpty()));
        return said.entrySet().stream()
                .map(field -> new Field(
                        field.getKey(),
                        field.getValue().entrySet().stream()
                                .filter(key -> !key.getValue())
                                .map(Map.Entry::getKey)
                                .sorted()
                                .toList()))
                .toList();
    }

    private static boolean hasLeader(PlanContent plan) {
        return plan.participants().stream()
                .anyMatch(each ->
                        each.role() == PlanContent.Role.LEADER && !each.person().isEmpty());
    }

    /** The keys that are missing: of the eight fields, its types, and the reason of a drill that is a desktop exercise alone (row D3). */
    public static List<String> missing(PlanContent plan) {
        List<String> missing = new ArrayList<>();
        fields(plan).forEach(field -> missing.addAll(field.missing()));
        if (plan.types().isEmpty()) {
            missing.add("types");
        }
        if (plan.types().equals(List.of("desktop")) && plan.desktopOnlyReason().isEmpty()) {
            missing.add("desktopOnlyReason");
        }
        return List.copyOf(missing);
    }
}
