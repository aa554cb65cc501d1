package io.holdfast.service.learning;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.holdfast.service.learning.internal.Learned;
import io.holdfast.service.learning.internal.LearningWork;
import io.holdfast.service.learning.store.ActualStore;
import io.holdfast.service.learning.store.InputStore;
import io.holdfast.service.register.Register;
import io.holdfast.service.register.RegisterState;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * The door to what the actuals would change. What was worked out is kept until the register, the actuals or what was learned before
 * changes. For any number of threads.
 */
@Singleton
public class Previews {

    private static final int MOST_KEPT = 2;

    private final Register register;
    private final ActualStore actuals;
    private final InputStore inputs;
    private final Cache<Basis, Learned> known =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

    Previews(Register register, ActualStore actuals, InputStore inputs) {
        this.register = register;
        this.actuals = actuals;
        this.inputs = inputs;
    }

    /** What a preview follows from. */
    record Basis(long revision, String digest, List<Actual> holding, List<KeptInput> kept) {}

    /** What all actuals that hold would make of the register; a problem {@code no-model} where there is none. */
    @ReadOnly
    public Preview preview() {
        return learned().preview();
    }

    /** The same with the numbers themselves. Whoever asks for the same meanwhile waits for it. */
    @ReadOnly
    Learned learned() {
        RegisterState state = register.requireState();
        Basis basis = new Basis(
                state.revision(),
                state.digest(),
                actuals.list().stream().filter(Actual::holds).toList(),
                inputs.list());
        return known.get(basis, asked -> LearningWork.of(state, asked.holding(), asked.kept()));
    }
}
