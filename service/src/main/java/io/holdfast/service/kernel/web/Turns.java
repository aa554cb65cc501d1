package io.holdfast.service.kernel.web;

import io.micronaut.http.HttpStatus;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Lets only so many requests at once do what takes much memory or time; others wait their turn, and not for long. For any thread. */
public final class Turns {

    private final Semaphore free;
    private final Duration patience;

    /** So many at once; who waits longer than the patience is told to come again. */
    public Turns(int atOnce, Duration patience) {
        this.free = new Semaphore(atOnce, true);
        this.patience = patience;
    }

    /** Does the work when it is its turn; throws a problem {@code busy} where that takes too long. */
    public <T> T take(Supplier<T> work) {
        if (!isFree()) {
            throw new ProblemException(
                    HttpStatus.TOO_MANY_REQUESTS,
                    "busy",
                    "Others are having the same made just now, which takes a while. Try again in a minute.");
        }
        try {
            return work.get();
        } finally {
            free.release();
        }
    }

    private boolean isFree() {
        try {
            return free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
