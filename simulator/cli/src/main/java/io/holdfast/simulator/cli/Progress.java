package io.holdfast.simulator.cli;

import io.holdfast.simulator.engine.RunMonitor;
import java.io.PrintWriter;
import java.util.concurrent.atomic.AtomicLong;

/** Prints tenths of a run on standard error as they are reached. */
final class Progress implements RunMonitor {

    private final PrintWriter err;
    private final long all;
    private final String what;
    private final AtomicLong shown = new AtomicLong();

    Progress(PrintWriter err, long all, String what) {
        this.err = err;
        this.all = all;
        this.what = what;
    }

    @Override
    public void onProgress(long done) {
        long tenth = done * 10 / all;
        long before = shown.getAndAccumulate(tenth, Math::max);
        if (tenth > before) {
            err.println("holdfast: " + tenth * 10 + " % of " + all + " " + what);
        }
    }

    @Override
    public boolean isCancelled() {
        return false;
    }
}
