package io.holdfast.simulator.format;

import io.holdfast.simulator.compile.DeadlockCheck;
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
import io.holdfast.simulator.result.Finding.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a valid model should still make a person look at. Order: by rule, then by place in the file. */
public final class ModelCheck {

    /** Hours that differ by less are the same: 0.1 + 0.2 is not exactly 0.3. */
    private static final double SAME_HOURS = 1e-9;

    private final ContinuityModel model;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<Id> unrecoverable = new HashSet<>();
    private final Set<List<Id>> deadlocked = new HashSet<>();

    private ModelCheck(ContinuityModel model) {
        this.model = model;
    }

    /** The findings of a model. */
    public static List<Finding> of(ContinuityModel model) {
        return new ModelCheck(model).run();
    }

    /** The findings of a file that was read: those of its model, and keys that are probably misspelt. */
    public static List<Finding> of(ReadOutcome.Read read) {
        List<Finding> findings = new ArrayList<>();
        for (UnknownKey unknown : read.unknownKeys()) {
            findings.add(new Finding(
                    Kind.UNKNOWN_KEY,
                    List.of(),
                    facts(
                            "key",
                            unknown.key(),
                            "line",
                            Integer.toString(unknown.line()),
                            "path",
                            unknown.path(),
                            "near",
                            unknown.near())));
        }
        findings.addAll(of(read.model()));
        return findings;
    }

    private List<Finding> run() {
        model.elements().forEach(this::targets);
        model.elements().stream()
                .filter(element -> element.type() == ElementType.PROCESS)
                .filter(element -> element.objectives().rtoHours() == null)
                .forEach(process -> add(
                        Kind.NO_TARGET,
                        process.id(),
                        facts("element", process.id().value())));
        model.scenarios().forEach(this::hits);
        model.scenarios().forEach(this::deadlocks);
        findings.addAll(StaticFindings.of(model, null));
        return findings;
    }

    private void add(Kind kind, Id id, Map<String, String> facts) {
        findings.add(new Finding(kind, List.of(id), facts));
    }

    private static Map<String, String> facts(String... namesAndValues) {
        Map<String, String> facts = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            facts.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return facts;
    }

    private void targets(Element element) {
        Objectives goals = element.objectives();
        Double rto = goals.rtoHours();
        Double mtpd = goals.mtpdHours();
        double work = goals.wrtHours() == null ? 0 : goals.wrtHours();
        if (rto != null && mtpd != null && rto + work > mtpd + SAME_HOURS) {
            add(
                    Kind.TARGETS_CONTRADICT,
                    element.id(),
                    facts(
                            "element",
                            element.id().value(),
                            "rto",
                            Fields.show(rto),
                            "wrt",
                            Fields.show(work),
                            "mtpd",
                            Fields.show(mtpd)));
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
                        Kind.HIT_SELECTS_NOTHING,
                        scenario.id(),
                        facts("scenario", scenario.id().value(), "entry", Integer.toString(i + 1)));
            }
            selected.stream()
                    .filter(element -> hit.state() != DownState.OUTAGE && !canRecover(element, hit.state()))
                    .filter(element -> unrecoverable.add(element.id()))
                    .forEach(element -> add(
                            Kind.NEVER_RECOVERED,
                            element.id(),
                            facts(
                                    "element",
                                    element.id().value(),
                                    "state",
                                    Nodes.word(hit.state()),
                                    "scenario",
                                    scenario.id().value())));
        }
    }

    private void deadlocks(Scenario scenario) {
        for (List<Id> cycle : DeadlockCheck.of(model, scenario)) {
            if (deadlocked.add(cycle)) {
                findings.add(new Finding(
                        Kind.RECOVERY_DEADLOCK_AHEAD,
                        cycle,
                        facts("scenario", scenario.id().value(), "elements", StaticFindings.shortList(cycle))));
            }
        }
    }

    private static boolean canRecover(Element element, DownState state) {
        return element.methods().stream()
                .anyMatch(method -> method.effectiveAnswers().contains(state));
    }
}
