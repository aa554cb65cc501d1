package io.holdfast.simulator.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * What a rival did: its best time of three after a run to warm up, as time of its one thread on a core, so that what else the
 * machine does counts little.
 */
record Measured(String name, double seconds, double nodeTrials, double mean) {

    private static final int ROUNDS = 3;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** Runs a rival of a network of a size. */
    static Measured best(Rival rival, long trials, int size) {
        rival.run(Math.max(16, trials / 3));
        double best = Double.POSITIVE_INFINITY;
        double mean = Double.NaN;
        for (int round = 0; round < ROUNDS; round++) {
            long started = THREADS.getCurrentThreadCpuTime();
            mean = rival.run(trials);
            best = Math.min(best, (THREADS.getCurrentThreadCpuTime() - started) / 1e9);
        }
        return new Measured(rival.name(), best, (double) trials * size, mean);
    }

    /** Runs something whose work is given in node-trials. */
    static Measured best(Rival rival, long nodeTrials) {
        return best(rival, nodeTrials, 1);
    }

    /** Node-trials a second. */
    double rate() {
        return nodeTrials / seconds;
    }

    /** The same for a given amount of work. */
    double rate(long work) {
        return work / seconds;
    }
}
