package io.holdfast.simulator.lint;

import io.holdfast.simulator.compile.Components;
import io.holdfast.simulator.drill.DrillDay;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Need;
import io.holdfast.simulator.model.RecoveryMethod;
import io.holdfast.simulator.model.Site;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A model with what several rules ask of it, worked out once. For one thread. */
final class LintModel {

    private final ContinuityModel model;
    private final @Nullable DrillDay asOf;
    private final Map<Id, Integer> places = new HashMap<>();
    private final Map<Id, Site> sites = new HashMap<>();
    private @Nullable Components order;

    LintModel(ContinuityModel model, @Nullable DrillDay asOf) {
        this.model = model;
        this.asOf = asOf;
        model.elements().forEach(element -> places.put(element.id(), places.size()));
        model.sites().forEach(site -> sites.put(site.id(), site));
    }

    ContinuityModel model() {
        return model;
    }

    List<Element> elements() {
        return model.elements();
    }

    Element element(int place) {
        return model.elements().get(place);
    }

    /** The day on which dates are judged, if one was given. */
    Optional<DrillDay> asOf() {
        return Optional.ofNullable(asOf);
    }

    /** Where an element stands in the list of all. */
    int place(Id id) {
        return Objects.requireNonNull(places.get(id), id::value);
    }

    Optional<Site> findSite(Id id) {
        return Optional.ofNullable(sites.get(id));
    }

    /** The elements in groups, each after what it needs; those that need each other are one group. */
    Components order() {
        if (order == null) {
            order = Components.of(elements().stream()
                    .map(element -> element.needs().stream()
                            .flatMap(Need::elements)
                            .mapToInt(this::place)
                            .distinct()
                            .toArray())
                    .toArray(int[][]::new));
        }
        return order;
    }

    /** What a method names as needed, to start or to run on; nothing where it does not say. */
    static Stream<Need> named(RecoveryMethod method) {
        List<Need> own = method.needs();
        return Stream.concat(own == null ? Stream.of() : own.stream(), method.alsoNeeds().stream());
    }
}
