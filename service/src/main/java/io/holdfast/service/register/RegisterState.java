package io.holdfast.service.register;

import io.holdfast.simulator.compile.EffectiveObjectives;
import io.holdfast.simulator.format.CanonicalModel;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Label;
import io.holdfast.simulator.model.Plan;
import io.holdfast.simulator.model.Scenario;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The register at one moment: a model and what follows from it, each worked out once. Immutable to the eye; for any number of
 * threads.
 */
public final class RegisterState {

    private final long revision;
    private final String digest;
    private final ContinuityModel model;
    private @Nullable CanonicalModel canonical;
    private @Nullable NeedGraph graph;
    private @Nullable List<EffectiveObjectives> objectives;
    private @Nullable Map<Id, Integer> places;
    private volatile @Nullable Map<String, Integer> versions;
    private final Map<Class<?>, Derived<?>> derived = new ConcurrentHashMap<>();

    RegisterState(long revision, String digest, ContinuityModel model) {
        this(revision, digest, model, null);
    }

    RegisterState(long revision, String digest, ContinuityModel model, @Nullable CanonicalModel canonical) {
        this.canonical = canonical;
        this.revision = revision;
        this.digest = digest;
        this.model = model;
    }

    /** Goes up by one with every change of the register. */
    public long revision() {
        return revision;
    }

    /** The digest of the model. */
    public String digest() {
        return digest;
    }

    /** The model. */
    public ContinuityModel model() {
        return model;
    }

    /** The texts that the digest is of. */
    synchronized CanonicalModel canonical() {
        if (canonical == null) {
            canonical = CanonicalModel.of(model);
        }
        return canonical;
    }

    /** Who needs whom. */
    public synchronized NeedGraph graph() {
        if (graph == null) {
            graph = NeedGraph.of(model);
        }
        return graph;
    }

    /** The targets that hold for each element, in the order of the model's elements. */
    public synchronized List<EffectiveObjectives> objectives() {
        if (objectives == null) {
            objectives = EffectiveObjectives.of(model);
        }
        return objectives;
    }

    /**
     * What follows from it in another shape, such as rows of a list: made once, by the first who asks, then kept as long as the state
     * is. Others who ask for the same shape wait for it; whoever asks for something else does not.
     */
    public <T> T derive(Class<T> shape, Function<RegisterState, T> make) {
        return shape.cast(
                derived.computeIfAbsent(shape, each -> new Derived<>(make)).of(this));
    }

    private static final class Derived<T> {

        private final Function<RegisterState, T> make;
        private @Nullable T made;

        Derived(Function<RegisterState, T> make) {
            this.make = make;
        }

        synchronized T of(RegisterState state) {
            if (made == null) {
                made = make.apply(state); // may derive other shapes in turn
            }
            return made;
        }
    }

    /** The versions of its entries by their ids, where {@link Register#requireVersioned} has read them. */
    public Map<String, Integer> versions() {
        Map<String, Integer> known = versions;
        if (known == null) {
            throw new IllegalStateException("The versions of revision " + revision + " were not read");
        }
        return known;
    }

    boolean hasVersions() {
        return versions != null;
    }

    void keepVersions(Map<String, Integer> read) {
        versions = Map.copyOf(read);
    }

    /** The element of an id. */
    public Optional<Element> findElement(Id id) {
        Integer place = places().get(id);
        return place == null ? Optional.empty() : Optional.of(model.elements().get(place));
    }

    /** What an element, a scenario or a plan is called. */
    public Optional<Label> findLabel(Id id) {
        return findElement(id)
                .map(Element::label)
                .or(() -> model.findScenario(id).map(Scenario::label))
                .or(() -> model.plans().stream()
                        .filter(plan -> plan.id().equals(id))
                        .map(Plan::label)
                        .findFirst());
    }

    /** The targets that hold for an element of the model. */
    public Optional<EffectiveObjectives> findObjectives(Id id) {
        Integer place = places().get(id);
        return place == null ? Optional.empty() : Optional.of(objectives().get(place));
    }

    private synchronized Map<Id, Integer> places() {
        if (places == null) {
            Map<Id, Integer> found = new HashMap<>();
            for (int e = 0; e < model.elements().size(); e++) {
                found.put(model.elements().get(e).id(), e);
            }
            places = Map.copyOf(found);
        }
        return places;
    }
}
