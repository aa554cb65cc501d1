package io.holdfast.service.plan.internal;

import io.holdfast.service.plan.Crew;
import io.holdfast.service.plan.MethodName;
import io.holdfast.service.plan.Named;
import io.holdfast.service.plan.Step;
import io.holdfast.simulator.model.Contact;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.DownState;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Evidence;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Label;
import io.holdfast.simulator.model.RecoveryMethod;
import io.holdfast.simulator.model.Team;
import io.holdfast.simulator.model.UncertainHours;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What things of a model are called in one language. Immutable. */
final class Words {

    private final String language;
    private final Map<String, Label> labels = new HashMap<>();
    private final Map<Id, Team> teams = new HashMap<>();

    Words(ContinuityModel model, String language) {
        this.language = language;
        for (Element element : model.elements()) {
            labels.put(element.id().value(), element.label());
        }
        for (Contact contact : model.contacts()) {
            labels.put(contact.id().value(), contact.label());
        }
        for (Team team : model.teams()) {
            labels.put(team.id().value(), team.label());
            teams.put(team.id(), team);
        }
    }

    Named named(Id id) {
        return named(id.value());
    }

    Named named(String id) {
        Label label = labels.get(id);
        return new Named(id, label == null ? id : label.nameIn(language, id));
    }

    Named named(Id id, Label label) {
        return new Named(id.value(), label.nameIn(language, id.value()));
    }

    String name(Label label, String fallback) {
        return label.nameIn(language, fallback);
    }

    /** The owner that a label names: a team or contact of the model, else the text as it stands; null without one. */
    @Nullable
    Named owner(Label label) {
        return label.owner() == null ? null : named(label.owner());
    }

    MethodName method(RecoveryMethod method) {
        String name = method.label().nameIn(language, "");
        return new MethodName(word(method.kind()), name.isEmpty() ? null : name);
    }

    List<Crew> crew(RecoveryMethod method) {
        return method.crew().entrySet().stream()
                .map(entry -> {
                    Team team = teams.get(entry.getKey());
                    return new Crew(named(entry.getKey()), entry.getValue(), team == null || team.people());
                })
                .toList();
    }

    static List<String> states(RecoveryMethod method) {
        return method.effectiveAnswers().stream()
                .map((DownState each) -> word(each))
                .toList();
    }

    static Step.Evidence evidence(UncertainHours hours) {
        Evidence evidence = hours.provenance().evidence();
        return new Step.Evidence(
                evidence == null ? null : word(evidence),
                hours.provenance().observations(),
                hours.provenance().source(),
                hours.provenance().isGuess());
    }

    static Step.@Nullable Evidence findEvidence(@Nullable UncertainHours hours) {
        return hours == null ? null : evidence(hours);
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
