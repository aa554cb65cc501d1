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
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The door to what the actuals would change. It is worked out beside the requests, by one thread, outside any transaction, and kept until
 * the register, the actuals or what was learned before changes; work that has been overtaken so is given up. For any number of threads.
 */
@Singleton
public class Previews {

    private static final int MOST_KEPT = 2;

    private final Register register;
    private final ActualStore actuals;
    private final InputStore inputs;
    private final Cache<Basis, Work> known =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).build();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("learning").daemon().factory());
    private @Nullable Work newest;

    Previews(Register register, ActualStore actuals, InputStore inputs) {
        this.register = register;
        this.actuals = actuals;
        this.inputs = inputs;
    }

    @PreDestroy
    void stop() {
        worker.shutdownNow();
    }

    /** What a preview follows from. */
    record Basis(RegisterState state, List<Actual> holding, List<KeptInput> kept) {

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Basis(RegisterState itsState, List<Actual> itsHolding, List<KeptInput> itsKept)
                    && state.revision() == itsState.revision()
                    && state.digest().equals(itsState.digest())
                    && holding.equals(itsHolding)
                    && kept.equals(itsKept);
        }

        @Override
        public int hashCode() {
            return state.digest().hashCode();
        }
    }

    /**
     * How far the work is.
     *
     * @param done how many learnings are done
     * @param of how many there are: one, and one for each drill or incident; 0 before that is known
     */
    public record Progress(int done, int of) {}

    /**
     * A preview, or how far its work is.
     *
     * @param preview null while it is worked out
     */
    public record Asked(@Nullable Preview preview, Progress progress) {}

    /** The work on one basis. */
    private static final class Work {

        private final FutureTask<Learned> task;
        private volatile Progress progress = new Progress(0, 0);

        Work(Basis basis) {
            task = new FutureTask<>(() -> LearningWork.of(basis.state(), basis.holding(), basis.kept(), this::advance));
        }

        private void advance(int done, int of) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("Something else is asked for by now");
            }
            progress = new Progress(done, of);
        }
    }

    /**
     * What all actuals that hold would make of the register; a problem {@code no-model} where there is none.
     *
     * @param patience how long to wait for it
     */
    public Asked ask(Duration patience) {
        Work work = work(basis());
        try {
            return new Asked(
                    work.task.get(patience.toMillis(), TimeUnit.MILLISECONDS).preview(), work.progress);
        } catch (TimeoutException | CancellationException e) {
            return new Asked(null, work.progress);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Asked(null, work.progress);
        } catch (ExecutionException e) {
            throw new CompletionException("What the actuals teach cannot be worked out", e.getCause());
        }
    }

    /** What a preview of now follows from. */
    @ReadOnly
    Basis basis() {
        return new Basis(
                register.requireState(),
                actuals.list().stream().filter(Actual::holds).toList(),
                inputs.list());
    }

    private synchronized Work work(Basis basis) {
        Work known = this.known.getIfPresent(basis);
        if (known != null
                && !known.task.isCancelled()
                && (!known.task.isDone() || known.task.state() == FutureTask.State.SUCCESS)) {
            return known;
        }
        if (newest != null) {
            newest.task.cancel(true);
        }
        Work work = new Work(basis);
        newest = work;
        this.known.put(basis, work);
        worker.execute(work.task);
        return work;
    }

    /** The preview of what is stored now with the numbers themselves, where it was worked out; it is never worked out here. */
    Optional<Learned> findLearned() {
        Work work = known.getIfPresent(basis());
        return work != null && work.task.state() == FutureTask.State.SUCCESS
                ? Optional.of(work.task.resultNow())
                : Optional.empty();
    }
}
