package io.holdfast.simulator.format;

import io.holdfast.simulator.compile.HitTable;
import io.holdfast.simulator.compile.StaticFindings;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.DownState;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.ElementType;
import io.holdfast.simulator.model.Hit;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Objectives;
import io.holdfast.simulator.model.Scenario;
import io.holdfast.simulator.model.Site;
import io.holdfast.simulator.result.Finding;
import io.holdfast.simulator.result.Finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a valid model should still make a person look at. Order: by rule, then by place in the file. */
public final class ModelCheck {

    private final ContinuityModel model;
    private final List<Finding> findings = new ArrayList<>();

    private ModelCheck(ContinuityModel model) {
        this.model = model;
    }

    /** The findings of a model. */
    public static List<Finding> of(ContinuityModel model) {
        return new ModelCheck(model).run();
    }

    private List<Finding> run() {
        model.elements().forEach(this::targets);
        model.elements().stream()
                .filter(element -> element.type() == ElementType.PROCESS)
                .filter(element -> element.objectives().rtoHours() == null)
                .forEach(process -> add(
                        "no-target",
                        Severity.WARNING,
                        process.id(),
                        "Process '" + process.id()
                                + "' states no RTO, so nothing can be said about being back in time. Add"
                                + " objectives: {rto: hours}."));
        model.scenarios().forEach(this::hits);
        findings.addAll(StaticFindings.of(model, null));
        return findings;
    }

    private void add(String code, Severity severity, Id id, String message) {
        findings.add(new Finding(code, severity, List.of(id), message));
    }

    private void targets(Element element) {
        Objectives goals = element.objectives();
        Double rto = goals.rtoHours();
        Double mtpd = goals.mtpdHours();
        if (rto != null && mtpd != null) {
            double work = goals.wrtHours() == null ? 0 : goals.wrtHours();
            if (rto + work > mtpd) {
                add(
                        "targets-contradict",
                        Severity.ERROR,
                        element.id(),
                        "RTO " + Fields.show(rto) + " h and work recovery " + Fields.show(work) + " h of '"
                                + element.id()
                                + "' add up to more than its MTPD of " + Fields.show(mtpd)
                                + " h. Lower the RTO, or have the MTPD approved anew.");
            }
        }
    }

    private void hits(Scenario scenario) {
        Map<Id, Site> sites = model.sites().stream().collect(Collectors.toMap(Site::id, Function.identity()));
        for (int i = 0; i < scenario.hits().size(); i++) {
            Hit hit = scenario.hits().get(i);
            List<Element> selected = model.elements().stream()
                    .filter(element -> HitTable.selects(hit, element, sites))
                    .toList();
            if (selected.isEmpty()) {
                add(
                        "hit-selects-nothing",
                        Severity.WARNING,
                        scenario.id(),
                        "Entry " + (i + 1) + " of the hits of '" + scenario.id()
                                + "' selects no element. Check its selectors: all that are given must match.");
            }
            selected.stream()
                    .filter(element -> hit.state() != DownState.OUTAGE && !canRecover(element, hit.state()))
                    .forEach(element -> unrecoverable(scenario, hit, element));
        }
    }

    private static boolean canRecover(Element element, DownState state) {
        return element.methods().stream()
                .anyMatch(method -> method.effectiveAnswers().contains(state));
    }

    private void unrecoverable(Scenario scenario, Hit hit, Element element) {
        boolean known = findings.stream()
                .anyMatch(finding -> finding.code().equals("never-recovered")
                        && finding.elements().equals(List.of(element.id())));
        if (!known) {
            add(
                    "never-recovered",
                    Severity.WARNING,
                    element.id(),
                    "'" + element.id() + "' can be " + Nodes.word(hit.state()) + " (scenario '" + scenario.id()
                            + "') and has no recovery method that answers that, so it stays down for ever. Add one.");
        }
    }
}
