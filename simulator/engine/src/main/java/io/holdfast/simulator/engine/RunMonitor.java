package io.holdfast.simulator.engine;

/**
 * How a caller follows and stops a run. Called from working threads, several at a time; must be fast and must not
 * throw.
 */
public interface RunMonitor {

    /** A monitor that hears nothing and never stops. */
    RunMonitor SILENT = new RunMonitor() {
        @Override
        public void onProgress(long trialsDone) {
            // nobody listens
        }

        @Override
        public boolean isCancelled() {
            return false;
        }
    };

    /** Trials finished so far, over all threads; never falls. */
    void onProgress(long trialsDone);

    /** Whether the run should stop; asked between blocks. */
    boolean isCancelled();
}
