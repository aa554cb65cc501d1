package io.holdfast.simulator.drill;

import io.holdfast.simulator.model.Contact;
import io.holdfast.simulator.model.DownState;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Label;
import io.holdfast.simulator.model.Team;
import io.holdfast.simulator.result.Finding;
import io.holdfast.simulator.result.Finding.Kind;
import io.holdfast.simulator.sampling.Sampler;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is missing in a plan, found by looking, not drawn: fields, owners, contacts, dates, and targets out of reach. */
final class Gaps {

    /** The least time of a method: its quantile at the least probability that a draw can have. */
    private static final double LEAST = 0x1.0p-53;

    private final DrillScope scope;
    private final Called called;
    private final @Nullable DrillDay asOf;
    private final List<Finding> gaps = new ArrayList<>();

    Gaps(DrillScope scope, Called called, @Nullable DrillDay asOf) {
        this.scope = scope;
        this.called = called;
        this.asOf = asOf;
    }

    /** The gaps, by rule, then in file order. */
    List<Finding> list(Slack slack) {
        fields();
        steps();
        called.teams().forEach(this::contacts);
        gaps.addAll(new Dates(scope, asOf).gaps());
        slack.missed().forEach(this::missed);
        scope.findScenario().map(scope::statesIn).ifPresent(this::methods);
        return List.copyOf(gaps);
    }

    private void add(Kind kind, Id about, String... facts) {
        gaps.add(finding(kind, about, facts));
    }

    static Finding finding(Kind kind, Id about, String... facts) {
        Map<String, String> byName = new LinkedHashMap<>();
        for (int i = 0; i < facts.length; i += 2) {
            byName.put(facts[i], facts[i + 1]);
        }
        return new Finding(kind, List.of(about), byName);
    }

    /** The eight fields that the guideline makes mandatory; source: requirement row D10. */
    private void fields() {
        Id drill = scope.drill().id();
        Label label = scope.drill().label();
        List<Map<String, Object>> steps = scope.drill().steps();
        Map<Kind, Boolean> there = new LinkedHashMap<>();
        there.put(Kind.DRILL_PURPOSE_MISSING, label.note() != null || has(label, "x-purpose"));
        there.put(Kind.DRILL_SCENARIO_NOT_DESCRIBED, isScenarioDescribed() || has(label, "x-scenario"));
        there.put(
                Kind.DRILL_TIMING_MISSING,
                has(label, "x-timing")
                        || (!steps.isEmpty() && steps.stream().allMatch(each -> each.containsKey("x-plannedMinutes"))));
        there.put(Kind.DRILL_STEPS_MISSING, !steps.isEmpty());
        there.put(Kind.DRILL_RESOURCES_MISSING, has(label, "x-resources"));
        there.put(
                Kind.DRILL_PARTICIPANTS_MISSING,
                has(label, "x-participants")
                        || steps.stream().anyMatch(each -> Called.owner(each).isPresent()));
        there.put(Kind.DRILL_SUPPLIERS_MISSING, has(label, "x-suppliers") || !needsSupplier());
        there.put(Kind.DRILL_NOTIFICATION_MISSING, has(label, "x-notification"));
        there.forEach((kind, stated) -> {
            if (!stated) {
                add(kind, drill, "drill", drill.value());
            }
        });
    }

    private static boolean has(Label label, String key) {
        Object value = label.extras().get(key);
        return value != null && !value.toString().isBlank();
    }

    private boolean isScenarioDescribed() {
        return scope.findScenario()
                .map(each -> each.label())
                .filter(label -> label.name() != null
                        || label.note() != null
                        || !label.names().isEmpty())
                .isPresent();
    }

    private boolean needsSupplier() {
        return scope.model().elements().stream()
                .anyMatch(each -> each.kind().equals("supplier") && scope.needs(each.id()));
    }

    private void steps() {
        List<Map<String, Object>> steps = scope.drill().steps();
        Id drill = scope.drill().id();
        for (int i = 0; i < steps.size(); i++) {
            if (Called.owner(steps.get(i)).isEmpty()) {
                Object name = steps.get(i).get("name");
                add(
                        Kind.DRILL_STEP_WITHOUT_OWNER,
                        drill,
                        "drill",
                        drill.value(),
                        "step",
                        Integer.toString(i + 1),
                        "name",
                        name == null ? "" : name.toString());
            }
        }
    }

    private void contacts(Team team) {
        List<Contact> first = called.first(team.id());
        if (first.isEmpty()) {
            add(Kind.TEAM_WITHOUT_CONTACT, team.id(), "team", team.id().value());
        }
        first.stream()
                .filter(each -> each.deputy() == null)
                .forEach(each -> add(
                        Kind.CONTACT_WITHOUT_DEPUTY,
                        each.id(),
                        "contact",
                        each.id().value(),
                        "team",
                        team.id().value()));
        first.stream()
                .filter(this::isCircle)
                .forEach(each -> add(
                        Kind.DEPUTIES_IN_A_CIRCLE,
                        each.id(),
                        "contact",
                        each.id().value()));
    }

    /** Whether the chain of deputies comes back to somebody who was asked. */
    private boolean isCircle(Contact contact) {
        Set<Id> asked = new HashSet<>();
        Id next = contact.id();
        while (next != null && asked.add(next)) {
            Id current = next;
            next = scope.model().contacts().stream()
                    .filter(each -> each.id().equals(current))
                    .map(Contact::deputy)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }
        return next != null;
    }

    private void missed(Slack.Missed missed) {
        add(
                Kind.TARGET_LIKELY_MISSED,
                missed.element(),
                "element",
                missed.element().value(),
                "rto",
                show(missed.rtoHours()),
                "percent",
                String.format(Locale.ROOT, "%.0f", 100 * missed.chance().value()));
    }

    private void methods(Map<Id, Set<DownState>> states) {
        scope.model().elements().stream()
                .filter(each -> states.containsKey(each.id()))
                .forEach(each -> method(each, states.getOrDefault(each.id(), Set.of())));
    }

    /** Where even the quickest method at its luckiest takes longer than the target; elements without a method have none. */
    private void method(Element element, Set<DownState> possible) {
        Double rto = scope.objectives(element.id()).rtoHours();
        Set<DownState> hit = new HashSet<>(possible);
        hit.remove(DownState.OUTAGE);
        OptionalDouble least = element.methods().stream()
                .filter(each -> each.effectiveAnswers().stream().anyMatch(hit::contains))
                .mapToDouble(each -> Sampler.of(each.duration().distribution()).hours(LEAST))
                .min();
        if (rto != null && least.isPresent() && least.getAsDouble() > rto) {
            add(
                    Kind.METHOD_SLOWER_THAN_TARGET,
                    element.id(),
                    "element",
                    element.id().value(),
                    "rto",
                    show(rto),
                    "least",
                    show(least.getAsDouble()));
        }
    }

    private static String show(double hours) {
        return hours == Math.rint(hours) ? Long.toString((long) hours) : String.format(Locale.ROOT, "%.2f", hours);
    }
}
