package io.holdfast.simulator.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * What a rival did: its best time of three after a run to warm up, as time of its one thread on a core, so that what else the
 * machine does counts little.
 */
record Measured(String name, double setUp, double seconds, double nodeTrials, double mean) {

    private static final int ROUNDS = 3;
    private static final int FEW = 16;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** Runs a rival of a network of a size; what a run of {@value #FEW} trials takes is its set-up, and counts apart. */
    static Measured best(Rival rival, long trials, int size) {
        rival.run(Math.max(FEW, trials / 3));
        double setUp = Double.POSITIVE_INFINITY;
        double whole = Double.POSITIVE_INFINITY;
        double mean = Double.NaN;
        for (int round = 0; round < ROUNDS; round++) {
            long started = THREADS.getCurrentThreadCpuTime();
            rival.run(FEW);
            long between = THREADS.getCurrentThreadCpuTime();
            mean = rival.run(trials);
            setUp = Math.min(setUp, (between - started) / 1e9);
            whole = Math.min(whole, (THREADS.getCurrentThreadCpuTime() - between) / 1e9);
        }
        return new Measured(rival.name(), setUp, whole - setUp, (double) (trials - FEW) * size, mean);
    }

    /** Runs something whose work is given in node-trials. */
    static Measured best(Rival rival, long nodeTrials) {
        return best(rival, nodeTrials, 1);
    }

    /** Node-trials a second. */
    double rate() {
        return nodeTrials / seconds;
    }
}
