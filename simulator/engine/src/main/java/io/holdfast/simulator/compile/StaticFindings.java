package io.holdfast.simulator.compile;

import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Need;
import io.holdfast.simulator.model.RecoveryMethod;
import io.holdfast.simulator.model.Scenario;
import io.holdfast.simulator.model.ServiceLevel;
import io.holdfast.simulator.result.Finding;
import io.holdfast.simulator.result.Finding.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Findings that follow from the model alone: what is not simulated yet, and cycles of needs. */
public final class StaticFindings {

    private StaticFindings() {}

    /**
     * The findings of a model.
     *
     * @param model the model
     * @param scenario the scenario that is run, or null for all of them
     */
    public static List<Finding> of(ContinuityModel model, @Nullable Scenario scenario) {
        List<Finding> findings = new ArrayList<>();
        notSimulated(findings, model, "crews", StaticFindings::usesCrew, "all people a method needs count as free");
        notSimulated(
                findings,
                model,
                "workarounds",
                element -> element.methods().stream().anyMatch(method -> !ModelCompiler.isSimulated(method)),
                "the methods count as if they were not written");
        notSimulated(
                findings,
                model,
                "credits",
                StaticFindings::hasCredits,
                "no money is charged for missed service levels");
        List<Id> short_ = model.scenarios().stream()
                .filter(each -> scenario == null || each.id().equals(scenario.id()))
                .filter(each -> each.staff() < 1)
                .map(Scenario::id)
                .toList();
        if (!short_.isEmpty()) {
            findings.add(notSimulated("staff", short_, "all of every team counts as able to come"));
        }
        cycles(findings, model);
        return findings;
    }

    private static void notSimulated(
            List<Finding> findings, ContinuityModel model, String feature, Predicate<Element> uses, String instead) {
        List<Id> users = model.elements().stream().filter(uses).map(Element::id).toList();
        if (!users.isEmpty()) {
            findings.add(notSimulated(feature, users, instead));
        }
    }

    private static Finding notSimulated(String feature, List<Id> users, String instead) {
        return new Finding(
                "not-simulated",
                Severity.WARNING,
                users,
                "This version does not simulate " + feature + ": " + instead + ". Used by " + shortList(users) + ".");
    }

    private static String shortList(List<Id> ids) {
        if (ids.size() <= 5) {
            return String.join(", ", ids.stream().map(Id::value).toList());
        }
        return String.join(", ", ids.subList(0, 5).stream().map(Id::value).toList()) + " and " + (ids.size() - 5)
                + " more";
    }

    private static boolean usesCrew(Element element) {
        return element.methods().stream().map(RecoveryMethod::crew).anyMatch(crew -> !crew.isEmpty());
    }

    private static boolean hasCredits(Element element) {
        ServiceLevel level = element.serviceLevel();
        return level != null
                && !(level.credits().isEmpty() && level.creditsByOutage().isEmpty());
    }

    private static void cycles(List<Finding> findings, ContinuityModel model) {
        Components components = Components.of(ownNeeds(model));
        for (int c = 0; c < components.count(); c++) {
            if (components.isCyclic(c)) {
                List<Id> members = new ArrayList<>();
                boolean pool = false;
                for (int i = 0; i < components.size(c); i++) {
                    Element element = model.elements().get(components.member(c, i));
                    members.add(element.id());
                    pool |= hasMinimum(element.needs(), model, components, c);
                }
                findings.add(new Finding(
                        "mutual-dependency",
                        Severity.INFO,
                        members,
                        shortList(members) + " need each other to run: after an outage they start together, after the"
                                + " longest of their restarts. Check that they really can."));
                if (pool) {
                    findings.add(new Finding(
                            "pool-on-cycle",
                            Severity.WARNING,
                            members,
                            "A pool with a minimum lies on the cycle of " + shortList(members)
                                    + "; its meaning is not defined there. Replace the pool by atLeast, or break the"
                                    + " cycle."));
                }
            }
        }
    }

    private static boolean hasMinimum(List<Need> needs, ContinuityModel model, Components components, int c) {
        Map<Id, Integer> indexOf = indexOf(model);
        return needs.stream()
                .anyMatch(need -> need instanceof Need.Pool pool
                        && pool.minimum() > 0
                        && pool.elements()
                                .map(indexOf::get)
                                .anyMatch(member -> member != null && components.of(member) == c));
    }

    private static Map<Id, Integer> indexOf(ContinuityModel model) {
        Map<Id, Integer> indexOf = new HashMap<>();
        for (int e = 0; e < model.elements().size(); e++) {
            indexOf.put(model.elements().get(e).id(), e);
        }
        return indexOf;
    }

    private static int[][] ownNeeds(ContinuityModel model) {
        Map<Id, Integer> indexOf = indexOf(model);
        return model.elements().stream()
                .map(element -> element.needs().stream()
                        .flatMap(Need::elements)
                        .map(indexOf::get)
                        .filter(java.util.Objects::nonNull)
                        .mapToInt(Integer::intValue)
                        .distinct()
                        .toArray())
                .toArray(int[][]::new);
    }
}
