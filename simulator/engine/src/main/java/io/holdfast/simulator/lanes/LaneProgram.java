package io.holdfast.simulator.lanes;

import io.holdfast.simulator.compile.CompiledModel;
import io.holdfast.simulator.sampling.Ticks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is done for every block of trials: the elements that a scenario can stop, each after all that it needs. Immutable. */
public final class LaneProgram {

    /** The group of methods that wait for nobody. */
    static final int AUTOMATIC = -1;

    /** Methods of one element that a {@link CrewLoop} can tell apart. */
    private static final int MOST_METHODS = 31;

    private final CompiledModel model;
    private final List<LaneElement> order;
    private final LaneElement[] byElement;
    private final @Nullable DirectElement[] direct;
    private final @Nullable PathStep[] pathSteps;
    private final List<int[]> groups;
    private final boolean[] scarce;
    private final int horizon;
    private final boolean hasCrewLoop;
    private @Nullable CrewProgram crews;

    LaneProgram(CompiledModel model, List<LaneElement> order, List<int[]> groups, boolean[] scarce) {
        this.model = model;
        this.order = List.copyOf(order);
        this.groups = List.copyOf(groups);
        this.scarce = scarce.clone();
        byElement = new LaneElement[model.elements().size()];
        order.forEach(x -> byElement[x.element()] = x);
        direct = this.order.stream().map(DirectElement::of).toArray(DirectElement[]::new);
        pathSteps = new PathStep[byElement.length];
        order.forEach(x -> pathSteps[x.element()] = PathStep.of(x, isOnCycle(x)));
        horizon = (int) (model.horizonTicks() / Ticks.PER_SECOND);
        hasCrewLoop = order.stream().noneMatch(x -> isOnCycle(x) || x.methods().size() > MOST_METHODS);
    }

    private boolean isOnCycle(LaneElement x) {
        return model.components().isCyclic(model.components().of(x.element()));
    }

    /** The model and scenario. */
    public CompiledModel model() {
        return model;
    }

    /** The last second of a trial. */
    public int horizonSeconds() {
        return horizon;
    }

    /** Whether the scenario can stop an element. */
    public boolean canStop(int e) {
        return byElement[e] != null;
    }

    /** How many elements the scenario can stop. */
    public int size() {
        return order.size();
    }

    /**
     * Whether single trials can be run in a {@link CrewLoop}: where nothing that can stop lies on a cycle, on which causes that
     * come at one instant would have to be ordered, and nothing has more methods than an int has bits.
     */
    public boolean hasCrewLoop() {
        return hasCrewLoop;
    }

    /** The same as flat arrays, made when it is first asked for. */
    synchronized CrewProgram crews() {
        CrewProgram made = crews;
        if (made == null) {
            if (!hasCrewLoop) {
                throw new IllegalStateException("On a cycle of needs trials run in the event loop of the engine");
            }
            made = new CrewProgram(this);
            crews = made;
        }
        return made;
    }

    List<LaneElement> order() {
        return order;
    }

    /** The direct form of an element by its place in the order, or null where it has none. */
    @Nullable
    DirectElement direct(int position) {
        return direct[position];
    }

    /** By element, what driving paths ask of it, or null where they decide it anew. Not to be changed. */
    @Nullable
    PathStep[] pathSteps() {
        return pathSteps;
    }

    LaneElement element(int e) {
        return byElement[e];
    }

    /** By team, whether all at once could ask for more people than there are. Not to be changed. */
    boolean[] scarce() {
        return scarce;
    }

    /** The groups of teams that methods wait for, by number. */
    List<int[]> groups() {
        return groups;
    }
}
