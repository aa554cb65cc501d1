package io.holdfast.simulator.drill;

import io.holdfast.simulator.engine.RunMonitor;
import java.util.concurrent.atomic.AtomicLong;

/** How far the work on a drill is, as trials of the request: of these the same share as of all the work. For any number of threads. */
final class Progress {

    private final RunMonitor monitor;
    private final long trials;
    private final long lessons;
    private final long all;
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong reported = new AtomicLong();
    private long before;

    Progress(RunMonitor monitor, DrillRequest request, int types) {
        this.monitor = monitor;
        trials = request.trials();
        lessons = Lessons.cost(request);
        all = types * (trials + lessons);
    }

    void trialsDone(long more) {
        report(done.addAndGet(more));
    }

    /** All trials of a type are done; what follows is counted from here. */
    void stageDone() {
        before = done.get();
    }

    /** What a type would teach is known, however it became known. */
    void lessonsDone() {
        done.set(before + lessons);
        report(done.get());
    }

    long reported() {
        return reported.get();
    }

    private void report(long work) {
        long share = all == 0 ? trials : (long) ((double) trials * Math.min(work, all) / all);
        monitor.onProgress(reported.accumulateAndGet(share, Math::max));
    }

    /** Hears that work goes on that is not counted: whoever waits is told again how far all is. */
    RunMonitor ofPreparing() {
        return new RunMonitor() {
            @Override
            public void onProgress(long trialsDone) {
                monitor.onProgress(reported());
            }

            @Override
            public boolean isCancelled() {
                return monitor.isCancelled();
            }
        };
    }

    /** Hears the trials of an uncertainty budget. */
    RunMonitor ofLessons() {
        long from = before;
        return new RunMonitor() {
            @Override
            public void onProgress(long trialsDone) {
                report(from + Math.min(trialsDone, lessons));
            }

            @Override
            public boolean isCancelled() {
                return monitor.isCancelled();
            }
        };
    }
}
