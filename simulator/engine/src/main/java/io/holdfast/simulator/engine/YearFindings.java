package io.holdfast.simulator.engine;

import io.holdfast.simulator.compile.StaticFindings;
import io.holdfast.simulator.compile.YearModel;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.DownState;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Scenario;
import io.holdfast.simulator.result.Finding;
import io.holdfast.simulator.result.Finding.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a person should know beside the numbers of a year. */
final class YearFindings {

    private YearFindings() {}

    static List<Finding> of(YearModel year) {
        ContinuityModel model = year.model().model();
        List<Finding> findings = new ArrayList<>(StaticFindings.of(model, null));
        List<Element> elements = model.elements();
        add(
                findings,
                Kind.FAILS_FOR_GOOD,
                elements.stream()
                        .filter(element -> element.failure() != null && !answersDamage(element))
                        .map(Element::id)
                        .toList());
        add(
                findings,
                Kind.NO_FREQUENCY,
                model.scenarios().stream()
                        .filter(scenario -> scenario.frequencyPerYear() == null)
                        .map(Scenario::id)
                        .toList());
        add(
                findings,
                Kind.COMMON_CAUSE_WITHOUT_FAILURE,
                elements.stream()
                        .filter(element -> element.commonCause() != null && element.failure() == null)
                        .map(Element::id)
                        .toList());
        if (year.arrivals().isEmpty() && elements.stream().allMatch(element -> element.failure() == null)) {
            findings.add(new Finding(Kind.NOTHING_FAILS, List.of(), Map.of()));
        }
        return findings;
    }

    private static boolean answersDamage(Element element) {
        return element.methods().stream()
                .anyMatch(method -> method.effectiveAnswers().contains(DownState.DAMAGED));
    }

    private static void add(List<Finding> findings, Kind kind, List<Id> concerned) {
        if (!concerned.isEmpty()) {
            findings.add(new Finding(kind, concerned, Map.of("elements", StaticFindings.shortList(concerned))));
        }
    }
}
