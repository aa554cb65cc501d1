package io.holdfast.service.simulation;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * How many threads a run is worked on with: {@code HOLDFAST_RUNS_THREADS=1} leaves the other cores to people. Results do not depend on
 * it.
 *
 * @param threads how many; 0 for one a core
 */
@ConfigurationProperties("holdfast.runs")
public record RunThreads(@Bindable(defaultValue = "0") int threads) {

    /** Checks that it is not negative. */
    public RunThreads {
        if (threads < 0) {
            throw new IllegalArgumentException("holdfast.runs.threads is " + threads
                    + ", but a run has at least one thread. Leave it out for one a core.");
        }
    }

    /** How many there are on this computer. */
    public int count() {
        return threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
    }
}
