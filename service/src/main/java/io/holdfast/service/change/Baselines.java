package io.holdfast.service.change;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.audit.Audit;
import io.holdfast.service.change.internal.ChangeJson;
import io.holdfast.service.change.internal.Packed;
import io.holdfast.service.change.internal.Refusals;
import io.holdfast.service.change.store.BaselineStore;
import io.holdfast.service.change.store.ChangeStore;
import io.holdfast.service.kernel.access.Acting;
import io.holdfast.service.register.Register;
import io.holdfast.service.register.RegisterState;
import io.holdfast.simulator.format.ModelWriter;
import io.holdfast.simulator.model.ContinuityModel;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The door to baselines: the whole register under a name, taken by hand or for a change. A baseline never changes; two at least
 * are kept, and those that a change names stay. For any number of threads.
 */
@Singleton
public class Baselines {

    /** So many are kept whatever somebody removes. Source: row M8. */
    public static final int FEWEST_KEPT = 2;

    private final BaselineStore store;
    private final ChangeStore changes;
    private final Register register;
    private final Differences differences;
    private final Audit audit;
    private final Clock clock;

    Baselines(
            BaselineStore store,
            ChangeStore changes,
            Register register,
            Differences differences,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.changes = changes;
        this.register = register;
        this.differences = differences;
        this.audit = audit;
        this.clock = clock;
    }

    /** All baselines, the newest first. */
    @ReadOnly
    public List<Baseline> listBaselines() {
        return store.list();
    }

    /** One of them, or a problem {@code unknown-baseline}. */
    @ReadOnly
    public Baseline get(long id) {
        return store.find(id).orElseThrow(() -> Refusals.unknownBaseline(Long.toString(id)));
    }

    /**
     * Takes one of the register as it is now. Cost: writing the model as JSON and compressing it, about a second for 50,000 elements;
     * a model that another baseline has already is not stored twice.
     *
     * @param change the number of the change that it belongs to, or null
     */
    @Transactional
    public Baseline take(String name, String note, @Nullable Long change) {
        RegisterState state = register.requireState();
        if (!store.hasModel(state.digest())) {
            store.addModel(state.digest(), Packed.pack(state.model()));
        }
        Baseline taken = store.add(new Baseline(
                0,
                name,
                note,
                state.digest(),
                state.revision(),
                state.model().elements().size(),
                change,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                Acting.current().name()));
        audit.record("baseline.take", "baseline", Long.toString(taken.id()), null, ChangeJson.tree(taken));
        return taken;
    }

    /** Removes one. Refused with {@code baseline-kept} where a change names it, or fewer than two would be left. */
    @Transactional
    public void remove(long id) {
        int count = store.countLocked();
        Baseline baseline = get(id);
        if (changes.isNamed(id)) {
            throw Refusals.kept("Change " + baseline.change() + " names the baseline '" + baseline.name()
                    + "', so it stays with that change.");
        }
        if (count <= FEWEST_KEPT) {
            throw Refusals.kept("At least " + FEWEST_KEPT + " baselines are kept, and there are " + count
                    + ". Take another one before you remove this one.");
        }
        store.remove(baseline);
        audit.record("baseline.remove", "baseline", Long.toString(id), ChangeJson.tree(baseline), null);
    }

    /** The model of a baseline. Cost: reading it, seconds for 50,000 elements; no connection of the database is held meanwhile. */
    public ContinuityModel model(Baseline baseline) {
        return Packed.model(packed(baseline));
    }

    /** What differs between a baseline and another one; kept for the next page of it. */
    public List<EntryDifference> listDifference(Baseline before, Baseline after) {
        return differences.of(before.digest(), after.digest(), () -> tree(before), () -> tree(after));
    }

    /** What differs between a baseline and the register as it is now; kept for the next page of it. */
    public List<EntryDifference> listDifferenceToNow(Baseline before) {
        RegisterState now = register.requireState();
        return differences.of(before.digest(), now.digest(), () -> tree(before), () -> ModelWriter.toTree(now.model()));
    }

    private ObjectNode tree(Baseline baseline) {
        return Packed.tree(packed(baseline));
    }

    /** The model of a baseline as it is stored. */
    @ReadOnly
    byte[] packed(Baseline baseline) {
        return store.findModel(baseline.digest())
                .orElseThrow(() -> new IllegalStateException("The model " + baseline.digest() + " is gone"));
    }
}
