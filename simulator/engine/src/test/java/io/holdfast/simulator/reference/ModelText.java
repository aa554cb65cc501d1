package io.holdfast.simulator.reference;

import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Need;
import io.holdfast.simulator.model.Objectives;
import io.holdfast.simulator.model.RecoveryMethod;
import io.holdfast.simulator.model.Scenario;
import io.holdfast.simulator.model.Team;
import io.holdfast.simulator.model.UncertainHours;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A model as short text, near enough to the file format to be read and typed in. */
final class ModelText {

    private ModelText() {}

    static String of(ContinuityModel model) {
        StringBuilder text = new StringBuilder("scenario: ");
        Scenario scenario = model.scenarios().getFirst();
        scenario.hits().forEach(hit -> text.append(hit).append(' '));
        add(text, "detect", hours(scenario.detect()));
        add(text, "declare", hours(scenario.declare()));
        add(text, "lasts", hours(scenario.lasts()));
        add(text, "dwell", hours(scenario.dwell()));
        add(text, "when", scenario.when());
        add(text, "horizon", scenario.horizonHours());
        text.append('\n');
        for (Team team : model.teams()) {
            text.append("- {team: ").append(team.id());
            add(text, "people", team.people());
            add(text, "mobilise", hours(team.mobilise()));
            add(text, "mobiliseOffHours", hours(team.mobiliseOffHours()));
            text.append("}\n");
        }
        model.elements().forEach(element -> append(text, element));
        return text.toString();
    }

    private static void append(StringBuilder text, Element element) {
        text.append("- {id: ").append(element.id()).append(", needs: ").append(needs(element.needs()));
        add(text, "restart", hours(element.restart()));
        add(text, "site", element.site());
        add(text, "capacity", element.capacity());
        add(text, "demand", element.demand());
        add(text, "impact", element.impact());
        add(text, "objectives", element.objectives().equals(Objectives.NONE) ? null : element.objectives());
        text.append("}\n");
        for (RecoveryMethod method : element.methods()) {
            text.append("    - {method: ").append(method.kind());
            add(text, "automatic", method.automatic());
            add(text, "success", method.success());
            add(text, "duration", hours(method.duration()));
            List<Need> listed = method.needs();
            add(text, "needs", listed == null ? null : needs(listed));
            add(text, "alsoNeeds", needs(method.alsoNeeds()));
            add(text, "capacity", method.capacity());
            add(text, "data", method.data());
            add(text, "lasts", method.lasts());
            add(text, "crew", method.crew());
            add(text, "answers", method.answers());
            text.append("}\n");
        }
    }

    private static void add(StringBuilder text, String key, @Nullable Object value) {
        if (value != null) {
            text.append(", ").append(key).append(": ").append(value);
        }
    }

    private static @Nullable Object hours(@Nullable UncertainHours hours) {
        return hours == null ? null : hours.distribution();
    }

    private static String needs(List<Need> needs) {
        return needs.stream().map(ModelText::need).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String need(Need need) {
        String members = needs(Needs.members(need));
        String text = switch (need) {
            case Need.One one -> one.element().value();
            case Need.AllOf all -> "{of: " + members;
            case Need.AtLeast some -> "{atLeast: " + some.atLeast() + ", of: " + members;
            case Need.Pool pool -> "{of: " + members + ", shares: " + pool.shares() + ", minimum: " + pool.minimum();
        };
        if (need instanceof Need.One) {
            return text;
        }
        StringBuilder whole = new StringBuilder(text);
        add(whole, "holdsFor", hours(need.terms().holdsFor()));
        add(whole, "soft", need.terms().soft());
        return whole.append('}').toString();
    }
}
