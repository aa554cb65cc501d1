package io.holdfast.simulator.reference;

import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Hit;
import io.holdfast.simulator.model.Need;
import io.holdfast.simulator.model.RecoveryMethod;
import io.holdfast.simulator.model.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Takes parts out of a model as long as a fault stays. Draws have addresses, so what is left keeps its luck. */
final class Shrink {

    private Shrink() {}

    static ContinuityModel of(ContinuityModel model, Predicate<ContinuityModel> fails) {
        ContinuityModel small = model;
        boolean smaller = true;
        while (smaller) {
            smaller = false;
            for (ContinuityModel candidate : candidates(small).toList()) {
                if (fails.test(candidate)) {
                    small = candidate;
                    smaller = true;
                    break;
                }
            }
        }
        return small;
    }

    private static Stream<ContinuityModel> candidates(ContinuityModel model) {
        List<ContinuityModel> found = new ArrayList<>();
        Scenario s = model.scenarios().getFirst();
        for (int i = 0; i < model.elements().size(); i++) {
            Element element = model.elements().get(i);
            if (model.elements().stream().noneMatch(other -> names(other, element))
                    && s.hits().stream()
                            .noneMatch(hit -> hit.of() != null && hit.of().contains(element.id()))) {
                found.add(with(model, without(model.elements(), i), s));
            }
        }
        for (int i = 0; i < s.hits().size() && s.hits().size() > 1; i++) {
            found.add(with(model, model.elements(), with(s, without(s.hits(), i))));
        }
        for (int i = 0; i < model.elements().size(); i++) {
            for (Element simpler : simpler(model.elements().get(i))) {
                List<Element> elements = new ArrayList<>(model.elements());
                elements.set(i, simpler);
                found.add(with(model, elements, s));
            }
        }
        return found.stream();
    }

    private static boolean names(Element other, Element element) {
        Stream<Need> all = Stream.concat(
                other.needs().stream(),
                other.methods().stream()
                        .flatMap(method -> Stream.concat(
                                method.needs() == null ? Stream.of() : method.needs().stream(),
                                method.alsoNeeds().stream())));
        return all.flatMap(Need::elements).anyMatch(element.id()::equals);
    }

    private static List<Element> simpler(Element e) {
        List<Element> found = new ArrayList<>();
        for (int i = 0; i < e.methods().size(); i++) {
            found.add(with(e, e.needs(), without(e.methods(), i)));
            RecoveryMethod method = e.methods().get(i);
            for (RecoveryMethod less : simpler(method)) {
                List<RecoveryMethod> methods = new ArrayList<>(e.methods());
                methods.set(i, less);
                found.add(with(e, e.needs(), methods));
            }
        }
        for (int i = 0; i < e.needs().size(); i++) {
            found.add(with(e, without(e.needs(), i), e.methods()));
        }
        for (int i = 0; i < e.needs().size(); i++) {
            for (Need member : Needs.members(e.needs().get(i))) {
                List<Need> needs = new ArrayList<>(e.needs());
                needs.set(i, member);
                found.add(with(e, needs, e.methods()));
            }
        }
        return found;
    }

    private static List<RecoveryMethod> simpler(RecoveryMethod m) {
        List<RecoveryMethod> found = new ArrayList<>();
        if (!m.alsoNeeds().isEmpty()) {
            found.add(with(m, m.needs(), List.of()));
        }
        List<Need> needs = m.needs();
        if (needs != null) {
            for (int i = 0; i < needs.size(); i++) {
                found.add(with(m, without(needs, i), m.alsoNeeds()));
            }
        }
        return found;
    }

    private static RecoveryMethod with(
            RecoveryMethod m, @org.jspecify.annotations.Nullable List<Need> needs, List<Need> alsoNeeds) {
        return new RecoveryMethod(
                m.id(),
                m.kind(),
                m.label(),
                m.automatic(),
                m.success(),
                m.duration(),
                needs,
                alsoNeeds,
                m.capacity(),
                m.lasts(),
                m.data(),
                m.crew(),
                m.answers());
    }

    private static Element with(Element e, List<Need> needs, List<RecoveryMethod> methods) {
        return new Element(
                e.id(),
                e.type(),
                e.kind(),
                e.label(),
                e.site(),
                e.zone(),
                needs,
                methods,
                e.restart(),
                e.capacity(),
                e.demand(),
                e.objectives(),
                e.tier(),
                e.impact(),
                e.serviceLevel(),
                e.failure(),
                e.commonCause());
    }

    private static Scenario with(Scenario s, List<Hit> hits) {
        return new Scenario(
                s.id(),
                s.label(),
                s.origin(),
                s.frequencyPerYear(),
                hits,
                s.detect(),
                s.declare(),
                s.lasts(),
                s.dwell(),
                s.staff(),
                s.demandMultiplier(),
                s.when(),
                s.horizonHours());
    }

    private static ContinuityModel with(ContinuityModel m, List<Element> elements, Scenario scenario) {
        return new ContinuityModel(
                m.label(),
                m.currency(),
                m.timeZone(),
                m.sites(),
                m.teams(),
                m.contacts(),
                elements,
                m.plans(),
                List.of(scenario),
                m.drills());
    }

    private static <T> List<T> without(List<T> list, int position) {
        List<T> rest = new ArrayList<>(list);
        rest.remove(position);
        return rest;
    }
}
