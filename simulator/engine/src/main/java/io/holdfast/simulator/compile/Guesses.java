package io.holdfast.simulator.compile;

import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.MethodData;
import io.holdfast.simulator.model.Need;
import io.holdfast.simulator.model.RecoveryMethod;
import io.holdfast.simulator.model.Scenario;
import io.holdfast.simulator.model.Team;
import io.holdfast.simulator.model.UncertainHours;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The share of inputs that rest on an expert, a default or nothing stated. Inputs that bear on an element are the times
 * of itself and of all that it needs, needs of methods included (work, lag, restart, holding, mobilisation), and the
 * scenario's own times; each counts once.
 */
public final class Guesses {

    private final Map<Id, Element> elements;
    private final Map<Id, Team> teams;
    private final List<UncertainHours> ofScenario;

    /** The inputs of a model under a scenario. */
    public Guesses(ContinuityModel model, Scenario scenario) {
        elements = model.elementsById();
        teams = model.teams().stream().collect(Collectors.toMap(Team::id, Function.identity()));
        ofScenario = Stream.of(scenario.detect(), scenario.declare(), scenario.lasts(), scenario.dwell())
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    /** The share for one element; 0 where no time bears on it. Cost: one walk over what it needs. */
    public double shareOf(Id id) {
        List<UncertainHours> inputs = new ArrayList<>(ofScenario);
        Set<Id> seen = new HashSet<>(Set.of(id));
        Set<Id> crews = new HashSet<>();
        Deque<Id> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            Element element = elements.get(open.pop());
            if (element != null) {
                collect(element, inputs, crews, needed -> {
                    if (seen.add(needed)) {
                        open.push(needed);
                    }
                });
            }
        }
        if (inputs.isEmpty()) {
            return 0;
        }
        long guesses =
                inputs.stream().filter(input -> input.provenance().isGuess()).count();
        return (double) guesses / inputs.size();
    }

    private void collect(Element element, List<UncertainHours> inputs, Set<Id> crews, Consumer<Id> needed) {
        add(element.restart(), inputs);
        element.needs().forEach(need -> collect(need, inputs, needed));
        for (RecoveryMethod method : element.methods()) {
            inputs.add(method.duration());
            if (method.data() instanceof MethodData.Replica replica) {
                inputs.add(replica.lag());
            }
            List<Need> own = method.needs();
            Stream.concat(own == null ? Stream.of() : own.stream(), method.alsoNeeds().stream())
                    .forEach(need -> collect(need, inputs, needed));
            method.crew().keySet().forEach(team -> {
                if (crews.add(team)) {
                    mobilisation(team, inputs);
                }
            });
        }
    }

    private void mobilisation(Id id, List<UncertainHours> inputs) {
        Team team = teams.get(id);
        if (team != null) {
            add(team.mobilise(), inputs);
            add(team.mobiliseOffHours(), inputs);
        }
    }

    private static void collect(Need need, List<UncertainHours> inputs, Consumer<Id> needed) {
        add(need.terms().holdsFor(), inputs);
        switch (need) {
            case Need.One one -> needed.accept(one.element());
            case Need.AllOf all -> all.members().forEach(member -> collect(member, inputs, needed));
            case Need.AtLeast some -> some.members().forEach(member -> collect(member, inputs, needed));
            case Need.Pool pool -> pool.members().forEach(member -> collect(member, inputs, needed));
        }
    }

    private static void add(@Nullable UncertainHours hours, List<UncertainHours> inputs) {
        if (hours != null) {
            inputs.add(hours);
        }
    }
}
