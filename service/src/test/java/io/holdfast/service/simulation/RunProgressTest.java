package io.holdfast.service.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What a run that is worked on hears from the database, and what it does when that does not answer. */
class RunProgressTest {

    private static final int PAUSE = 520;

    private final AtomicInteger looks = new AtomicInteger();

    private RunProgress hearing(List<RunQueue.Order> orders) {
        return new RunProgress(1, trials -> orders.get(looks.getAndIncrement()), () -> false);
    }

    private static void look(RunProgress progress) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(PAUSE);
        progress.onProgress(10);
    }

    @Test
    void aDatabaseThatDoesNotAnswerFailsNoRunAndIsAskedAgain() throws InterruptedException {
        RunProgress progress = new RunProgress(
                1,
                trials -> {
                    if (looks.getAndIncrement() == 0) {
                        throw new IllegalStateException("Connection is closed");
                    }
                    return RunQueue.Order.STOP;
                },
                () -> false);
        look(progress);
        assertThat(looks).hasValue(1);
        assertThat(progress.isCancelled()).isFalse();
        look(progress);
        assertThat(progress.isCancelled()).isTrue();
        assertThat(progress.isLost()).isFalse();
    }

    @Test
    void aRunThatAnotherServiceHasTakenStopsHere() throws InterruptedException {
        RunProgress progress = hearing(List.of(RunQueue.Order.GO_ON, RunQueue.Order.LOST));
        look(progress);
        assertThat(progress.isCancelled()).isFalse();
        progress.onProgress(11);
        assertThat(looks).as("not more often than every half second").hasValue(1);
        look(progress);
        assertThat(progress.isCancelled()).isTrue();
        assertThat(progress.isLost()).isTrue();
    }
}
