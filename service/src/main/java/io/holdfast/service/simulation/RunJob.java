package io.holdfast.service.simulation;

import io.holdfast.simulator.engine.RunMonitor;
import io.holdfast.simulator.model.ContinuityModel;
import java.util.Optional;

/** How runs of a kind are worked. A bean for each kind; for one thread at a time. */
interface RunJob {

    /** The kind. */
    RunKind kind();

    /**
     * Works a run to its end, outside of any transaction.
     *
     * @param monitor hears of trials done, of those that were asked for, and may stop the run
     * @return the result as it is stored and handed out; empty where the monitor stopped the run
     * @throws IllegalArgumentException where the run cannot be done; its message is what the reader is told
     * @throws IllegalStateException likewise
     */
    Optional<String> work(ContinuityModel model, Run run, RunMonitor monitor);
}
