package io.holdfast.service.simulation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Results as they were read, since lists ask for the same ones again and again and a finished run never changes. What was not asked for
 * lately is read anew. For any number of threads.
 */
@Singleton
final class RunResults {

    /** In characters of result files; what was read takes about five times that in bytes. */
    private static final long MOST_KEPT = 16L << 20;

    private final RunStore store;
    private final Cache<Long, RunResult> kept = Caffeine.newBuilder()
            .maximumWeight(MOST_KEPT)
            .weigher((Long run, RunResult result) -> result.size())
            .build();

    RunResults(RunStore store) {
        this.store = store;
    }

    /** The result of a run, where it has one; the caller brings the transaction. */
    Optional<RunResult> find(long run) {
        RunResult known = kept.getIfPresent(run);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<RunResult> read = store.findResult(run).map(RunResult::of);
        read.ifPresent(result -> kept.put(run, result));
        return read;
    }

    /** Forgets the result of a run that is deleted. */
    void forget(long run) {
        kept.invalidate(run);
    }
}
